import { sum } from '../../facts/arithmetic';
import type { Reading, Table } from '../../facts/fact-set';
import type { Fact, Traced } from '../../facts/traced';
import type { RowName } from '../../layouts/keys';
import { digitsOf } from '../figures';

/** A cell of an 附表 as it is printed; writers only set it. */
export interface AnnexCell {
  readonly text: string;
  /** The number behind the text. */
  readonly of?: Traced;
  readonly align: 'left' | 'center' | 'right';
  readonly bold?: boolean;
  /** A person has to see to it: the form holds no number here. */
  readonly waiting?: boolean;
  /** Cells that it covers to the right and below; the covered ones are left out. */
  readonly columns?: number;
  readonly rows?: number;
}

/** An 附表 in its published form, in 万元 with two decimals. */
export interface Annex {
  /** 收入支出决算总表 */
  readonly title: string;
  /** Relative widths. */
  readonly widths: readonly number[];
  /** Rows that repeat on every page. */
  readonly head: readonly (readonly AnnexCell[])[];
  readonly body: readonly (readonly AnnexCell[])[];
}

export const head = (text: string, columns = 1, rows = 1): AnnexCell => ({ text, align: 'center', columns, rows });
export const name = (text: string, bold = false): AnnexCell => ({ text, align: 'left', bold });
export const centred = (text: string, bold = true): AnnexCell => ({ text, align: 'center', bold });
export const empty: AnnexCell = { text: '', align: 'left' };

const format = { dropTrailingZeros: false, thousandsSeparator: true } as const;

/** 元 → 1,089.83; nothing for a zero, as the published forms print it – or 0.00 where all cells are to be filled. */
export function amount(reading: Reading | undefined, zero: '' | '0.00' = ''): AnnexCell {
  const cell = { align: 'right' as const };
  switch (reading?.state) {
    case 'number': {
      const { fact } = reading;
      return { ...cell, text: fact.value.isZero() ? zero : digitsOf(fact.value.div(10000), 2, format), of: fact };
    }
    case 'dash':
      return { ...cell, text: '—' };
    case 'text':
      return { ...cell, text: `【待补充：${reading.at.a1}单元格不是数字】`, waiting: true };
    default:
      return { ...cell, text: '' };
  }
}

/** Σ of several cells; a text in one of them has to be seen to. */
export function sumCell(readings: readonly Reading[], zero: '' | '0.00' = ''): AnnexCell {
  const text = readings.find(({ state }) => state === 'text');
  const facts = readings.flatMap((reading): readonly Fact[] => (reading.state === 'number' ? [reading.fact] : []));
  if (text || facts.length === 0) return amount(text, zero);
  const of = facts.length === 1 ? facts[0]! : sum(...facts);
  return { text: of.value.isZero() ? zero : digitsOf(of.value.div(10000), 2, format), of, align: 'right' };
}

/** Rows of a column table: 合计 and every 类, 款 and 项; project rows are not published. */
export const codeRows = (table: Table): readonly RowName[] =>
  table.rows.map(({ key }) => key).filter((key) => key === '合计' || /^\d{3}(\d\d){0,2}$/.test(key));

/** Is there anything to publish? */
export const hasFigures = ({ body }: Annex): boolean =>
  body.some((row) => row.some(({ of, waiting }) => waiting === true || (of !== undefined && !of.value.isZero())));
