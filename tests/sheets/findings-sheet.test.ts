import { printed } from '../../src/facts/phrase';
import { lastYear, thisYear } from '../kit/books';
import type { CheckReport, Finding } from '../../src/facts/outcome';
import type { CellRef } from '../../src/kernel/workbook';
import { findingsSheet } from '../../src/sheets/findings/sheet';
import { verdictOf } from '../../src/sheets/findings/words';
import { columnOf } from './fixture';

const source = { by: 'official', doc: '部门决算审核公式', clause: '财决04表 1' } as const;
const at = (sheet: string, a1: string, book: CellRef['book'] = thisYear): CellRef => ({ book, sheet, a1 });
const finding = (id: string, more: Partial<Finding> = {}): Finding => ({
  id,
  rule: id.split('@')[0]!,
  severity: 'error',
  title: `${id}的标题`,
  kind: 'rule',
  message: [printed('合计多 100.00 元。')],
  hint: '请核对。',
  source,
  cells: [at('Z04 支出决算表(财决04表)', 'F12')],
  left: { text: '合计', value: '1234567.80', cells: [] },
  right: { text: '各项之和', value: '1234467.80', cells: [] },
  difference: '100.00',
  equation: [printed('1,234,567.80 ≠ 1,234,467.80')],
  group: 'g1',
  fingerprint: 'f',
  ...more,
});
const report: CheckReport = {
  unit: '=某县政府办公室',
  year: 2024,
  tables: [
    {
      id: 'Z01',
      title: '收入支出决算总表',
      status: 'read',
      role: '本年',
      sheet: 'Z01 收入支出决算总表(财决01表)',
      unit: '元',
      year: 2024,
      rows: 61,
    },
    { id: 'F03', title: '机构运行信息表', status: 'missing', role: '本年', note: '缺少附03，“三公”经费未核对。' },
  ],
  findings: [
    finding('Z04-A01@x', { cells: [at('Z04 支出决算表(财决04表)', 'F12'), at('Z05', 'E9'), at('Z01', 'E37', lastYear)] }),
    finding('Z01-X02@y', { severity: 'warning' }),
    finding('F03-F01@z', { group: 'none' }),
    finding('Z03-A01@w', { aside: { reason: '-已与业务科核实', at: '2025-08-01' } }),
  ],
  groups: [
    {
      id: 'g1',
      kind: 'cell',
      severity: 'error',
      title: [printed('F12 多 100.00 元')],
      why: [printed('两个算式都差这个数')],
      difference: '100.00',
      cells: [at('Z04 支出决算表(财决04表)', 'F12')],
      findings: ['Z04-A01@x', 'Z01-X02@y'],
      clues: [{ text: [printed('与 Z05 E9 的数相同')], cells: [at('Z05', 'E9')] }],
    },
  ],
  ledger: [
    {
      rule: 'Z04-A01',
      title: '合计等于各项之和',
      severity: 'error',
      source,
      formula: '合计 = Σ 项',
      passed: 1190,
      rounding: 2,
      failed: 1,
      blocked: 3,
      notApplicable: 4,
      empty: 1204,
      whyBlocked: [{ reason: '缺少附03', places: 3 }],
      whyNotApplicable: [{ reason: '表中未填列', places: 4 }],
    },
  ],
  counts: { passed: 1190, rounding: 2, failed: 1, blocked: 11, notApplicable: 4, empty: 1204 },
};
const picture = findingsSheet(report, { file: 'a.xlsx', date: '2025-08-12', unit: report.unit, year: 2024 });
const texts = picture.cells.map(({ value }) => value);
const rowOf = (text: string): number => picture.cells.find(({ value }) => value === text)!.row;
const cell = (row: number, column: number): (typeof picture.cells)[number] =>
  picture.cells.find((c) => c.row === row && c.column === column)!;

