import Decimal from 'decimal.js';
import type { FactSet, Table } from '../../facts/fact-set';
import type { Fact } from '../../facts/traced';
import type { Key } from '../../layouts/keys';
import { spanOfCell, type TextTables } from '../tables';
import type { ProofContext } from './context';
import { findingAt, wordsAt, type ProofFinding } from './finding';
import { wan } from './words';

const HALF = new Decimal('0.5');

/** The 公开表 inside the text against the workbook, cell by cell. */
export function tableFindings(context: ProofContext, tables: TextTables, now: FactSet): readonly ProofFinding[] {
  const { document } = context.linked;
  return [...tables.facts.tables.values(), ...(tables.facts.published ?? [])].flatMap((table) =>
    numbersOf(table).flatMap((printed): readonly ProofFinding[] => {
      const own = now.find(printed.key as Key);
      const span = spanOfCell(tables, printed.at);
      if (own.state !== 'number' || !span) return [];
      const { fact } = own;
      if (
        fact.value
          .minus(printed.value)
          .abs()
          .lte(slackOf(wordsAt(document, span.paragraph).slice(span.start, span.end), printed))
      )
        return [];
      const show = ({ value, unit }: Fact): string => (unit === '元' ? wan(value) : value.toString());
      const message = `表中“${printed.label}”印的是${show(printed)}，决算报表是${show(fact)}。`;
      return [findingAt(document, 'P-TABLE', span, message, { expected: fact.value.div(printed.scale).toString(), cells: [fact.at] })];
    }),
  );
}

const numbersOf = (table: Table): readonly Fact[] =>
  table.rows.flatMap((row) =>
    table.columns.flatMap((column) => {
      const reading = table.at(row.key, column);
      return reading.state === 'number' && !reading.fact.noRow && !reading.fact.blank ? [reading.fact] : [];
    }),
  );

/** Half of the last printed digit; a form in 万元 that drops zeros still has two decimals. */
function slackOf(printed: string, { scale, unit }: Fact): Decimal {
  const decimals = /\.(\d+)\s*$/.exec(printed.normalize('NFKC'))?.[1]?.length ?? 0;
  return unit === '元' ? new Decimal(10).pow(-Math.max(decimals, 2)).times(scale).times(HALF) : new Decimal(0);
}
