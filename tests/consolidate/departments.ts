import fc from 'fast-check';
import { cellsIn } from '../../src/consolidate/cells';
import { consolidateBooks } from '../../src/consolidate/consolidate';
import type { Consolidation, UnitBook, UnitVersions } from '../../src/consolidate/model';
import type { Scalar, Workbook } from '../../src/kernel/workbook';
import type { FactSet } from '../../src/facts/fact-set';
import { packedFacts } from '../../src/facts/packed';
import { a1 } from '../../src/kernel/address';
import { readWorkbook } from '../../src/reading/read';
import type { KitWorkbook } from '../kit/build';
import { bookOfShare, shareOf, wholeOf, type Share } from '../kit/department';
import { arbitraryUnit, withCell, type Unit } from '../kit/index';

const YEAR = 2024;
export const NAME = '青川示例区农业农村局';

const shiftedTo = (unit: Unit, name: string): Unit => ({
  ...unit,
  name,
  now: { ...unit.now, year: YEAR },
  ...(unit.before ? { before: { ...unit.before, year: YEAR - 1 } } : {}),
});

/** Random units of one year, with names of their own; another state of one of them; numbers to choose with. */
export const arbitraryDepartment = (most = 5) =>
  fc.record({
    units: fc
      .array(arbitraryUnit('small'), { minLength: 2, maxLength: most })
      .map((units) => units.map((unit, i) => shiftedTo(unit, `青川示例区第${i + 1}服务中心`))),
    other: arbitraryUnit('small'),
    pick: fc.nat(),
    cell: fc.nat(),
    fen: fc.integer({ min: 1, max: 90_000_000 }),
  });
type ArbitraryDepartment = ReturnType<typeof arbitraryDepartment> extends fc.Arbitrary<infer T> ? T : never;

async function read(workbook: Workbook, pack = (facts: FactSet): FactSet => facts): Promise<UnitBook> {
  const facts = pack((await readWorkbook(workbook)).facts);
  return { file: workbook.file, unit: facts.unitName, year: facts.year, cells: cellsIn(facts) };
}

export async function consolidated(whole: Workbook, units: readonly (readonly Workbook[])[]): Promise<Consolidation> {
  const all: UnitVersions[] = [];
  for (const books of units) {
    const [first, ...others] = await Promise.all(books.map((book) => read(book, packedFacts)));
    all.push({ unit: first!.unit, books: [first!, ...others] });
  }
  return consolidateBooks(await read(whole), all);
}

/** Every amount of a workbook divided by ten thousand, under the same heads: what a slip of the money unit leaves. */
export function inTenThousands(workbook: KitWorkbook): KitWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const counted = new Set((sheet.counts ?? []).map(({ row, column }) => `${row} ${column}`));
      const money = (value: Scalar, r: number, c: number): Scalar =>
        typeof value === 'number' && r >= sheet.data[0] && r <= sheet.data[1] && sheet.amounts.includes(c) && !counted.has(`${r} ${c}`)
          ? value / 10000
          : value;
      return { ...sheet, values: sheet.values.map((row, r) => row.map((value, c) => money(value, r, c))) };
    }),
  };
}

/** One amount of a unit changed, as a correction of its workbook changes it: everything that follows from it changes too. */
function corrected(unit: Unit, at: number, fen: number): Unit | undefined {
  const entries = unit.now.entries.flatMap((entry, i) => [
    ...Object.keys(entry.basic ?? {}).map((code) => ({ i, change: { basic: { ...entry.basic, [code]: entry.basic![code]! + fen } } })),
    ...(entry.projects ?? []).flatMap((project, p) =>
      Object.keys(project.spending ?? {}).map((code) => ({
        i,
        change: {
          projects: entry.projects!.map((other, n) =>
            n === p ? { ...project, spending: { ...project.spending, [code]: project.spending![code]! + fen } } : other,
          ),
        },
      })),
    ),
  ]);
  if (entries.length === 0) return undefined;
  const { i, change } = entries[at % entries.length]!;
  return { ...unit, now: { ...unit.now, entries: unit.now.entries.map((entry, n) => (n === i ? { ...entry, ...change } : entry)) } };
}

