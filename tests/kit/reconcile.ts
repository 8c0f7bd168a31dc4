import type { Scalar } from '../../src/kernel/workbook';
import type { KitWorkbook } from './build';
import { cellOf, sheetOf, valueAt } from './change';
import type { KitSheet } from './forms/grid';

/**
 * Adds a built workbook up again from its printed cells, knowing nothing of how it was built.
 * Returns what does not add up; an empty list for every workbook of the kit.
 */
export function misfits(workbook: KitWorkbook): readonly string[] {
  return [
    ...workbook.sheets.flatMap((sheet) => (sheet.codes === undefined ? [] : sumsOfColumns(sheet))),
    ...matrixSums(workbook),
    ...ties(workbook),
  ];
}

const fen = (value: Scalar): number => {
  if (value === null || value === '—') return 0;
  if (typeof value !== 'number') throw new Error(`not an amount: ${value}`);
  return Number((value * 100).toFixed(0));
};

/** 合计 = Σ类 = Σ款 = Σ项; every 类 and 款 = Σ of what is under it; a 项 with projects = Σ of them. */
function sumsOfColumns(sheet: KitSheet): readonly string[] {
  const wrong: string[] = [];
  const rows = sheet.values.slice(sheet.data[0] + 1, sheet.data[1] + 1).map((row, i, all) => ({
    code: String(row[0]),
    project: i > 0 && all[i - 1]![0] === row[0] ? true : false,
    row,
  }));
  const own = rows.filter((r) => !r.project);
  for (const column of sheet.amounts) {
    const sum = (some: readonly { row: readonly Scalar[] }[]): number => some.reduce((n, { row }) => n + fen(row[column]!), 0);
    const all = fen(sheet.values[sheet.data[0]]![column]!);
    for (const length of [3, 5, 7]) {
      if (sum(own.filter((r) => r.code.length === length)) !== all)
        wrong.push(`${sheet.id} column ${column}: level ${length} does not add up to 合计`);
    }
    for (const parent of own.filter((r) => r.code.length < 7)) {
      const children = own.filter((r) => r.code.length === parent.code.length + 2 && r.code.startsWith(parent.code));
      if (sum(children) !== fen(parent.row[column]!)) wrong.push(`${sheet.id} ${parent.code} column ${column}`);
    }
    for (const item of own.filter((r) => r.code.length === 7)) {
      const projects = rows.filter((r) => r.project && r.code === item.code);
      if (projects.length > 0 && sum(projects) !== fen(item.row[column]!)) wrong.push(`${sheet.id} ${item.code} projects column ${column}`);
    }
  }
  return wrong;
}

/** 小计 of a matrix = Σ its 款, 合计 = Σ小计; read from the heads. */
function matrixSums(workbook: KitWorkbook): readonly string[] {
  const wrong: string[] = [];
  for (const sheet of workbook.sheets.filter((s) => s.title.includes('明细表'))) {
    const heads = sheet.values[sheet.head[0] + 1]!;
    for (const row of sheet.values.slice(sheet.data[0], sheet.data[1] + 1)) {
      let group = -1;
      const groups = new Map<number, number>();
      for (const column of sheet.amounts.slice(1)) {
        if (heads[column] === '小计') groups.set((group = column), 0);
        else groups.set(group, groups.get(group)! + fen(row[column]!));
      }
      let all = 0;
      for (const [column, sum] of groups) {
        all += sum;
        if (sum !== fen(row[column]!)) wrong.push(`${sheet.id} ${row[0]} 小计 in column ${column}`);
      }
      if (all !== fen(row[sheet.amounts[0]!]!)) wrong.push(`${sheet.id} ${row[0]} 合计`);
    }
  }
  return wrong;
}

type Place = readonly [table: string, row: string, column: string];

