import fc from 'fast-check';
import { startCheck } from '../../src/checks/check';
import { phraseText } from '../../src/facts/phrase';
import { rules } from '../../src/rules/index';
import { buildSum, buildYears, type KitWorkbook } from '../kit/build';
import { arbitraryUnit, type Entry, type Project, type Spending, type Unit, type UnitYear } from '../kit/index';
import { chance, isMoney, mapCells, randomOf, type Random } from '../kit/variants/variant';
import { inputOf } from './base';

interface Books {
  readonly now: KitWorkbook;
  readonly before?: KitWorkbook;
}
type Make = (seed: number, random: Random) => Books;

const units = (seed: number, count = 1): readonly Unit[] => fc.sample(arbitraryUnit(), { seed, numRuns: count });
const one = (seed: number): Unit => units(seed)[0]!;
const thisYear = (unit: Unit, change: (year: UnitYear) => UnitYear): Books =>
  buildYears({ name: unit.name, kind: unit.kind, now: change(unit.now) });
const entriesOf = (keep: (entry: Entry) => boolean, change: (entry: Entry) => Entry = (entry) => entry): Make => {
  return (seed) => {
    for (let next = seed; ; next += 100_000) {
      const unit = one(next);
      const entries = unit.now.entries.filter(keep).map(change);
      if (entries.length > 0) return thisYear(unit, (year) => ({ ...year, entries, operation: operationOf(year, entries) }));
    }
  };
};

/** 附03 counts what the entry with the “三公” pays for. */
const operationOf = ({ operation }: UnitYear, entries: readonly Entry[]): UnitYear['operation'] =>
  entries.some(({ projects }) => projects?.some(({ name }) => name === '公务活动')) ? operation : undefined;

/** “三公” and the housing fund are tied to other figures: they keep their sign. */
const TIED = ['30108', '30109', '30113', '30212', '30217', '30231', '30913', '31013'];
const refunded = (spending: Spending | undefined, random: Random): Spending | undefined =>
  spending &&
  Object.fromEntries(Object.entries(spending).map(([code, fen]) => [code, !TIED.includes(code) && chance(random, 0.4) ? -fen : fen]));
const some = (random: Random): number => Math.floor(random() * 50_000_000) * (random() < 0.5 ? -1 : 1);

const overdrawnProject = (project: Project, random: Random): Project => ({ ...project, opening: some(random), income: some(random) });
const overdrawn = (entry: Entry, random: Random): Entry => ({
  ...entry,
  basicOpening: some(random),
  ...(entry.basic ? { basicIncome: some(random) } : {}),
  ...(entry.projects ? { projects: entry.projects.map((project) => overdrawnProject(project, random)) } : {}),
  ...(entry.operating ? { operating: { ...entry.operating, opening: some(random), income: some(random) } } : {}),
});
/** 财决01表 61行≥62行 is an official formula and is kept, refunds or not: no refund of projects where there is 基本建设. */
const isConstruction = ({ spending }: Project): boolean => Object.keys(spending ?? {}).some((code) => /^3(09|11)/.test(code));
const refund = (entry: Entry, random: Random, construction: boolean): Entry => ({
  ...entry,
  basic: refunded(entry.basic, random),
  projects: entry.projects?.map((project) => (construction ? project : { ...project, spending: refunded(project.spending, random) })),
});
const scaled = (spending: Spending | undefined, factor: number): Spending | undefined =>
  spending && Object.fromEntries(Object.entries(spending).map(([code, fen]) => [code, fen * factor]));
const huge = (entry: Entry): Entry => ({
  source: entry.source,
  code: entry.code,
  basic: scaled(entry.basic, 100_000),
  projects: entry.projects?.map((project) => ({ ...project, spending: scaled(project.spending, 100_000), leaves: undefined })),
});

const zeroes = (workbook: KitWorkbook): KitWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) =>
    mapCells(sheet, (value, row, column) =>
      typeof value === 'number' && row >= sheet.data[0] && row <= sheet.data[1] && sheet.amounts.includes(column) ? 0 : value,
    ),
  ),
});

/** Clean units that few forms were made for. */
export const unusual: Readonly<Record<string, Make>> = {
  随机单位: (seed) => buildYears(one(seed)),
  结余为负: (seed, random) =>
    thisYear(one(seed), (year) => ({ ...year, overdrawn: true, entries: year.entries.map((entry) => overdrawn(entry, random)) })),
  收回支出: (seed, random) =>
    thisYear(one(seed), (year) => {
      const construction = year.entries.some(({ projects }) => projects?.some(isConstruction));
      return { ...year, overdrawn: true, entries: year.entries.map((entry) => refund(entry, random, construction)) };
    }),
  只有政府性基金: entriesOf(({ source }) => source === '政府性基金'),
  只有国有资本经营预算: entriesOf(({ source }) => source === '国有资本'),
  只有非财政资金: entriesOf(({ source }) => !['一般公共', '政府性基金', '国有资本'].includes(source)),
  没有基本支出: entriesOf(
    ({ projects }) => (projects?.length ?? 0) > 0,
    ({ source, code, projects }) => ({ source, code, projects }),
  ),
  没有项目支出: entriesOf(
    ({ basic, source }) => basic !== undefined && source === '一般公共',
    ({ source, code, basic }) => ({ source, code, basic }),
  ),
  只有一个项: (seed) =>
    thisYear(one(seed), (year) => ({ ...year, entries: year.entries.slice(0, 1), operation: operationOf(year, year.entries.slice(0, 1)) })),
  几个单位汇总: (seed) => {
    const all = units(seed, 3);
    return { now: buildSum(all.map(({ name, kind, now }) => ({ name, kind, now: { ...now, year: all[0]!.now.year } }))) };
  },
  全部为零: (seed) => ({ now: zeroes(buildYears(one(seed)).now) }),
  金额极大: (seed) => thisYear(one(seed), (year) => ({ ...year, entries: year.entries.map(huge) })),
};

/** Printed in 万元 with two decimals, every cell rounded by itself. */
const inWan = (workbook: KitWorkbook): KitWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) =>
    sheet.id === 'F02' || sheet.id === 'other' || sheet.id === 'public'
      ? sheet
      : mapCells(sheet, (value, row, column) => {
          if (typeof value === 'string' && row < sheet.head[0]) return value.replace(/(单位[：:]\s*)元$/, '$1万元');
          return typeof value === 'number' && isMoney(sheet, row, column) ? Number((value / 10000).toFixed(2)) : value;
        }),
  ),
});

/** Errors that are told of a clean unit: there should be none. */
export async function falseErrors(kind: string, seed: number, wan: boolean): Promise<readonly string[]> {
  const made = unusual[kind]!(seed, randomOf(seed));
  const [now, before] = wan ? [inWan(made.now), made.before && inWan(made.before)] : [made.now, made.before];
  const { report } = await startCheck(await inputOf(now, before), rules);
  return report.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${kind} ${seed}${wan ? ' 万元' : ''} ${rule} ${phraseText(message)}`);
}
