import type { Table } from '../facts/fact-set';
import type { Slices } from '../kernel/slices';
import type { Source } from '../kernel/source';
import type { Key, TableId } from '../layouts/keys';
import type { KeyFigure } from '../supplements/schema';
import type { ChartId } from './charts';
import type { Ask, Block } from './document';
import type { AmountOrGap } from './input';
import type { Desk } from './desk';
import type { BudgetColumn } from '../supplements/schema';
import type { Profile } from './profile';

/** One part of the 情况说明. It sees only the cells it names: the list of inputs cannot drift from the prose. */
export interface Section {
  /** Unique in the registry: S07, S07-shanghai. A profile chooses by it. */
  readonly name: string;
  /** Id in the report and beginning of its paragraphs' ids: S07. */
  readonly id: string;
  readonly source: Source;
  /** Cells read, by the name the section gives them. */
  readonly reads: (budget: BudgetColumn) => Readonly<Record<string, Key>>;
  /** Forms read row by row. */
  readonly tables: readonly TableId[];
  /** Last year's figures it compares with. */
  readonly prior: readonly KeyFigure[];
  /** Charts it may place. */
  readonly charts: readonly ChartId[];
  /** Fields of 补充信息 it may ask for, last year's figures among them. */
  readonly asks: (profile: Profile) => readonly Ask[];
  readonly write: (desk: Desk) => Slices<readonly Block[]>;
}

/** What a section is given: its own figures, its own forms, its own figures of last year, and the words to print them. */
interface Given<Name extends string, Form extends TableId, Figure extends KeyFigure> {
  readonly figures: Readonly<Record<Name, AmountOrGap>>;
  readonly table: (id: Form) => Table | undefined;
  readonly prior: (figure: Figure) => AmountOrGap;
}

interface SectionSpec<Name extends string, Form extends TableId, Figure extends KeyFigure> {
  readonly name: string;
  readonly id: string;
  readonly source: Source;
  readonly reads?: (budget: BudgetColumn) => Readonly<Record<Name, Key>>;
  readonly tables?: readonly Form[];
  readonly prior?: readonly Figure[];
  readonly charts?: readonly ChartId[];
  /** Fields of 补充信息 it may ask for, with the piece of the text that uses each. */
  readonly asks?: Readonly<Record<string, string>> | ((profile: Profile) => Readonly<Record<string, string>>);
  /** In slices where a section lists thousands of 项. */
  readonly write: (given: Given<Name, Form, Figure>, desk: Desk) => readonly Block[] | Slices<readonly Block[]>;
}

export function section<Name extends string = never, Form extends TableId = never, Figure extends KeyFigure = never>(
  spec: SectionSpec<Name, Form, Figure>,
): Section {
  const reads = (budget: BudgetColumn): Readonly<Record<string, Key>> => spec.reads?.(budget) ?? {};
  return {
    name: spec.name,
    id: spec.id,
    source: spec.source,
    reads,
    tables: spec.tables ?? [],
    prior: spec.prior ?? [],
    charts: spec.charts ?? [],
    asks: (profile) => {
      const own = typeof spec.asks === 'function' ? spec.asks(profile) : (spec.asks ?? {});
      const prior = (spec.prior ?? []).map((figure) => [`priorYear.${figure}`, ''] as const);
      return [...Object.entries(own), ...prior].map(([field, at]) => ({ field, at }));
    },
    *write(desk) {
      const figures: Record<string, AmountOrGap> = {};
      for (const [name, key] of Object.entries(reads(desk.profile.budget))) figures[name] = desk.read(key);
      const written = spec.write(
        { figures: figures as Record<Name, AmountOrGap>, table: (id) => desk.table(id), prior: (figure) => desk.prior(figure) },
        desk,
      );
      return 'next' in written ? yield* written : written;
    },
  };
}
