import { needsShown } from '../needs/shown';
import type { Session } from '../session/session';
import { entriesOf } from './entries';
import { forgetTyping, textsLeft } from './typing';

/** What was being typed when a button of the ribbon replaced the page, stored before that button does its work; what cannot be read stays in its field. */
export async function enterLeft(session: Session): Promise<void> {
  const { checked, draft, profile } = session.state();
  if (!checked || !draft || !profile) return;
  const needs = needsShown(checked, draft, profile);
  for (const [key, text] of textsLeft(checked.workbook.file)) {
    const need = [...needs.fields, ...needs.lastYear, ...needs.budgets].find((one) => one.key === key);
    const read = need && entriesOf(need, text);
    if (!read || 'wrong' in read) continue;
    await session.enter(read.entries);
    forgetTyping(key);
  }
}