/** What has to be said first; of two mistakes the order is free. */
interface Planted {
  readonly first: readonly { readonly rule: string; readonly unit?: string }[];
  readonly found: Consolidation;
}

const booksOf = (shares: readonly Share[]): readonly (readonly KitWorkbook[])[] => shares.map((share) => [bookOfShare(share)]);

const replaced = <T>(all: readonly T[], at: number, by: T): readonly T[] => all.map((one, i) => (i === at ? by : one));

/** One printed amount of a form typed over. */
function typedOver(workbook: KitWorkbook, pick: number, fen: number): KitWorkbook {
  const isAmount = (sheet: KitWorkbook['sheets'][number], r: number, c: number): boolean =>
    r >= sheet.data[0] && r <= sheet.data[1] && sheet.amounts.includes(c);
  const places = workbook.sheets.flatMap((sheet) =>
    sheet.values.flatMap((row, r) =>
      row.flatMap((value, c) => (typeof value === 'number' && isAmount(sheet, r, c) ? [{ sheet, r, c, value }] : [])),
    ),
  );
  const at = places[pick % places.length]!;
  const wrong = Math.round(at.value * 100 + fen) / 100;
  return withCell(workbook, at.sheet.name, a1(at.r + at.sheet.top, at.c + at.sheet.left), wrong);
}

