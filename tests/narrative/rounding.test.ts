import Decimal from 'decimal.js';
import fc from 'fast-check';
import { readWorkbook } from '../../src/reading/read';
import { paragraphText, type ReportDocument } from '../../src/narrative/document';
import type { Profile } from '../../src/narrative/profile';
import { profiles } from '../../src/narrative/profiles/index';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import { parseSupplement } from '../../src/supplements/parse';
import { arbitraryUnit, buildYears } from '../kit/index';
import { faultsOf } from './faults';
import { paragraphs, profileOf, written } from './written';

const NOTE = /部分合计数与分项数之和存在尾差/;
const amounts = (text: string): readonly Decimal[] =>
  [...text.matchAll(/(不足)?(-?[\d.,]+)万元/g)].map(([, tiny, digits]) => new Decimal(tiny ? 0 : digits!.replace(/,/g, '')));
const total = (list: readonly Decimal[]): Decimal => list.reduce((all, one) => all.plus(one), new Decimal(0));

interface Sum {
  readonly place: string;
  readonly whole: Decimal;
  readonly parts: readonly Decimal[];
}

/** Every sum that a reader with a calculator finds in the text: told by the words alone, not by the tree behind them. */
function sumsOf(document: ReportDocument): readonly Sum[] {
  const texts = new Map(paragraphs(document).map((paragraph) => [paragraph.id, paragraphText(paragraph)]));
  const found: Sum[] = [];
  const add = (place: string, whole: Decimal | undefined, parts: readonly Decimal[]): void => {
    if (whole && parts.length > 0) found.push({ place, whole, parts });
  };
  for (const [id, text] of texts) {
    const list = /((?:不足)?[\d.,]+万元)，(?:其中：|主要用于以下方面：)([^。]*)。/.exec(text);
    if (['S02.1', 'S03.1', 'S05.2.1', 'S10.2.1'].includes(id) && list) add(id, amounts(list[1]!)[0], amounts(list[2]!));
    for (const [, prefix, side, made] of text.matchAll(/(财政拨款)?(收入|支出)总计中，([^；。]*)/g))
      add(`${id} ${prefix ?? ''}${side}`, amounts(text)[0], amounts(made!));
    if (id === 'S06.1') add(id, amounts(text)[0], amounts(text).slice(1));
  }
  const spentIn = (text: string): Decimal | undefined => amounts(/支出决算数?(为|(?=不足))(不足)?[\d.,]+万元/.exec(text)?.[0] ?? '')[0];
  const lines = (wanted: (id: string, text: string) => boolean): readonly Decimal[] =>
    [...texts].filter(([id, text]) => wanted(id, text)).flatMap(([, text]) => spentIn(text) ?? []);
  const top = /^\d+\./;
  // 五（三）: the lines with a number of their own; under a 类 with a sub-total its 项.
  add(
    'S05.3',
    spentIn(texts.get('S05.3.0') ?? ''),
    lines((id, text) => /^S05\.3\.\d{3}/.test(id) && top.test(text)),
  );
  for (const [id, text] of texts)
    if (/^S05\.3\.\d{3}$/.test(id))
      add(
        id,
        spentIn(text),
        lines((own, words) => own.startsWith(id) && own.length > id.length && !top.test(words)),
      );
  for (const fund of ['S08', 'S09'])
    add(
      fund,
      amounts(/年度[^，。]*财政拨款支出(不足)?[\d.,]+万元/.exec(texts.get(`${fund}.1`) ?? '')?.[0] ?? '')[0],
      lines((id) => new RegExp(`^${fund}\\.\\d{7}$`).test(id)),
    );
  add('S07', spentIn(texts.get('S07.1.1') ?? ''), amounts((texts.get('S07.2.0') ?? '').replace(/具体情况.*/, '')));
  const fee = (id: string, words: RegExp): readonly Decimal[] => amounts(words.exec(texts.get(id) ?? '')?.[0] ?? '').slice(0, 1);
  add('S07 用车', fee('S07.2.2', /购置及运行维护费支出(不足)?[\d.,]+万元/)[0], [
    ...fee('S07.2.2.1', /公务用车购置费?支出为?(不足)?[\d.,]+万元/),
    ...fee('S07.2.2.2', /公务用车运行维护费支出(不足)?[\d.,]+万元/),
  ]);
  return found;
}

const ways = [
  ['note', 'flat', 'omit'],
  ['balance', 'flat', 'omit'],
  ['note', 'grouped', 'list'],
  ['balance', 'grouped', 'list'],
] as const;

const wrong = (document: ReportDocument): readonly string[] =>
  sumsOf(document)
    .filter(({ whole, parts }) => !total(parts).eq(whole))
    .map(({ place, whole, parts }) => `${place}: ${parts.join(' + ')} ≠ ${whole.toString()}`);

describe('parts as they are printed', () => {
  test.each([
    ['note', '其中：基本支出276万元，占37.8%；项目支出454.19万元，占62.2%。', true],
    ['balance', '其中：基本支出276万元，占37.8%；项目支出454.18万元，占62.2%。', false],
  ] as const)('by %s: %s', (rounding, words, noted) => {
    const now = { 'Z04.合计.本年支出合计': '7301849', 'Z04.合计.基本支出': '2759975', 'Z04.合计.项目支出': '4541874' };
    const { text, document } = written({ now, profile: { ...profileOf(), rounding } });
    expect(text('S03.1')).toBe(`2024年度本年支出合计730.18万元，${words}`);
    expect(JSON.stringify(document).includes('存在尾差')).toBe(noted);
    expect(faultsOf(document)).toEqual([]);
    if (rounding === 'balance') expect(JSON.stringify(document.sections)).toContain('"adjusted":"454.19万元"');
  });

  test('add up, or the text says once that they do not: random units, every profile, flat and grouped, both ways', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryUnit(), async (unit) => {
        const { now, before } = buildYears(unit);
        const years = { now: (await readWorkbook(now)).facts, ...(before ? { before: (await readWorkbook(before)).facts } : {}) };
        const supplements = parseSupplement({ unitKind: unit.kind }, 'x.json');
        for (const base of profiles) {
          for (const [rounding, itemStyle, zeroItems] of ways) {
            const document = writeReport({ years, supplements }, sections, { ...base, rounding, itemStyle, zeroItems } as Profile);
            const notes = paragraphs(document).filter((paragraph) => NOTE.test(paragraphText(paragraph))).length;
            seen += sumsOf(document).length;
            expect(faultsOf(document)).toEqual([]);
            expect(notes).toBeLessThanOrEqual(1);
            if (notes === 0) expect(wrong(document)).toEqual([]);
            // Parts of a hundred yuan can not give way: then there is the note.
            const tiny = sumsOf(document).some(
              ({ whole, parts }) => !total(parts).eq(whole) && parts.some((part) => part.abs().lte('0.02')),
            );
            if (rounding === 'balance' && !tiny) expect([base.id, notes]).toEqual([base.id, 0]);
          }
        }
      }),
      { numRuns: 8 },
    );
    expect(seen).toBeGreaterThan(400);
  });
});
