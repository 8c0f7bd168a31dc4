import type { Table } from '../../facts/fact-set';
import type { ItemUse } from '../../proof/links/claim';
import { occursIn } from '../table-rows';
import type { RollContext, RollLine } from './line';

/** 名词解释 of 项: one that this year does not have is marked, and behind the last one those are named that are new. */
export function markGlossary(lines: readonly RollLine[], uses: readonly ItemUse[], { years }: RollContext): void {
  const form = ({ input }: typeof years.now): Table | undefined => input.years.now.tables.get('Z04');
  const [last, now] = [form(years.last), form(years.now)];
  if (!last || !now) return;
  const explained = new Map<string, RollLine>();
  for (const line of lines) {
    const own = line.topic === 'glossary' ? uses.filter(({ span }) => span.paragraph === line.block.index) : [];
    const code = own.length === 1 ? own[0]!.measure.item?.code : undefined;
    if (code?.length === 7) explained.set(code, line);
  }
  for (const [code, line] of explained)
    if (occursIn(last, code) && !occursIn(now, code))
      line.open.push({ ...whole(line), kind: 'list', why: '本年没有这个科目，名词解释可以删去。' });
  const foot = [...explained.values()].at(-1);
  const fresh = now.rows.filter(({ key }) => /^2\d{6}$/.test(key) && !explained.has(key) && occursIn(now, key) && !occursIn(last, key));
  if (foot && fresh.length > 0)
    foot.open.push({
      ...whole(foot),
      kind: 'list',
      why: `本年新增科目：${fresh.map(({ name }) => name).join('、')}，请在名词解释里补上。`,
    });
}

const whole = ({ block }: RollLine): { start: number; end: number } => ({ start: 0, end: block.text.length });
