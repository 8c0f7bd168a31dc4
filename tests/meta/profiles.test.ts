import fc from 'fast-check';
import type { Years } from '../../src/facts/fact-set';
import { readWorkbook } from '../../src/reading/read';
import { askedFields, usedIn, wholeText } from '../../src/narrative/asks';
import type { ReportDocument, ReportSection } from '../../src/narrative/document';
import { sectionsIn, type Profile } from '../../src/narrative/profile';
import { profiles } from '../../src/narrative/profiles/index';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import { missingPlace } from '../../src/cli/report/missing-place';
import { supplementSheet } from '../../src/sheets/supplement/sheet';
import { fieldOf, fields, keyOf, fieldSections as parts } from '../../src/supplements/fields';
import { emptySupplements, parseSupplement } from '../../src/supplements/parse';
import { buildYears, units, type UnitName } from '../kit/index';
import { needsOf } from '../../taskpane/needs/needs';
import { fillByJson, fillByPane, fillBySheet } from './fill';

const every = profiles.map((profile) => [profile.id, profile] as const);
const names = Object.keys(units) as UnitName[];
/** Read once: the tests only look. */
const read = new Map<UnitName, Promise<Years>>();
async function readUnit(unit: UnitName): Promise<Years> {
  const { now, before } = buildYears(units[unit]);
  return { now: (await readWorkbook(now)).facts, ...(before ? { before: (await readWorkbook(before)).facts } : {}) };
}
const yearsOf = (unit: UnitName): Promise<Years> => {
  if (!read.has(unit)) read.set(unit, readUnit(unit));
  return read.get(unit)!;
};
const written = async (unit: UnitName, profile: Profile, json: unknown = {}): Promise<ReportDocument> =>
  writeReport({ years: await yearsOf(unit), supplements: parseSupplement(json, 's.json') }, sections, profile);
const allSections = (document: ReportDocument): readonly ReportSection[] => [...document.sections, document.glossary];

/** Answers that open further sentences, each with blanks of its own. */
const answers: readonly unknown[] = [
  {},
  { newUnit: true },
  { confirmFullBudget: true, unitKind: '事业单位' },
  { performance: { evaluated: 2, grades: { 优: 1 } }, procurement: { reserved: { 中小企业: '1' } } },
];

describe.each(every)('%s', (_id, profile) => {
  test('is data: what comes back from JSON writes the same text', async () => {
    const again = JSON.parse(JSON.stringify(profile)) as Profile;
    expect(again).toEqual(profile);
    expect(await written('abroad', again)).toEqual(await written('abroad', profile));
  });

  test('every chart it shows is placed by one of its sections', () => {
    const placed = sections.filter(({ name }) => sectionsIn(profile).some(({ use }) => use === name)).flatMap(({ charts }) => charts);
    expect(profile.charts.filter((id) => !placed.includes(id))).toEqual([]);
  });

  test('every blank of every unit has a field that its section asks for, and a cell on the sheet', async () => {
    const lost: string[] = [];
    for (const unit of names) {
      const years = await yearsOf(unit);
      for (const answer of answers) {
        const supplements = parseSupplement(answer, 's.json');
        const document = writeReport({ years, supplements }, sections, profile);
        const sheet = supplementSheet({ document, profile, years, supplements, asides: [] });
        for (const section of allSections(document)) {
          const asked = new Set([...wholeText, ...section.asks.map(({ field }) => field)]);
          for (const block of section.blocks) {
            for (const inline of block.kind === 'paragraph' ? block.inlines : []) {
              if (inline.kind !== 'blank' || inline.key.startsWith('form.')) continue;
              const field = fieldOf(inline.key);
              const known = field ? asked.has(keyOf(field)) : [...asked].some((path) => path.startsWith(`${inline.key}.`));
              const place = missingPlace(inline.key, sheet);
              if (!known || !/![A-Z]+\d+$/.test(place)) lost.push(`${unit} ${section.id}: ${inline.key} (${inline.ask}) → ${place}`);
            }
          }
        }
      }
    }
    expect([...new Set(lost)]).toEqual([]);
  });

  test('every blank can be filled in the pane', async () => {
    for (const unit of names) {
      const years = await yearsOf(unit);
      const document = writeReport({ years, supplements: emptySupplements }, sections, profile);
      const { fields: open, lastYear, budgets } = needsOf(document, { years, supplements: emptySupplements }, undefined, profile);
      const shown = [...open, ...lastYear, ...budgets].map(({ key }) => key);
      const waits = document.missing.map(({ key }) => key).filter((key) => !key.startsWith('form.') && key !== 'unitKind');
      expect(waits.filter((key) => !shown.some((one) => one === key || one.startsWith(`${key}.`)))).toEqual([]);
    }
  });

  test('what it asks for are fields, and each stands at a piece of the text', async () => {
    const documents = await Promise.all(names.map((unit) => written(unit, profile)));
    const paths = new Set(fields.map(keyOf));
    expect([...askedFields(documents[0]!)].filter((path) => !paths.has(path))).toEqual([]);
    const pieces = new Set(documents.flatMap((document) => allSections(document).flatMap(({ blocks }) => blocks.map(({ id }) => id))));
    const nowhere = allSections(documents[0]!).flatMap(({ asks }) => asks.filter(({ at }) => at !== '' && !pieces.has(at)));
    expect(nowhere).toEqual([]);
  });
});

