import type { KitWorkbook } from '../build';
import type { KitSheet } from '../forms/grid';
import { chance, perSheet, pick, type Random, type Variant } from './variant';
import type { Scalar } from '../../../src/kernel/workbook';

/** 财决08-1表 → Z08_1, 财决附03表 → F03, CS02表 → CS02. */
const shortId = (sheet: KitSheet): string =>
  sheet.number
    .replace(/表$/, '')
    .replace(/^财决附/, 'F')
    .replace(/^财决/, 'Z')
    .replace('-', '_');
const plainTitle = (sheet: KitSheet): string => sheet.title.replace(/[（(].*$/, '');

/** Ways of naming a sheet; the export's own is the plain workbook. */
const namings: Readonly<Record<string, (sheet: KitSheet, random: Random, index: number) => string>> = {
  'names: only the number (财决01, 附03)': (sheet) => sheet.number.replace(/表$/, '').replace(/^财决附/, '附'),
  'names: the number with 表 (财决08-1表)': (sheet) => sheet.number,
  'names: with hyphens (Z01-收入支出决算总表)': (sheet) => `${shortId(sheet).replace('_', '-')}-${plainTitle(sheet)}`,
  'names: without the space (Z01收入支出决算总表)': (sheet) => `${shortId(sheet)}${plainTitle(sheet)}(${sheet.number})`,
  'names: title only': (sheet) => plainTitle(sheet),
  'names: full-width brackets': (sheet) => sheet.name.replace(/\(/g, '（').replace(/\)/g, '）'),
  'names: stray spaces': (sheet) => ` ${sheet.name.replace(' ', '  ')} `,
  'names: full-width letters and digits': (sheet) => sheet.name.replace(/[A-Z0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  'names: lower case': (sheet) => sheet.name.toLowerCase(),
  'names: cut shorter': (sheet, random) => sheet.name.slice(0, 8 + Math.floor(random() * 20)),
  'names: renamed by hand': (_, random, index) => `${pick(random, ['定稿', '王会计', '副本', 'Sheet', '表'])}${index + 1}`,
};

/** Excel allows 31 characters and no two equal names. */
function unique(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name.slice(0, 31);
    for (let n = 2; taken.has(own.trim().toLowerCase()); n++) own = `${name.slice(0, 27)} (${n})`;
    taken.add(own.trim().toLowerCase());
    return own;
  });
}

const renaming = ([name, rename]: [string, (typeof namings)[string]]): Variant => ({
  name,
  group: 'names',
  apply: (workbook, random) => {
    const names = unique(workbook.sheets.map((sheet, i) => (sheet.id === 'other' ? sheet.name : rename!(sheet, random, i))));
    return { ...workbook, sheets: workbook.sheets.map((sheet, i) => ({ ...sheet, name: names[i]! })) };
  },
});

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

const other = (name: string, values: readonly (readonly Scalar[])[]): KitSheet => ({
  id: 'other',
  number: '',
  title: name,
  name,
  visibility: 'visible',
  top: 0,
  left: 0,
  values,
  merges: [],
  head: [0, -1],
  data: [0, -1],
  amounts: [],
  widths: [],
});

/** Sheets that a workbook carries besides the forms. */
const strangers = (workbook: KitWorkbook): readonly KitSheet[] => [
  other('封面', [
    [null, '部门决算报表'],
    [null, null],
    ['单位负责人', '张某'],
    ['填表人', '李某'],
    ['单位基本性质', '行政单位'],
  ]),
  other('通讯录', [
    ['姓名', '电话'],
    ['张某', 8001234],
    ['李某', 8005678],
  ]),
  other('空白', []),
  other('填报说明', [['一、报表编制情况'], ['本单位共有独立核算机构1个，本年收入较上年有所变动。'], ['二、其他需要说明的情况'], ['无']]),
  other('工作底稿', [
    ['科目', '金额', '备注'],
    ['差旅费', 1234.5, '见凭证'],
    ['办公费', '待核', null],
    [workbook.sheets[0]?.name ?? '', 1, null],
  ]),
];

export const sheetVariants: readonly Variant[] = [
  ...Object.entries(namings).map(renaming),
  { name: 'order: shuffled', apply: (workbook, random) => ({ ...workbook, sheets: shuffled(workbook.sheets, random) }) },
  perSheet('hidden sheets', (sheet, random) => ({ ...sheet, visibility: pick(random, ['visible', 'hidden', 'veryHidden'] as const) })),
  {
    name: 'extra sheets',
    apply: (workbook, random) => {
      const sheets = [...workbook.sheets];
      for (const stranger of strangers(workbook))
        if (chance(random, 0.7)) sheets.splice(Math.floor(random() * (sheets.length + 1)), 0, stranger);
      return { ...workbook, sheets };
    },
  },
];
