import type { Role, Workbook } from '../../src/kernel/workbook';
import type { Operation, Unit, UnitYear } from './description';
import { cs02, f01, f02 } from './forms/annexes';
import { fundFlow, z02, z03, z04, z07 } from './forms/flows';
import type { KitSheet } from './forms/grid';
import type { Heading } from './forms/heading';
import { matrix, matrixKinds } from './forms/matrices';
import { f03 } from './forms/operation';
import { z01 } from './forms/z01';
import { z01_1 } from './forms/z01_1';
import { z06 } from './forms/z06';
import type { MatrixTable } from '../../src/layouts/keys';
import { resolve, type Line } from './ledger';

/** A snapshot whose sheets also know their own geometry. Usable wherever a `Workbook` is. */
export interface KitWorkbook extends Workbook {
  readonly sheets: readonly KitSheet[];
}

export interface BuiltYears {
  readonly now: KitWorkbook;
  readonly before?: KitWorkbook;
}

/** Every form of one year, in the order of the export. */
export function layOut(unit: Unit, year: UnitYear, lines: readonly Line[], last: readonly Line[] | undefined): readonly KitSheet[] {
  const heading: Heading = { unitName: unit.name, year: year.year };
  const grids = new Map(matrixKinds.map((kind) => [kind.id, matrix(heading, lines, kind)]));
  const of = (id: MatrixTable): KitSheet => grids.get(id)!;
  return [
    z01(heading, lines),
    z01_1(heading, lines),
    z02(heading, lines),
    z03(heading, lines),
    z04(heading, lines),
    of('Z05'),
    of('Z05_1'),
    of('Z05_2'),
    of('Z05_3'),
    z06(heading, lines),
    z07(heading, lines),
    of('Z08'),
    of('Z08_1'),
    of('Z08_2'),
    fundFlow(heading, lines, 'Z09', '政府性基金'),
    of('Z10'),
    of('Z10_1'),
    of('Z10_2'),
    fundFlow(heading, lines, 'Z11', '国有资本'),
    of('Z12'),
    f01(heading, lines),
    f02(heading, year.staff ?? {}),
    f03(heading, lines, unit, year.operation ?? {}),
    ...(unit.withCs02 ? [cs02(heading, lines, last)] : []),
  ];
}

const fileOf = (unit: Unit, year: number): string => `${unit.name}${year}.xlsx`;

/** This year's workbook and, where the unit describes it, last year's; every sum and tie holds to the fen. */
export function buildYears(unit: Unit): BuiltYears {
  const before = unit.before && resolve(unit.before);
  const now = resolve(unit.now, before);
  const book = (role: Role, year: UnitYear, lines: readonly Line[], last?: readonly Line[]): KitWorkbook => ({
    role,
    file: fileOf(unit, year.year),
    sheets: layOut(unit, year, lines, last),
  });
  return {
    now: book('本年', unit.now, now, before),
    ...(before ? { before: book('上年', unit.before!, before) } : {}),
  };
}

/** The forms of a department: those of its units, of one year, added up. */
export function buildSum(units: readonly Unit[]): KitWorkbook {
  const [first] = units as readonly [Unit, ...Unit[]];
  const lines = units.flatMap((unit) => resolve(unit.now));
  const operation = units.reduce<Operation>((sum, { now }) => added(sum, now.operation ?? {}), {});
  return { role: '本年', file: fileOf(first, first.now.year), sheets: layOut(first, { ...first.now, operation }, lines, undefined) };
}

/** Counts and amounts of 附03 added up. */
function added(a: Operation, b: Operation): Operation {
  const plus = (x: unknown, y: unknown): unknown => {
    if (x === undefined || y === undefined) return x ?? y;
    if (typeof x === 'number') return x + (y as number);
    if (Array.isArray(x)) return x.map((one: number, i) => one + (y as readonly number[])[i]!);
    const [p, q] = [x, y] as [Record<string, unknown>, Record<string, unknown>];
    return Object.fromEntries([...new Set([...Object.keys(p), ...Object.keys(q)])].map((key) => [key, plus(p[key], q[key])]));
  };
  return plus(a, b) as Operation;
}

export const buildWorkbook = (unit: Unit): KitWorkbook => buildYears(unit).now;