test('no label, hint or heading of a field names a section by its number: a profile numbers its own', () => {
  const words = [...fields.flatMap(({ label, hint }) => [label, hint]), ...Object.values(parts)];
  expect(words.filter((text) => /[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）/.test(text))).toEqual([]);
});

const [base] = profiles;
const own: Profile = {
  ...base,
  id: 'scratch',
  sections: [...sectionsIn(base)].reverse().map(({ use, heading }) => ({
    use,
    heading: `${heading}（${use}）`,
    ...(use === 'S02' ? { closing: ['{单位}{本年}年度收入均已入账。'] } : {}),
  })),
};

describe.each([...every, [own.id, own] as const])('%s, filled in', (_id, profile) => {
  test.each([
    ['the JSON', fillByJson],
    ['the cells of 补充信息', fillBySheet],
    ['the fields of the pane', fillByPane],
  ])('every blank can be filled through %s, until none is left', async (_way, fill) => {
    for (const unit of names) {
      const { now, before } = await yearsOf(unit);
      for (const years of [{ now }, ...(before ? [{ now, before }] : [])]) {
        const { left, given } = fill(years, profile);
        expect([unit, left]).toEqual([unit, []]);
        expect(given).toBeGreaterThan(5);
      }
    }
  });
});

describe('a profile with another order, its own headings and a sentence of its own', () => {
  test('numbers its charts as they stand, says where a field is used, and prints the sentence', async () => {
    const document = await written('abroad', own, { unitShortName: '示例局' });
    const placed = document.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart').map(({ id }) => id));
    expect(placed).toEqual(['C07', 'C05', 'C06', 'C04', 'C03', 'C02', 'C01']);
    expect(document.charts.map(({ id, title }) => `${id} ${title.slice(0, 2)}`)).toEqual(placed.map((id, i) => `${id} 图${i + 1}`));
    expect(usedIn(document, 'reasons.S01')).toBe('十、收入支出决算总体情况说明（S01）');
    expect(usedIn(document, 'itemBudgets.*')).toBe('六、（三）一般公共预算财政拨款支出决算具体情况');
    const astray = document.sections.flatMap(({ heading, asks }) =>
      asks
        .filter(({ field }) => !(wholeText as readonly string[]).includes(field))
        .filter(
          ({ field }) =>
            !usedIn(document, field)
              .split('；')
              .some((place) => place.startsWith(`${heading.split('、')[0]!}、`)),
        )
        .map(({ field }) => `${heading}: ${field}`),
    );
    expect(astray).toEqual([]);
    expect(document.sections.find(({ id }) => id === 'S02')!.blocks[1]).toMatchObject({ kind: 'chart' });
    expect(JSON.stringify(document)).toContain('年度收入均已入账。');
    const sheet = supplementSheet({ document, profile: own, years: await yearsOf('abroad'), supplements: emptySupplements, asides: [] });
    expect(sheet.cells.map(({ value }) => String(value)).join('\n')).toContain('用于：十、收入支出决算总体情况说明（S01）');
  });

  test('whatever the order, the charts count up from 图1', async () => {
    const years = await yearsOf('abroad');
    fc.assert(
      fc.property(fc.shuffledSubarray([...base.sections], { minLength: base.sections.length }), (order) => {
        const document = writeReport({ years, supplements: emptySupplements }, sections, { ...base, sections: order });
        const shown = document.charts.filter(({ empty }) => empty === undefined).map(({ title }) => title.split('：')[0]);
        expect(shown).toEqual(shown.map((_, i) => `图${i + 1}`));
      }),
      { numRuns: 20 },
    );
  });
});
