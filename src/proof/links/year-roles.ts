import type { YearUse } from './claim';
import type { Naming } from './measure';
import { ownBudget } from './phrases';
import type { YearToken } from './tokens';

/** What a year is there for; `said` = what follows in the sentence is of that year. */
export function roleOf(
  token: YearToken,
  text: string,
  body: number,
  names: readonly Naming[],
): { readonly role: YearUse['role']; readonly said: boolean } {
  const before = text.slice(0, token.start);
  const after = text.slice(token.end);
  if (/(?:与|比|较|同|和)$/.test(before) && ownBudget.test(after)) return { role: 'other', said: false };
  if (/(?:与|比|较|同|和)$/.test(before) && !/^\d/.test(after)) return { role: 'against', said: false };
  if (/^基数/.test(after)) return { role: 'against', said: false };
  if (/^新设立/.test(after) || opensStatement(before.slice(body), after, names)) return { role: 'subject', said: true };
  if (/截[至止]$/.test(before) || /^\d{1,2}月/.test(after)) return { role: 'period', said: false };
  const titled = /《[^》]*$/.test(before) || /（[^）]*$/.test(before);
  if (titled) return { role: 'other', said: false };
  if (token.relative === 'last') return { role: 'other', said: true };
  const opens = token.start === body || /[。：；]$/.test(before);
  return { role: opens ? 'subject' : 'other', said: opens || /[，、]$|[\u4e00-\u9fff]$/.test(before) };
}

/** 某局2024年度收入支出总计…: the year stands between the unit and what is stated of it. */
function opensStatement(before: string, after: string, names: readonly Naming[]): boolean {
  const clause = /[^。；]*$/.exec(before)![0];
  if (clause === '' || /[，：《（]/.test(clause)) return false;
  return (
    /^(?:无|，|部门|单位)?(?:三公|政府|国有|一般)/.test(after) || names.some(({ words }) => words.some((word) => after.startsWith(word)))
  );
}
