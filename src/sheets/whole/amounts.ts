import type { Reading } from '../../facts/fact-set';
import { sum } from '../../facts/arithmetic';
import { factsOf, type Fact, type Traced } from '../../facts/traced';
import type { PictureCell, StyleName } from '../picture/picture';

/** A cell of a form of the 汇总. */
interface AmountCell {
  readonly value?: string | number;
  readonly formula?: string;
  readonly style: StyleName;
}

/** Excel takes no longer formula. */
const LONGEST = 8000;

/** `=120000+3500.5-20`: what each unit puts in, in the order of the units, so that a person sees where a sum comes from. */
function addends(of: Traced): PictureCell['formula'] {
  const values = factsOf(of).flatMap(({ value }) => (value.isZero() ? [] : [value]));
  const formula = values.map((value, i) => `${i > 0 && !value.isNegative() ? '+' : ''}${value.toFixed()}`).join('');
  return values.length > 1 && formula.length < LONGEST ? `=${formula}` : undefined;
}

/** The sum as it is printed: nothing where no unit has anything, and a note where one of them holds no number. */
export function amountCell(reading: Reading): AmountCell {
  switch (reading.state) {
    case 'number': {
      const { fact } = reading;
      const style: StyleName = fact.unit === 'count' ? 'tableCount' : 'tableNumber';
      if (fact.blank || fact.noRow) return { style };
      const formula = addends(fact);
      return { value: fact.value.toNumber(), style, ...(formula === undefined ? {} : { formula }) };
    }
    case 'dash':
      return { value: '—', style: 'statusText' };
    case 'text':
      return { value: `【待补充：${reading.at.book.unit} ${reading.at.a1} 不是数字】`, style: 'warn' };
    case 'blank':
    case 'absent':
      return { style: 'tableNumber' };
  }
}

/** What the units print at one place: a blank adds nothing, one that holds no number spoils the sum. */
export function together(readings: readonly Reading[]): Reading {
  const text = readings.find(({ state }) => state === 'text');
  if (text) return text;
  const facts = readings.flatMap((reading): readonly Fact[] => (reading.state === 'number' && !reading.fact.noRow ? [reading.fact] : []));
  const [first] = facts;
  if (!first) return readings.find(({ state }) => state === 'dash') ?? { state: 'absent', what: '' };
  const of = sum(...facts);
  const { blank: _, ...shown } = first;
  const empty = facts.every(({ blank }) => blank === true) ? { blank: true } : {};
  return { state: 'number', fact: { ...shown, value: of.value, half: of.half, scale: 1, of, ...empty } };
}
