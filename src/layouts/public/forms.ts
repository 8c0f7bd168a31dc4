import type { Source } from '../../kernel/source';
import type { ColumnWords, Layout } from '../layout';
import { column, needed } from '../layout';
import { z01RowWords } from '../z01';
import { z01_1RowWords } from '../z01_1';
import { z03Columns } from '../z03';
import { z04Columns } from '../z04';
import { fundColumns } from '../z07';

/**
 * The forms that are published with the 说明, in 万元: Sichuan prints thirteen, the central form nine, under other
 * numbers. They are told apart by their titles; figures that a 财决 form also holds get the same keys.
 */
const published: Source = { by: 'official', doc: '部门决算公开表', clause: '公开表', unverified: true };

const publicForm = (
  number: number,
  others: readonly number[],
  table: string,
  titles: readonly string[],
  proof: readonly string[],
  body: Layout['body'],
): Layout => {
  const printed = (n: number): string => `公开${String(n).padStart(2, '0')}表`;
  return {
    id: `P${String(number).padStart(2, '0')}`,
    table,
    family: '公开',
    titles,
    numbers: [number, ...others].map(printed),
    source: { ...published, clause: printed(number) },
    unit: '万元',
    blankMeansNone: true,
    proof,
    body,
    absence: '',
  };
};

const names = ['科目名称'];
const spending = ['科目名称', '基本支出', '项目支出'];
const printedSpending: readonly ColumnWords[] = [
  needed('本年支出·合计', '本年支出|本年支出合计 > 合计|小计', '本年支出合计|本年支出|合计|小计'),
  needed('本年支出·基本支出', '基本支出 > 小计|合计', '基本支出'),
  needed('本年支出·项目支出', '项目支出'),
];
const totals = '合计|小计|决算数|决算数合计';
const fundsOf = (total: string): readonly ColumnWords[] => [
  needed('决算数·小计', total, `决算数|金额 > ${total}`, '决算数|金额'),
  needed('决算数·一般公共', '一般公共预算财政拨款|一般公共预算'),
  needed('决算数·政府性基金', '政府性基金预算财政拨款|政府性基金预算'),
  column('决算数·国有资本', '国有资本经营预算财政拨款|国有资本经营预算'),
];

const vehicles = '公务用车购置及运行维护费|公务用车购置及运行费';
/** The heads stand either way round: 预算数 over the uses of the money, or each use over 预算数 and 决算数. */
const sanGong = (col: '年初预算数' | '全年预算数' | '统计数', head: string, must: boolean): readonly ColumnWords[] => {
  const either = (key: string, ...path: readonly string[]): ColumnWords =>
    (must ? needed : column)(`${key}.${col}`, [head, ...path].join(' > '), [...path, head].join(' > '));
  const maybe = (key: string, ...path: readonly string[]): ColumnWords => ({ ...either(key, ...path), required: false });
  // The total comes last: below the vehicles a 合计 or 小计 of their own may stand.
  return [
    either('因公出国（境）费', '因公出国(境)费|因公出国(境)费用'),
    maybe('公务用车购置及运行维护费', vehicles, '小计|合计'),
    maybe('公务用车购置费', vehicles, '公务用车购置费'),
    maybe('公务用车运行维护费', vehicles, '公务用车运行维护费|公务用车运行费'),
    either('公务接待费', '公务接待费'),
    either('三公经费支出合计', '合计|小计'),
  ];
};

/** Printed as a matrix in Sichuan and as a list of 经济分类 in the central form. */
const basicTitles = ['一般公共预算财政拨款基本支出决算表', '一般公共预算财政拨款基本支出决算明细表'];
const codes = '科目编码|科目代码|经济分类科目编码|经济分类科目代码';

const actual = [needed('决算数', '决算数|金额')];
/** Rows of the nature block are printed by the 财决 forms only. */
const rowsOf = (rows: typeof z01RowWords | typeof z01_1RowWords) => rows.filter((row) => row.in.join() !== '性质');

