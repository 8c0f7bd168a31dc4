import { sum } from '../facts/arithmetic';
import type { Fact } from '../facts/traced';
import { centred, head, name } from '../narrative/annexes/annex';
import type { Block } from '../narrative/document';
import type { Desk } from '../narrative/desk';
import { blank, chineseNumeral, heading, joined, paragraph, printed, say, sentence, supplied, type Phrase } from '../narrative/say';
import type { EvaluationBlock } from '../performance/write/form';
import { suppliedRows, suppliedTexts, type SuppliedRow } from '../supplements/rows';
import type { Supplied, Supplements } from '../supplements/supplements';
import { tableAt } from '../supplements/tables';
import { bookletUnitKinds } from '../supplements/booklet-fields';
import type { TakenOver } from './takeover';

/** One unit of the department. */
interface OwnUnit {
  readonly name: string;
  readonly kind: string;
  readonly independent?: boolean;
  readonly row: SuppliedRow;
}

/** 概况 as supplied, or as last year's document has it. */
interface Overview {
  readonly duties: readonly Supplied[];
  readonly works: readonly Supplied[];
  readonly structure: readonly Supplied[];
  readonly units: readonly OwnUnit[];
}

export function overviewOf({ entries }: Supplements, last?: TakenOver): Overview {
  const own = (name: string, other: readonly Supplied[] = []): readonly Supplied[] => {
    const given = suppliedTexts(entries, `overview.${name}`);
    return given.length > 0 ? given : other;
  };
  return {
    duties: own('duties', last?.duties),
    works: own('works'),
    structure: own('structure', last?.structure),
    units: suppliedRows(entries, tableAt(['overview', 'units'])!).map((row) => ({
      name: row.words('name'),
      kind: row.words('kind'),
      independent: row.flag('independent'),
      row,
    })),
  };
}

/** One unit, for counting: its row is its place. */
const counted = ({ name, row }: OwnUnit): Fact => {
  const nil = sum().value;
  return { kind: 'fact', key: '补充.overview.units', value: nil.plus(1), half: nil, unit: 'count', scale: 1, at: row.at, label: name };
};

/** A text of a paragraph of its own keeps its last mark. */
const lineOf = (one: Supplied): Phrase => sentence([supplied(one)]);

/** The units under each other; whether they keep books of their own, where anything is said of it. */
function unitTable(units: readonly OwnUnit[]): EvaluationBlock {
  const told = units.some(({ independent }) => independent !== undefined);
  const yes = { true: '是', false: '否', undefined: '' } as const;
  const title = '纳入决算编制范围的单位';
  return {
    kind: 'form',
    id: 'O.3.units.table',
    title,
    note: '',
    flows: true,
    forms: [
      {
        title,
        widths: [0.7, 4.5, 2.6, ...(told ? [1] : [])],
        head: [[head('序号'), head('单位名称'), head('单位性质'), ...(told ? [head('独立核算')] : [])]],
        body: units.map(({ name: own, kind, independent }, i) => [
          centred(String(i + 1), false),
          name(own),
          // The sentence above asks for a kind that is missing.
          centred(kind, false),
          ...(told ? [centred(yes[`${independent}`], false)] : []),
        ]),
      },
    ],
  };
}

/** 第一部分 概况: duties, work of the year, structure and the list of units. */
export function overviewBlocks(desk: Desk, { duties, works, structure, units }: Overview): readonly EvaluationBlock[] {
  const { print } = desk;
  const numbered = (ones: readonly Supplied[], id: string): readonly Block[] =>
    ones.map((one, i) => paragraph(`${id}.${i + 1}`, [say`${printed(ones.length > 1 ? `${i + 1}.` : '')}`, lineOf(one)]));
  const kinds = [...bookletUnitKinds, ''].flatMap((kind): readonly Phrase[] => {
    const own = units.filter((unit) => unit.kind === kind);
    return own.length === 0
      ? []
      : [say`${kind === '' ? blank('单位性质', 'overview.units') : printed(kind)}${print.count(sum(...own.map(counted)))}个`];
  });
  const independent = units.filter((unit) => unit.independent === true);
  const own = (unit: OwnUnit): Supplied => unit.row.text('name') ?? { text: unit.name, at: unit.row.at, key: 'overview.units' };
  const list: readonly EvaluationBlock[] =
    units.length === 0
      ? []
      : [
          paragraph('O.3.units', [
            sentence(
              say`纳入${desk.unit}${desk.y}年度${desk.kind}决算编制范围的单位共${print.count(sum(...units.map(counted)))}个`,
              say`其中：${joined(kinds, '、')}`,
              ...(independent.length > 0 ? [say`独立核算的单位${print.count(sum(...independent.map(counted)))}个`] : []),
            ),
            say`具体包括：`,
          ]),
          ...(units.length > 1
            ? [unitTable(units)]
            : units.map((unit, i) => paragraph(`O.3.units.${i + 1}`, [say`${printed(`${i + 1}.`)}${supplied(own(unit))}`]))),
        ];
  const ask = (id: string, words: string, key: string): readonly Block[] => [paragraph(id, [[blank(words, key)]])];
  return [
    heading('O.1', 1, `${chineseNumeral(1)}、主要职责`),
    ...(duties.length > 0 ? numbered(duties, 'O.1') : ask('O.1.1', '主要职责', 'overview.duties')),
    heading('O.2', 1, `${chineseNumeral(2)}、${desk.y.kind === 'words' ? desk.y.text : ''}年重点工作完成情况`),
    ...(works.length > 0
      ? works.map((one, i) => paragraph(`O.2.${i + 1}`, [lineOf(one)]))
      : ask('O.2.1', '年度重点工作完成情况', 'overview.works')),
    heading('O.3', 1, `${chineseNumeral(3)}、机构设置`),
    ...(structure.length > 0
      ? structure.map((one, i) => paragraph(`O.3.${i + 1}`, [lineOf(one)]))
      : list.length > 0
        ? []
        : ask('O.3.1', '机构设置', 'overview.structure')),
    ...list,
  ];
}
