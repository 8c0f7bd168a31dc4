import fc from 'fast-check';
import {
  isFiscal,
  type Entry,
  type Fen,
  type MoneySource,
  type Operation,
  type Project,
  type Spending,
  type Unit,
  type UnitYear,
} from '../description';
import { economicItems, groups } from '../words/economic';

/** Amounts with and without fen, small and large; never zero. */
const fen: fc.Arbitrary<Fen> = fc.oneof(
  fc.integer({ min: 1, max: 9_999 }),
  fc.integer({ min: 10_000, max: 500_000_000 }),
  fc.integer({ min: 1, max: 3_000_000 }).map((yuan) => yuan * 100),
);

const itemsOf = (...codes: readonly string[]): readonly string[] =>
  groups.filter((g) => codes.includes(g.code)).flatMap((g) => g.items.map(([code]) => code));
/** “三公” 款 and 住房公积金 are laid down elsewhere, so that batches, persons, vehicles and 2210201 can match them. */
const laidDown = ['30212', '30217', '30231', '30913', '31013', '30113'];
const basicItems = itemsOf('301', '302', '303', '310').filter((code) => !laidDown.includes(code));
const projectItems = economicItems.filter((code) => !laidDown.includes(code));

const spending = (codes: readonly string[], least = 1): fc.Arbitrary<Spending> =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...codes), fen), { selector: ([code]) => code, minLength: least, maxLength: 5 })
    .map((pairs) => Object.fromEntries(pairs));

const projectNames = ['综合保障', '信息化建设', '专项整治（第2期）', '民生补助', '设备更新'];
const project: fc.Arbitrary<Project> = fc.record({
  name: fc.constantFrom(...projectNames),
  spending: spending(projectItems, 0),
  leaves: fc.option(fen, { nil: undefined }),
  finished: fc.boolean(),
});
const projects = fc.uniqueArray(project, { selector: (p) => p.name, minLength: 1, maxLength: 3 });

const generalCodes = [
  '2010301',
  '2010302',
  '2010350',
  '2010399',
  '2011308',
  '2050202',
  '2070199',
  '2080801',
  '2081105',
  '2100409',
  '2130122',
  '2130599',
  '2150299',
  '2240106',
  '2299999',
];
const fundCodes = ['2082201', '2120803', '2120899'];
const capitalCodes = ['2230105', '2230208'];

/** 行政运行 is basic expenditure only, 一般行政管理事务 projects only; anything else may have both. */
const generalEntry = (code: string): fc.Arbitrary<Entry> => {
  const basic = code.endsWith('01')
    ? spending(basicItems)
    : code.endsWith('02')
      ? fc.constant(undefined)
      : fc.option(spending(basicItems), { nil: undefined });
  const own = code.endsWith('01') ? fc.constant(undefined) : code.endsWith('02') ? projects : fc.option(projects, { nil: undefined });
  return fc.record({
    source: fc.constant<MoneySource>('一般公共'),
    code: fc.constant(code),
    basic,
    basicLeaves: fc.option(fen, { nil: undefined }),
    projects: own,
  });
};
const fundEntry = (source: MoneySource, code: string): fc.Arbitrary<Entry> =>
  fc.record({ source: fc.constant(source), code: fc.constant(code), projects });

const otherEntry = (source: MoneySource): fc.Arbitrary<Entry> =>
  source === '经营'
    ? fc
        .record({ spending: spending(itemsOf('302')), leaves: fc.option(fen, { nil: undefined }), tax: fc.option(fen, { nil: undefined }) })
        .map(({ tax, ...operating }): Entry => ({ source, code: '2010350', operating, ...(tax ? { distribution: { tax } } : {}) }))
    : fc
        .record({
          basic: fc.option(spending(itemsOf('302')), { nil: undefined }),
          projects: fc.option(projects, { nil: undefined }),
          surplus: fc.option(fen, { nil: undefined }),
          usedSurplus: fc.option(fen, { nil: undefined }),
          basicLeaves: fc.option(fen, { nil: undefined }),
        })
        .map(({ surplus, ...entry }): Entry => ({ ...entry, source, code: '2010399', ...(surplus ? { distribution: { surplus } } : {}) }))
        .map((entry) => ({ ...entry, usedSurplus: entry.usedSurplus && Math.min(entry.usedSurplus, outflow(entry)) }));

const outflow = (entry: Entry): Fen =>
  [...Object.values(entry.basic ?? {}), ...Object.values(entry.distribution ?? {})].reduce((a, b) => a + b, 0);