describe('findingsSheet', () => {
  it('says in one line how many places were checked and how many not', () => {
    expect(texts).toContain('已核对 1 193 处：平 1 190，舍入差 2，不平 2（1 个原因）；未核对 11 处；已核实 1 项；另有 4 处不适用。');
    expect(texts).toContain('发现 2 处不平，出自 1 个原因，须更正或说明。有 11 处因缺少数据没有核对，原因见检查台账。');
  });

  it('limits “nothing found” to what was checked', () =>
    expect(
      verdictOf({ checked: 5, passed: 5, rounding: 0, unequal: 0, causes: 0, doubts: 0, unchecked: 2, notApplicable: 0, aside: 0 }),
    ).toBe('在已核对的范围内未发现不平。有 2 处因缺少数据没有核对，原因见检查台账。'));

  it('prints as a 复核底稿: unit, workbook, date, and a place to sign', () => {
    expect(texts).toContain('2024年度部门决算报表核对结果（复核底稿）');
    const undated = findingsSheet(report, { file: 'a.xlsx', date: '2025-08-12', unit: report.unit, year: undefined });
    expect(undated.cells[0]!.value).toBe('（未印年度）部门决算报表核对结果（复核底稿）');
    expect(texts).toContain('编制单位：=某县政府办公室　　工作簿：a.xlsx　　核对日期：2025-08-12');
    expect(texts.find((text) => String(text).includes('复核人'))).toMatch(/编制人：.*复核人：.*日期：/);
    expect(picture.page!.area).toBe(`A1:K${Math.max(...picture.cells.map(({ row }) => row)) + 1}`);
  });

  it('lists the forms that were read and those that were not, with the reason', () => {
    expect(cell(rowOf('收入支出决算总表'), 4)).toMatchObject({
      value: 'Z01 收入支出决算总表(财决01表)',
      link: { sheet: 'Z01 收入支出决算总表(财决01表)', a1: 'A1' },
    });
    expect(cell(rowOf('机构运行信息表'), 1)).toMatchObject({ value: '缺表', style: 'warn' });
    expect(cell(rowOf('机构运行信息表'), 3).value).toBe('缺少附03，“三公”经费未核对。');
  });

  it('names what last year’s workbook lacks in one line, and gives every cell one place', () => {
    const lacking = ['F01', 'Z06'].map((id) => ({ id, title: id, status: 'missing', role: '上年' }) as const);
    const more = findingsSheet(
      { ...report, tables: [...report.tables, ...lacking] },
      { file: 'a.xlsx', date: '2025-08-12', unit: 'u', year: 2024 },
    );
    expect(columnOf(more, 3).filter((text) => String(text).startsWith('上年工作簿没有'))).toEqual(['上年工作簿没有：财决附01表、财决06表']);
    const places = more.cells.map(({ row, column }) => `${row},${column}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('puts the findings of one cause under the cause, the rest behind, and links the cells', () => {
    const rules = columnOf(picture, 0);
    const order = ['原因1', 'Z04-A01', 'Z01-X02', 'F03-F01'].map((text) => rules.indexOf(text));
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    const row = rowOf('Z04-A01@x的标题');
    expect(cell(row, 4)).toMatchObject({ value: 'Z04 F12', link: { sheet: 'Z04 支出决算表(财决04表)', a1: 'F12' } });
    expect([5, 6, 7].map((column) => cell(row, column).value)).toEqual(['1,234,567.80', '1,234,467.80', '100.00']);
    expect(cell(row, 3).value).toBe('合计多 100.00 元。\n1,234,567.80 ≠ 1,234,467.80\n请核对。');
    expect(cell(row + 1, 4)).toMatchObject({ value: 'Z05 E9', link: { sheet: 'Z05', a1: 'E9' } });
    expect([cell(row + 1, 5).value, cell(row + 1, 5).link]).toEqual(['上年 Z01 E37', undefined]);
    expect(texts).toContain('与 Z05 E9 的数相同');
  });

  it('tells a rounding difference from other remarks, and prints a cause with one finding once', () => {
    const info = findingsSheet(
      {
        ...report,
        findings: [
          finding('Z01-A01@r', { kind: 'rounding', severity: 'info', group: 'rounding' }),
          finding('Z01-H05@h', { severity: 'info', group: 'g1' }),
        ],
        groups: [
          {
            id: 'g1',
            kind: 'single',
            severity: 'info',
            title: [printed('有决算数')],
            why: [printed('…')],
            cells: [],
            findings: ['Z01-H05@h'],
            clues: [],
          },
        ],
      },
      { file: 'a.xlsx', date: '2025-08-12', unit: 'u', year: 2024 },
    );
    const levelOf = (title: string): unknown =>
      info.cells.find(({ row, column }) => column === 1 && row === info.cells.find(({ value }) => value === title)!.row)!.value;
    expect([levelOf('Z01-A01@r的标题'), levelOf('Z01-H05@h的标题')]).toEqual(['◐ 舍入差', '◇ 参考']);
    expect(columnOf(info, 0)).not.toContain('原因1');
  });

  it('keeps set-aside findings apart, with reason and time', () => {
    const row = rowOf('-已与业务科核实');
    expect(cell(row, 0).value).toBe('Z03-A01');
    expect(cell(row, 10).value).toBe('2025-08-01');
    expect(row).toBeGreaterThan(rowOf('二、已核实的事项'));
    expect(texts.filter((text) => text === 'Z03-A01@w的标题')).toHaveLength(1);
  });

  it('gives the whole ledger: every rule with all its counts and why it could not run', () => {
    const row = rowOf('合计 = Σ 项');
    expect([5, 6, 7, 8, 9].map((column) => cell(row, column).value)).toEqual([1190, 2, 1, 3, 4]);
    expect(cell(row, 4).value).toBe('缺少附03\n不适用：表中未填列\n1 204 处各格均为空白，无数可核');
    expect(cell(row, 7).style).toBe('bad');
  });

  it('never makes a formula, and is the same each time', () => {
    expect(picture.cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect(findingsSheet(report, { file: 'a.xlsx', date: '2025-08-12', unit: report.unit, year: 2024 })).toEqual(picture);
  });

  it('says so when nothing is wrong', () => {
    const none = findingsSheet({ ...report, findings: [], groups: [] }, { file: 'a.xlsx', date: '2025-08-12', unit: 'u', year: 2024 });
    expect(none.cells.map(({ value }) => value)).toEqual(expect.arrayContaining(['没有问题。', '没有标为已核实的事项。']));
  });
});
