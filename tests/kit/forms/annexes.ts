import type { Scalar } from '../../../src/kernel/workbook';
import type { Fen, Staff, ThreePublicPart } from '../description';
import { total, type Line } from '../ledger';
import type { Heading } from './heading';
import { amount, Grid, putCaption, sheetName, type Caption, type KitSheet } from './grid';
import { threePublic } from './operation';

interface LabelForm extends Caption {
  readonly name?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [word: string, ...values: Scalar[]])[];
  /** Number columns (from 0) that hold no money. */
  readonly counts?: readonly number[];
  readonly note?: string;
}

/** 项目, 行次 and a few number columns. */
function labelForm(form: LabelForm): KitSheet {
  const grid = new Grid(2 + form.columns.length);
  putCaption(grid, form);
  grid.putRow(3, 0, ['项目', '行次', ...form.columns]);
  grid.putRow(4, 0, ['栏次', null, ...form.columns.map((_, i) => i + 1)]);
  form.rows.forEach(([word, ...values], i) => grid.putRow(5 + i, 0, [word, i + 1, ...values]));
  const end = 4 + form.rows.length;
  if (form.note) grid.put(end + 1, 0, form.note);
  return {
    id: form.id,
    title: form.title,
    number: form.number,
    name: form.name ?? sheetName(form.id, form.title, form.number),
    visibility: 'visible',
    top: 0,
    left: 0,
    values: grid.rows,
    merges: grid.merges,
    head: [3, 4],
    data: [5, end],
    amounts: form.columns.map((_, i) => 2 + i),
    ...(form.counts ? { counts: form.rows.flatMap((_, i) => form.counts!.map((n) => ({ row: 5 + i, column: 2 + n }))) } : {}),
    widths: [44, 6, ...form.columns.map(() => 16)],
  };
}

/** 财决附01: opening and closing values of asset and liability accounts (rows unverified on a real workbook). */
export function f01(heading: Heading, lines: readonly Line[]): KitSheet {
  const opening = total(lines.map((l) => l.opening));
  const closing = total(lines.map((l) => l.closing));
  return labelForm({
    ...heading,
    id: 'F01',
    title: '预算支出相关信息表',
    number: '财决附01表',
    columns: ['年初数', '年末数'],
    rows: [
      ['一、货币资金', amount(opening), amount(closing)],
      ['二、财政应返还额度', null, null],
      ['三、应收及预付款项', null, null],
      ['四、固定资产原值', null, null],
    ],
    note: '注：本表反映单位年初、年末有关资产负债科目余额情况。',
  });
}

/** 财决附02: people and institutions (rows unverified on a real workbook). */
export function f02(heading: Heading, staff: Staff): KitSheet {
  const count = (n = 0): Scalar => n || null;
  const { administrative = 0, civilLike = 0, institution = 0, retired } = staff;
  return labelForm({
    ...heading,
    id: 'F02',
    title: '基本数字表',
    number: '财决附02表',
    columns: ['年末实有人数'],
    counts: [0],
    rows: [
      ['一、在职人员', count(administrative + civilLike + institution)],
      ['  1．行政人员', count(administrative)],
      ['  2．参照公务员法管理人员', count(civilLike)],
      ['  3．财政补助事业人员', count(institution)],
      ['二、离休人员', null],
      ['三、退休人员', count(retired)],
      ['四、独立编制机构数', 1],
      ['五、独立核算机构数', 1],
    ],
    note: '注：本表反映单位年末机构、人员情况。',
  });
}

/** CS02, an annex of the 填报说明: this year and last side by side. */
export function cs02(heading: Heading, now: readonly Line[], before: readonly Line[] | undefined): KitSheet {
  const paid = (lines: readonly Line[] | undefined, code: string): Fen =>
    total(
      (lines ?? [])
        .filter((l) => l.fund === '一般公共')
        .flatMap((l) => [l.basicSpending, ...l.projects.map((p) => p.spending)])
        .map((s) => s[code] ?? 0),
    );
  const of = (lines: readonly Line[] | undefined, ...parts: readonly ThreePublicPart[]): Fen =>
    total(parts.map((p) => threePublic(lines ?? [], p)));
  const row = (word: string, measure: (lines: readonly Line[] | undefined) => Fen): [string, ...Scalar[]] => {
    const [a, b] = [measure(now), measure(before)];
    // Percentages of this annex are printed with two decimals; blank where last year was zero.
    return [word, amount(a), amount(b), amount(a - b), b === 0 || a === b ? null : Number((((a - b) * 100) / b).toFixed(2))];
  };
  return labelForm({
    ...heading,
    id: 'CS02',
    name: 'CS02 主要指标变动情况表',
    title: '主要指标变动情况表',
    number: 'CS02表',
    columns: ['本年数', '上年数', '增减额', '增减率（%）'],
    counts: [3],
    rows: [
      row('因公出国（境）费', (l) => of(l, 'abroad')),
      row('公务用车购置及运行维护费', (l) => of(l, 'purchase', 'running')),
      row('  公务用车购置费', (l) => of(l, 'purchase')),
      row('  公务用车运行维护费', (l) => of(l, 'running')),
      row('公务接待费', (l) => of(l, 'reception')),
      row('会议费', (l) => paid(l, '30215')),
      row('培训费', (l) => paid(l, '30216')),
    ],
  });
}