export const publicForms: readonly Layout[] = [
  publicForm(1, [], 'Z01', ['收入支出决算总表'], ['本年收入合计', '本年支出合计', '年末结转和结余'], {
    kind: 'fixed',
    blocks: [
      { name: '收入', head: '', columns: actual },
      { name: '功能', head: '', columns: actual },
    ],
    rows: rowsOf(z01RowWords),
  }),
  publicForm(2, [], 'Z03', ['收入决算表'], [...names, '本年收入合计', '财政拨款收入'], { kind: 'codes', columns: z03Columns }),
  publicForm(3, [], 'Z04', ['支出决算表'], [...spending, '本年支出合计'], { kind: 'codes', columns: z04Columns }),
  publicForm(4, [], 'Z01_1', ['财政拨款收入支出决算总表'], ['本年收入合计', '年初财政拨款结转和结余', '本年支出合计'], {
    kind: 'fixed',
    blocks: [
      { name: '收入', head: '', columns: actual },
      { name: '功能', head: '', columns: fundsOf(totals) },
    ],
    rows: rowsOf(z01_1RowWords),
  }),
  publicForm(5, [], 'P05', ['财政拨款支出决算明细表'], [...names, '工资福利支出', '商品和服务支出'], { kind: 'codes', columns: 'matrix' }),
  publicForm(6, [5], 'Z07', ['一般公共预算财政拨款支出决算表'], spending, { kind: 'codes', columns: printedSpending }),
  publicForm(7, [], 'Z08', ['一般公共预算财政拨款支出决算明细表'], [...names, '工资福利支出', '商品和服务支出'], {
    kind: 'codes',
    columns: 'matrix',
  }),
  publicForm(8, [6], 'Z08_1', basicTitles, [...names, '合计', '小计', '工资福利支出', '商品和服务支出'], {
    kind: 'codes',
    columns: 'matrix',
  }),
  {
    ...publicForm(8, [6], 'Z08_1', basicTitles, ['金额|决算数', '工资福利支出', '商品和服务支出', codes], {
      kind: 'list',
      amount: '金额|决算数',
    }),
    id: 'P08L',
  },
  publicForm(9, [], 'Z08_2', ['一般公共预算财政拨款项目支出决算表'], names, {
    kind: 'codes',
    columns: [needed('合计', '金额|合计|小计|项目支出|决算数|本年支出')],
    projects: true,
  }),
  publicForm(
    10,
    [8],
    'Z09',
    ['政府性基金预算财政拨款收入支出决算表', '政府性基金预算财政拨款收入、支出决算表', '政府性基金预算财政拨款收入支出决算明细表'],
    [...spending, '本年支出', '年末结转和结余'],
    { kind: 'codes', columns: fundColumns },
  ),
  publicForm(
    11,
    [9],
    'Z11',
    ['国有资本经营预算财政拨款收入支出决算表', '国有资本经营预算财政拨款收入、支出决算表'],
    [...spending, '年末结转和结余'],
    {
      kind: 'codes',
      columns: fundColumns,
    },
  ),
  publicForm(12, [9], 'Z11', ['国有资本经营预算财政拨款支出决算表'], spending, { kind: 'codes', columns: printedSpending }),
  publicForm(
    13,
    [7],
    'F03',
    ['财政拨款三公经费支出决算表', '一般公共预算财政拨款三公经费支出决算表'],
    ['决算数|决算统计数|统计数', '公务接待费'],
    {
      kind: 'single',
      // A plain 预算数 is the 全年预算数 by the note of the form since 2022.
      columns: [
        ...sanGong('年初预算数', '年初预算数', false),
        ...sanGong('全年预算数', '预算数|全年预算数', false),
        ...sanGong('统计数', '决算数|决算统计数|统计数', true),
      ],
    },
  ),
];