/** The ties between forms that a reviewer looks at first, as sums of cells: left = right. */
const between: readonly (readonly [name: string, left: readonly Place[], right: readonly Place[]])[] = [
  ['X01', [['Z01', '行27', '栏3']], [['Z03', '合计', '栏1']]],
  ['X01', [['Z01', '行27', '栏3']], [['Z02', '合计', '栏5']]],
  ['X02', [['Z01_1', '行27', '栏3']], [['Z03', '合计', '栏2']]],
  ['X04', [['Z01', '行84', '栏9']], [['Z04', '合计', '栏1']]],
  ['X04', [['Z01', '行84', '栏9']], [['Z02', '合计', '栏6']]],
  ['X06', [['Z01', '行58', '栏9']], [['Z04', '合计', '栏2']]],
  ['X06', [['Z01', '行61', '栏9']], [['Z04', '合计', '栏3']]],
  [
    'X06',
    [
      ['Z01', '行63', '栏9'],
      ['Z01', '行65', '栏9'],
    ],
    [
      ['Z04', '合计', '栏4'],
      ['Z04', '合计', '栏6'],
    ],
  ],
  ['X07', [['Z04', '合计', '栏2']], [['Z05_1', '合计', '栏1']]],
  ['X07', [['Z04', '合计', '栏3']], [['Z05_2', '合计', '栏1']]],
  ['X07', [['Z04', '合计', '栏5']], [['Z05_3', '合计', '栏1']]],
  [
    'X08',
    [['Z05', '合计', '栏1']],
    [
      ['Z05_1', '合计', '栏1'],
      ['Z05_2', '合计', '栏1'],
      ['Z05_3', '合计', '栏1'],
    ],
  ],
  ['X09', [['Z01', '行68', '栏9']], [['Z05', '合计', '栏1']]],
  [
    'X10',
    [['Z01', '行59', '栏9']],
    [
      ['Z05_1', '合计', '栏2'],
      ['Z05_1', '合计', '栏44'],
    ],
  ],
  ['X11', [['Z01', '行29', '栏3']], [['Z02', '合计', '栏1']]],
  ['X11', [['Z01', '行86', '栏9']], [['Z02', '合计', '栏13']]],
  ['X12', [['Z06', '合计', '栏7']], [['Z04', '合计', '栏3']]],
  ['X12', [['Z06', '合计', '栏2']], [['Z02', '合计', '栏3']]],
  ['X13', [['Z07', '合计', '栏4']], [['Z01', '行1', '栏3']]],
  ['X14', [['Z07', '合计', '栏7']], [['Z01_1', '行85', '栏25']]],
  ['X15', [['Z07', '合计', '栏1']], [['Z01_1', '行29', '栏3']]],
  ['X15', [['Z07', '合计', '栏12']], [['Z01_1', '行87', '栏24']]],
  ['X16', [['Z07', '合计', '栏7']], [['Z08', '合计', '栏1']]],
  ['X16', [['Z07', '合计', '栏8']], [['Z08_1', '合计', '栏1']]],
  ['X16', [['Z07', '合计', '栏11']], [['Z08_2', '合计', '栏1']]],
  [
    'X17',
    [['Z07', '合计', '栏9']],
    [
      ['Z08_1', '合计', '栏2'],
      ['Z08_1', '合计', '栏44'],
    ],
  ],
  ['X19', [['Z09', '合计', '栏3']], [['Z10', '合计', '栏1']]],
  [
    'X19',
    [['Z10', '合计', '栏1']],
    [
      ['Z10_1', '合计', '栏1'],
      ['Z10_2', '合计', '栏1'],
    ],
  ],
  ['X20', [['Z11', '合计', '栏3']], [['Z12', '合计', '栏1']]],
  [
    'B6',
    [['Z01', '行84', '栏7']],
    [
      ['Z01', '行58', '栏7'],
      ['Z01', '行61', '栏7'],
      ['Z01', '行63', '栏7'],
      ['Z01', '行64', '栏7'],
      ['Z01', '行65', '栏7'],
    ],
  ],
  [
    'B6',
    [['Z01', '行84', '栏8']],
    [
      ['Z01', '行58', '栏8'],
      ['Z01', '行61', '栏8'],
      ['Z01', '行63', '栏8'],
      ['Z01', '行64', '栏8'],
      ['Z01', '行65', '栏8'],
    ],
  ],
  ...(['1', '2', '3'] as const).flatMap((n): [string, Place[], Place[]][] => [
    [
      'B2',
      [['Z01', '行31', `栏${n}`]],
      [
        ['Z01', '行27', `栏${n}`],
        ['Z01', '行28', `栏${n}`],
        ['Z01', '行29', `栏${n}`],
      ],
    ],
    ['B8', [['Z01', '行31', `栏${n}`]], [['Z01', '行88', `栏${Number(n) + 6}`]]],
    [
      'B8',
      [['Z01', '行88', `栏${Number(n) + 6}`]],
      [
        ['Z01', '行84', `栏${Number(n) + 6}`],
        ['Z01', '行85', `栏${Number(n) + 6}`],
        ['Z01', '行86', `栏${Number(n) + 6}`],
      ],
    ],
    ['Z011-B4', [['Z01_1', '行32', `栏${n}`]], [['Z01_1', '行90', `栏${Number(n) * 4 + 12}`]]],
  ]),
  [
    'F03-B1',
    [['F03', '行2', '栏3']],
    [
      ['F03', '行3', '栏3'],
      ['F03', '行4', '栏3'],
      ['F03', '行7', '栏3'],
    ],
  ],
  ['F03-B3', [['F03', '行26', '栏4']], ['27', '28', '29', '30', '31', '32', '33', '34'].map((n): Place => ['F03', `行${n}`, '栏4'])],
];

