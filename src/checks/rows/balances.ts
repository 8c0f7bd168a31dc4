import Decimal from 'decimal.js';
import type { Fact } from '../../facts/traced';
import type { Grids } from '../grid';
import type { Absence } from './evidence';
import { factIn } from './fault';

/** Every 科目 of these has its row in 财决02, be it for a balance only. */
const PARTS = ['Z07', 'Z09', 'Z11'] as const;
const WHOLE = 'Z02';

/**
 * Rows that 财决02 lacks though its parts carry a balance under them: no formula between forms speaks of one 科目's balance, so
 * nothing fails at the row, only at the totals.
 */
export function balanceRows(grids: Grids): readonly Absence[] {
  const whole = grids.find(WHOLE);
  const parts = PARTS.flatMap((form) => grids.find(form) ?? []);
  if (!whole) return [];
  const codes = new Set(parts.flatMap(({ table }) => table.rows.map(({ key }) => String(key))));
  const lacks = (code: string): boolean => /^\d+$/.test(code) && whole.lists.has(code.length) && !whole.rows.has(code);
  const isTop = (code: string): boolean => [3, 5].every((length) => length >= code.length || !lacks(code.slice(0, length)));
  return [...codes]
    .filter((code) => lacks(code) && isTop(code))
    .map((code) => {
      const expected = new Map<string, Decimal>();
      const witnesses = new Map<string, Fact>();
      for (const column of whole.table.columns)
        for (const part of parts) {
          const fact = factIn(part, code, column);
          if (!fact || fact.value.isZero()) continue;
          expected.set(column, (expected.get(column) ?? new Decimal(0)).plus(fact.value));
          if (!witnesses.has(part.table.id)) witnesses.set(part.table.id, fact);
        }
      return { form: WHOLE, code, expected, witnesses, failures: new Set<never>(), direct: false };
    })
    .filter(({ expected }) => expected.size > 0);
}
