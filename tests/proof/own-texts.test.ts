import { profileById } from '../../src/narrative/profiles/index';
import { changesOf, isFound, randomOf } from './changes';
import { goldenCases, proved, spellings, roundedInput, written } from './texts';

const respelt = ['vehicle-bought', 'shanghai'];

/** The whole measure, over all profiles, is `npm run accuracy`; here every case in its own profile. */
test('our own texts, however they are spelt, give no finding but their blanks, with a workbook and without', async () => {
  for (const { name, input, profile } of await goldenCases()) {
    for (const spelling of respelt.includes(name) ? spellings : spellings.slice(0, 1)) {
      const own = profileById(profile)!;
      const printed = written(spelling.rounded ? roundedInput(input) : input, spelling.profile?.(own) ?? own);
      const text = spelling.text?.(printed) ?? printed;
      const blanks = (text.match(/【[^】]*】/g) ?? []).length;
      for (const report of [proved(text, input), proved(text)]) {
        const found = report.findings.map(({ rule, quote }) => `${rule} ${quote}`);
        expect([name, spelling.name, found.filter((one) => !one.startsWith('P-BLANK'))]).toEqual([name, spelling.name, []]);
        expect([name, spelling.name, found.length]).toEqual([name, spelling.name, blanks]);
      }
    }
  }
});

test('every figure of our own texts is linked and confirmed by its cells, but for what only a person supplies', async () => {
  for (const { name, input, profile } of await goldenCases()) {
    const { figures, linked } = proved(written(input, profileById(profile)!), input);
    const open = figures.filter(({ status }) => status !== 'confirmed');
    // Amounts and scores of projects, and a number within 开支内容, stand in no form.
    const elsewhere = open.filter(
      ({ figure }) =>
        !['performance', 'procurement', 'assets', 'official.parts', 'annex', 'other', 'about'].includes(linked.topics[figure.block]!),
    );
    expect([name, elsewhere.map(({ figure }) => figure.text)]).toEqual([name, []]);
    expect(figures.filter(({ status }) => status === 'contradicted')).toEqual([]);
  }
});

test('a changed figure, year or direction is found with the workbook', async () => {
  const random = randomOf(20241127);
  const missed: string[] = [];
  let tried = 0;
  for (const { name, input, profile } of await goldenCases()) {
    if (!['vehicle-bought', 'with-government-fund'].includes(name)) continue;
    const text = written(input, profileById(profile)!);
    const before = proved(text, input);
    // Every other one, of each unit; `npm run accuracy` tries them all.
    for (const change of changesOf(text, random).filter((_, nth) => nth % 2 === 0)) {
      tried++;
      if (!isFound(before, proved(change.text, input), change))
        missed.push(`${name} ${change.kind} ${change.from}→${change.to} @${change.start}`);
    }
  }
  expect(tried).toBeGreaterThan(100);
  expect(missed.slice(0, 5)).toEqual([]);
});