function ties(workbook: KitWorkbook): readonly string[] {
  const value = ([table, row, column]: Place): number => {
    const { sheet, a1 } = cellOf(workbook, table, row, column);
    return fen(valueAt(workbook, sheet, a1));
  };
  const sum = (places: readonly Place[]): number => places.reduce((n, place) => n + value(place), 0);
  const wrong = between.flatMap(([name, left, right]) =>
    sum(left) === sum(right)
      ? []
      : [`${name}: ${left.map((p) => p.join(' ')).join(' + ')} is not ${right.map((p) => p.join(' ')).join(' + ')}`],
  );
  return [...wrong, ...eachColumnOfZ05(workbook)];
}

/** X08 and X18 cell by cell: 05 = 05-1 + 05-2 + 05-3, 08 = 08-1 + 08-2, 10 = 10-1 + 10-2, for every code and column. */
function eachColumnOfZ05(workbook: KitWorkbook): readonly string[] {
  const families = [
    ['Z05', 'Z05_1', 'Z05_2', 'Z05_3'],
    ['Z08', 'Z08_1', 'Z08_2'],
    ['Z10', 'Z10_1', 'Z10_2'],
  ];
  return families.flatMap(([whole, ...parts]) => {
    const read = (id: string): Map<string, number[]> => {
      const sheet = sheetOf(workbook, id);
      const rows = new Map<string, number[]>();
      for (const row of sheet.values.slice(sheet.data[0], sheet.data[1] + 1)) {
        // The project rows behind a 项 repeat its code: only the first counts.
        const code = String(row[0] ?? '合计');
        if (!rows.has(code))
          rows.set(
            code,
            sheet.amounts.map((c) => fen(row[c]!)),
          );
      }
      return rows;
    };
    const sums = new Map<string, number[]>();
    for (const part of parts) {
      for (const [code, values] of read(part)) {
        const sum = sums.get(code) ?? values.map(() => 0);
        sums.set(
          code,
          sum.map((n, i) => n + values[i]!),
        );
      }
    }
    return [...read(whole!)].flatMap(([code, values]) =>
      values.join() === (sums.get(code) ?? []).join() ? [] : [`${whole} ${code} is not the sum of its parts`],
    );
  });
}