/** Amounts of the “三公” with counts that fit them. */
interface Trips {
  readonly spending: Record<string, Fen>;
  readonly operation: Operation;
}
const trips: fc.Arbitrary<Trips> = fc
  .record({
    reception: fc.option(fc.integer({ min: 100_000, max: 9_000_000 }), { nil: 0 }),
    running: fc.option(fc.integer({ min: 800_000, max: 30_000_000 }), { nil: 0 }),
    abroad: fc.option(fc.integer({ min: 3_000_000, max: 20_000_000 }), { nil: 0 }),
    bought: fc.integer({ min: 0, max: 2 }),
    price: fc.integer({ min: 12_000_000, max: 30_000_000 }),
    equipment: fc.integer({ min: 0, max: 4 }),
    goods: fc.option(fen, { nil: 0 }),
    services: fc.option(fen, { nil: 0 }),
  })
  .map(({ reception, running, abroad, bought, price, equipment, goods, services }) => {
    const persons = Math.ceil(reception / 12_000);
    const fuel = running || bought * 1_500_000;
    const kept = Math.max(bought, Math.ceil(fuel / 4_000_000));
    const all: readonly (readonly [string, Fen])[] = [
      ['30217', reception],
      ['30231', fuel],
      ['30212', abroad],
      ['31013', bought * price],
    ];
    return {
      spending: Object.fromEntries(all.filter(([, amount]) => amount > 0)),
      operation: {
        batches: Math.ceil(persons / 9),
        persons,
        kept,
        bought,
        groups: abroad > 0 ? 1 : 0,
        travellers: Math.ceil(abroad / 3_000_000),
        vehicles: [0, 0, 0, kept, 0, 0, 0, 0],
        equipment,
        procurement: { goods: goods + bought * price, services, sme: goods },
      },
    };
  });

const distinct = (codes: readonly string[], minLength: number, maxLength: number): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(fc.constantFrom(...codes), { minLength, maxLength });
const each = <T>(codes: fc.Arbitrary<readonly string[]>, make: (code: string) => fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  codes.chain((list) => fc.tuple(...list.map(make)) as fc.Arbitrary<readonly T[]>);

/** 2080505 and 2080506 stand in the relation 16 % : 8 %. */
const social: fc.Arbitrary<readonly Entry[]> = fc.option(fen, { nil: 0 }).map((annuity): readonly Entry[] =>
  annuity === 0
    ? []
    : [
        { source: '一般公共', code: '2080505', basic: { '30108': annuity * 2 } },
        { source: '一般公共', code: '2080506', basic: { '30109': annuity } },
        { source: '一般公共', code: '2210201', basic: { '30113': annuity * 3 } },
      ],
);

/** How many 项 a random unit may have: `small` for tests that read every cell several times. */
type Size = 'small' | 'usual';

const unitYear = (year: number, kind: Unit['kind'], size: Size): fc.Arbitrary<UnitYear> =>
  fc
    .record({
      general: each(distinct(generalCodes, 1, size === 'small' ? 2 : 5), generalEntry),
      social,
      fund: each(distinct(fundCodes, 0, size === 'small' ? 1 : 2), (code) => fundEntry('政府性基金', code)),
      capital: each(distinct(capitalCodes, 0, 1), (code) => fundEntry('国有资本', code)),
      others: each(
        distinct(
          kind === '事业单位' ? ['事业', '教育收费', '经营', '上级补助', '附属上缴', '其他'] : ['其他'],
          0,
          size === 'small' ? 1 : 3,
        ),
        (source) => otherEntry(source as MoneySource),
      ),
      trips,
    })
    .map(({ general, social: insurance, fund, capital, others, trips: { spending: travel, operation } }): UnitYear => {
      const paid: readonly Entry[] =
        Object.keys(travel).length > 0 ? [{ source: '一般公共', code: '2010699', projects: [{ name: '公务活动', spending: travel }] }] : [];
      return { year, entries: [...general, ...insurance, ...paid, ...fund, ...capital, ...others].filter(spends), operation };
    });

const spends = (entry: Entry): boolean =>
  isFiscal(entry.source) || outflow(entry) > 0 || (entry.projects?.length ?? 0) > 0 || entry.operating !== undefined;

/** A random unit whose workbook reconciles to the fen and looks sensible to the 合理性 rules; half of them with last year. */
export function arbitraryUnit(size: Size = 'usual'): fc.Arbitrary<Unit> {
  return fc
    .record({
      kind: fc.constantFrom<Unit['kind']>('行政单位', '参公事业单位', '事业单位'),
      year: fc.integer({ min: 2022, max: 2025 }),
      past: fc.boolean(),
    })
    .chain(({ kind, year, past }) =>
      fc.record({
        name: fc.constantFrom('青川示例区随机办公室', '样例市（示例）服务中心'),
        kind: fc.constant(kind),
        now: unitYear(year, kind, size),
        ...(past ? { before: unitYear(year - 1, kind, size) } : {}),
      }),
    );
}