/** The mistakes of adding up, each made once, and some of them together. undefined where the department has no place for it. */
export const plants: Readonly<Record<string, (department: ArbitraryDepartment) => Promise<Planted | undefined>>> = {
  async 没有汇入({ units, pick }) {
    const shares = units.map(shareOf);
    const out = pick % units.length;
    const whole = wholeOf(
      NAME,
      shares.filter((_, i) => i !== out),
    );
    return { first: [{ rule: 'C-OMITTED', unit: units[out]!.name }], found: await consolidated(whole, booksOf(shares)) };
  },
  async 重复汇入({ units, pick }) {
    const shares = units.map(shareOf);
    const twice = shares[pick % units.length]!;
    const found = await consolidated(wholeOf(NAME, [...shares, twice]), booksOf(shares));
    return { first: [{ rule: 'C-TWICE', unit: twice.unit.name }], found };
  },
  async 旧版本({ units, pick, cell, fen }) {
    const at = pick % units.length;
    const old = corrected(units[at]!, cell, fen);
    if (!old) return undefined;
    const shares = units.map(shareOf);
    const whole = wholeOf(NAME, replaced(shares, at, shareOf(old)));
    // Which of the two comes first must make no difference.
    const both = [bookOfShare(shares[at]!), bookOfShare(shareOf(old), '旧.xlsx')];
    const found = await consolidated(whole, replaced(booksOf(shares), at, cell % 2 === 0 ? both : both.reverse()));
    const named = found.causes[0]?.file === '旧.xlsx' ? units[at]!.name : '旧版本没有指对';
    return { first: [{ rule: 'C-VERSION', unit: named }], found };
  },
  async 旧版本未给出({ units, pick, cell, fen }) {
    const at = pick % units.length;
    const old = corrected(units[at]!, cell, fen);
    if (!old) return undefined;
    const shares = units.map(shareOf);
    const found = await consolidated(wholeOf(NAME, replaced(shares, at, shareOf(old))), booksOf(shares));
    return { first: [{ rule: 'C-VERSION', unit: units[at]!.name }], found };
  },
  async 金额单位({ units, pick }) {
    const shares = units.map(shareOf);
    const wrong = pick % units.length;
    const found = await consolidated(
      wholeOf(NAME, shares),
      replaced(booksOf(shares), wrong, [inTenThousands(bookOfShare(shares[wrong]!))]),
    );
    return { first: [{ rule: 'C-MONEY', unit: units[wrong]!.name }], found };
  },
  async 没有给出的单位({ units, pick }) {
    if (units.length < 3) return undefined;
    const shares = units.map(shareOf);
    const out = pick % units.length;
    const found = await consolidated(wholeOf(NAME, shares), booksOf(shares.filter((_, i) => i !== out)));
    return { first: [{ rule: 'C-EXTRA' }], found };
  },
  async 单元格({ units, pick, cell, fen }) {
    const shares = units.map(shareOf);
    return { first: [{ rule: 'C-CELL' }], found: await consolidated(typedOver(wholeOf(NAME, shares), cell + pick, fen), booksOf(shares)) };
  },
  async 没有汇入和单元格({ units, pick, cell, fen }) {
    const shares = units.map(shareOf);
    const out = pick % units.length;
    const whole = wholeOf(
      NAME,
      shares.filter((_, i) => i !== out),
    );
    const found = await consolidated(typedOver(whole, cell, fen), booksOf(shares));
    return { first: [{ rule: 'C-OMITTED', unit: units[out]!.name }, { rule: 'C-CELL' }], found };
  },
  async 没有汇入和重复汇入({ units, pick }) {
    const shares = units.map(shareOf);
    const out = pick % units.length;
    const twice = (out + 1) % units.length;
    const whole = wholeOf(NAME, [...shares.filter((_, i) => i !== out), shares[twice]!]);
    const first = [
      { rule: 'C-OMITTED', unit: units[out]!.name },
      { rule: 'C-TWICE', unit: units[twice]!.name },
    ];
    return { first, found: await consolidated(whole, booksOf(shares)) };
  },
  async 抵销和没有汇入({ units, pick, fen }) {
    const [head, below] = [withSource(units[0]!, { toSubordinate: fen }), withSource(units[1]!, { basic: { '30201': fen } })];
    const shares = [head, below, ...units.slice(2), { ...units[0]!, name: '青川示例区又一服务中心' }].map(shareOf);
    const out = 2 + (pick % (shares.length - 2));
    const eliminated = shares.map((share, i) => (i > 1 ? share : withoutInternal(share, fen)));
    const whole = wholeOf(
      NAME,
      eliminated.filter((_, i) => i !== out),
    );
    const found = await consolidated(whole, booksOf(shares));
    const elimination = found.eliminations.find(({ state }) => state === 'eliminated');
    const rule = elimination?.amount.times(100).equals(fen) ? 'C-OMITTED' : '没有看出抵销';
    return { first: [{ rule, unit: shares[out]!.unit.name }], found };
  },
};

const HEAD = '2010399';
/** A department pays its unit: expenditure there, 上级补助收入 here, of one amount. */
const withSource = (unit: Unit, { toSubordinate, basic }: Pick<Unit['now']['entries'][number], 'toSubordinate' | 'basic'>): Unit => {
  const source = toSubordinate === undefined ? '上级补助' : '其他';
  const rest = unit.now.entries.filter((entry) => entry.source !== '上级补助' && !(entry.source === source && entry.code === HEAD));
  return { ...unit, before: undefined, now: { ...unit.now, entries: [...rest, { source, code: HEAD, toSubordinate, basic }] } };
};

/** A share as the 汇总 takes it in after the elimination: less income below, less expenditure above. */
export const withoutInternal = ({ unit, lines }: Share, fen: number): Share => ({
  unit,
  lines: lines.map((line) => {
    if (line.source === '上级补助')
      return { ...line, income: line.income - fen, basic: { ...line.basic, income: line.basic.income - fen } };
    return line.toSubordinate > 0 ? { ...line, toSubordinate: 0, spent: line.spent - fen } : line;
  }),
});

/** Was what has to be said first said first? */
export const isNamed = ({ first, found }: Planted): boolean => {
  const said = found.causes.slice(0, first.length);
  return first.every(({ rule, unit }) =>
    said.some((cause) => cause.rule === rule && (unit === undefined || cause.unit === unit || cause.candidates?.includes(unit) === true)),
  );
};
