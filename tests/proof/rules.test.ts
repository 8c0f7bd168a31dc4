import type { ProofExample } from '../../src/proof/checks/rule';
import { proofRuleIds, rulebook } from '../../src/proof/checks/rulebook';
import type { ProofFinding } from '../../src/proof/checks/finding';
import { parseSupplement } from '../../src/supplements/parse';
import { factSet, type Cells } from '../narrative/facts';
import { proofread } from '../../src/app/proof';
import { documentFrom } from './texts';

/** Cells of an example: keys with `@上年` are last year's. */
async function findingsOf({ text, cells }: ProofExample): Promise<readonly ProofFinding[]> {
  if (!cells) return (await proofread(documentFrom(text))).findings;
  const of = (last: boolean): Cells =>
    Object.fromEntries(
      Object.entries(cells).flatMap(([key, value]) => (key.endsWith('@上年') === last ? [[key.replace('@上年', ''), value]] : [])),
    );
  const years = { now: factSet(of(false)), before: factSet(of(true), { role: '上年' }) };
  return (await proofread(documentFrom(text), { years, supplements: parseSupplement({}, 'supplement.json') })).findings;
}

describe.each(proofRuleIds.map((id) => [id, rulebook[id].title] as const))('%s %s', (id) => {
  const { wrong, right, title, hint, source } = rulebook[id];

  test('its example is reported, at words that stand in the text', async () => {
    const found = (await findingsOf(wrong)).filter(({ rule }) => rule === id);
    expect(found.length).toBeGreaterThan(0);
    for (const { quote, message } of found) {
      expect(quote.trim()).not.toBe('');
      expect(wrong.text).toContain(quote);
      expect(message).toMatch(/。$/);
    }
  });

  test('its counter-example is not', async () => {
    expect((await findingsOf(right)).filter(({ rule }) => rule === id)).toEqual([]);
  });

  test('it says what it is, where it comes from and what to do', () => {
    expect(title).not.toMatch(/。$/);
    expect(hint).toMatch(/。$/);
    expect(source.doc.length).toBeGreaterThan(0);
    expect(source.clause.length).toBeGreaterThan(0);
  });
});

test('our own advice about wording is an error only where the text is broken', () => {
  const strict = proofRuleIds.filter((id) => rulebook[id].source.by === 'house' && rulebook[id].severity === 'error');
  expect(strict).toEqual(['P-STRAY', 'P-TOKEN', 'P-UNIT']);
});
