import { inOrder } from '../../src/app/pictures';
import { withSheets } from '../../src/app/assistant';
import type { Workbook } from '../../src/kernel/workbook';
import type { Dossier } from '../../src/app/dossier';
import { paragraphsOf } from '../../src/app/stale';
import { paragraphText, type ReportText } from '../../src/narrative/document';
import { product } from '../../src/product/index';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { withEntry } from '../../src/supplements/merge';
import { parseSupplement } from '../../src/supplements/parse';
import { cleanYears, withCell } from '../kit/index';

const { now, before } = cleanYears();
const [profile] = product.profiles;
const open = (workbook: Workbook = now, since?: Dossier): Promise<Dossier> => product.open({ workbook, prior: before, profile, since });
const wording = (document: ReportText): readonly string[] => paragraphsOf(document).map(({ paragraph }) => paragraphText(paragraph));
/** The places of all supplied words, in the order of the text. */
const places = (document: ReportText): readonly string[] =>
  paragraphsOf(document).flatMap(({ paragraph }) =>
    paragraph.inlines.flatMap((inline) => (inline.kind === 'supplied' ? [`${inline.key} ${inline.at.sheet} ${inline.at.a1}`] : [])),
  );

// A loaded machine is slow, not wrong.
jest.setTimeout(60_000);

describe('what a person supplies', () => {
  test('is in the text, on the sheet and in the check at once, exactly as if the workbook had been opened with it', async () => {
    const first = await open();
    const more = withEntry(withEntry(first.checked.supplements, 'reasons.S01', '项目支出减少'), 'unitKind', '行政单位');
    const { dossier, picture } = await product.supply(first, { supplements: more });
    expect(wording(dossier.draft).join('')).toContain('项目支出减少');
    const afresh = await open(withSheets(now, [snapshotOf(picture)]));
    expect(dossier.draft).toEqual(afresh.draft);
    expect(dossier.checked.report).toEqual(afresh.checked.report);
    expect([...dossier.checked.supplements.entries]).toEqual([...afresh.checked.supplements.entries]);
  });

  test('stands where its words say it stands, also when the sheet has grown and when it came from a file', async () => {
    const supplement = parseSupplement({ reasons: { S01: '人员减少', items: { '2010301': '压减支出' } } }, '补充.json');
    const dossier = await product.open({ workbook: now, prior: before, supplement, profile });
    expect(places(dossier.draft)).toEqual(expect.arrayContaining([expect.stringMatching(/^reasons\.S01 补充\.json/)]));
    const { published, document, pictures } = await product.report(dossier, { date: '2025-08-12' });
    const standing = snapshotOf(pictures.补充信息).values.map((row) => row.map(String));
    expect(places(published).length).toBeGreaterThan(0);
    expect(places(document)).toEqual(places(published));
    for (const place of places(published)) {
      const [key, sheet, a1] = place.split(' ') as [string, string, string];
      const row = standing[Number(a1.slice(1)) - 1]!;
      expect([sheet, row[0]]).toEqual(['补充信息', key]);
    }
  });

  test('nothing of the text is written anew where nothing has changed, and all of it where a cell has', async () => {
    const first = await open();
    expect((await open(now, first)).draft).toBe(first.draft);
    const { pictures } = await product.report(first, { date: '2025-08-12' });
    const withOurs = await open(withSheets(now, inOrder(pictures).map(snapshotOf)), first);
    expect(wording(withOurs.draft)).toEqual(wording(first.draft));
    const edited = withCell(now, 'Z01', 'E33', 1);
    expect((await open(edited, first)).draft).toEqual((await open(edited)).draft);
    const setAside = await product.supply(first, { asides: [] });
    expect(wording(setAside.dossier.draft)).toEqual(wording(first.draft));
  });
});

test('a profile is a parameter: its budget is checked against, its sections are written', async () => {
  const shanghai = product.profile('shanghai-2024')!;
  const first = await open();
  const other = await product.open({ workbook: now, prior: before, profile: shanghai, since: first });
  const afresh = await product.open({ workbook: now, prior: before, profile: shanghai });
  expect(other.draft).toEqual(afresh.draft);
  expect(other.checked.report).toEqual(afresh.checked.report);
  expect(other.draft.sections.map(({ heading }) => heading)).not.toEqual(first.draft.sections.map(({ heading }) => heading));
});
