import { annexes } from '../../src/narrative/annexes/annexes';
import type { AnnexCell, Annex } from '../../src/narrative/annexes/annex';
import { basicForm } from '../../src/narrative/annexes/basic';
import { detailForm, projectsForm } from '../../src/narrative/annexes/detail';
import { generalOfficialList } from '../../src/narrative/annexes/official';
import { formsToPublish } from '../../src/narrative/annexes/public';
import { readWorkbook } from '../../src/reading/read';
import { buildYears, units } from '../kit/index';
import { factSet } from './facts';
import { profileOf } from './written';

const texts = (rows: readonly (readonly AnnexCell[])[]): readonly (readonly string[])[] => rows.map((row) => row.map(({ text }) => text));
const names = { '201': '一、一般公共服务支出', '2010302': '一般行政管理事务', '212': '城乡社区支出', '2010302#1': '办案费' };
const facts = factSet(
  {
    'Z08.合计.合计': '300000',
    'Z08.合计.301': '100000',
    'Z08.合计.30101': '100000',
    'Z08.合计.302': '200000',
    'Z08.合计.30207': '0',
    'Z08.合计.30202': '80000',
    'Z08.合计.30201': '120000',
    'Z08.2010302.合计': '300000',
    'Z08.2010302.30201': '120000',
    'Z08.201.合计': '300000',
    'Z08.201.303': '0',
    'Z10.212.合计': '50000',
    'Z10.212.31002': '50000',
    'Z10.合计.合计': '50000',
    'Z10.合计.310': '50000',
    'Z10.合计.31002': '50000',
    'Z10.合计.30201': '10000',
    'Z10.合计.302': '10000',
    'Z08_2.合计.合计': '300000',
    'Z08_2.201.合计': '300000',
    'Z08_2.2010302.合计': '300000',
    'Z08_2.2010302#1.合计': '300000',
    'Z08_1.合计.30231': '20000',
    'Z08_1.合计.31013': '180000',
    'Z08_1.合计.30217': '0',
  },
  { names },
);
const [general, fund] = [facts.tables.get('Z08')!, facts.tables.get('Z10')!];

describe('明细表', () => {
  const pieces = detailForm('某明细表', [general, fund], 4);

  test('goes on in a table below where it is too wide, each with the codes and names of its columns', () => {
    expect(pieces.map(({ title }) => title)).toEqual(['某明细表', '某明细表（续1）']);
    expect(texts(pieces[0]!.head)).toEqual([
      ['项目', '合计', '工资福利支出', '商品和服务支出'],
      ['科目编码', '科目名称', '小计', '基本工资', '小计', '办公费'],
    ]);
    expect(pieces[0]!.head[0]!.map(({ columns }) => columns)).toEqual([2, 1, 2, 2]);
    expect(texts(pieces[1]!.head)).toEqual([
      ['项目', '商品和服务支出', '资本性支出'],
      ['科目编码', '科目名称', '印刷费', '小计', '办公设备购置'],
    ]);
  });

  test('has the rows of all its forms, 合计 first, codes in order; a column without an amount is left out', () => {
    expect(texts(pieces[0]!.body)).toEqual([
      ['合计', '35.00', '10.00', '10.00', '21.00', '13.00'],
      ['201', '一般公共服务支出', '30.00', '', '', '', ''],
      ['2010302', '一般行政管理事务', '30.00', '', '', '', '12.00'],
      ['212', '城乡社区支出', '5.00', '', '', '', ''],
    ]);
    expect(texts(pieces[1]!.body).map((row) => row.slice(-3))).toEqual([
      ['8.00', '5.00', '5.00'],
      ['', '', ''],
      ['', '', ''],
      ['', '', '5.00'],
    ]);
    expect(pieces[0]!.body[0]![0]!.columns).toBe(2);
    // 类 are bold.
    expect(pieces[0]!.body.slice(1).map((row) => row[1]!.bold)).toEqual([true, false, true]);
  });

  test('is called as the list of published forms calls it', () => {
    const titles = formsToPublish(facts, profileOf(), '某局', 2024).flatMap(({ id, parts }) =>
      id === 'P05' || id === 'P07' ? parts.map(({ title }) => title) : [],
    );
    expect(titles).toEqual(['财政拨款支出决算明细表', '一般公共预算财政拨款支出决算明细表']);
  });
});

test('projects stand below their 项 under its code, set in', () => {
  const form = projectsForm(facts.tables.get('Z08_2'));
  expect(texts(form.body)).toEqual([
    ['合计', '30.00'],
    ['201', '一般公共服务支出', '30.00'],
    ['2010302', '一般行政管理事务', '30.00'],
    ['2010302', '\u3000办案费', '30.00'],
  ]);
  expect(form.body[0]![0]!.columns).toBe(2);
  expect(projectsForm(undefined).body).toEqual([]);
});

test('基本支出: 人员经费 beside 公用经费, the longer side to its end, both totals below', () => {
  expect(texts(basicForm(general).body)).toEqual([
    ['301', '工资福利支出', '10.00', '302', '商品和服务支出', '20.00'],
    ['30101', '基本工资', '10.00', '30202', '印刷费', '8.00'],
    ['', '', '', '30201', '办公费', '12.00'],
    ['人员经费合计', '10.00', '公用经费合计', '20.00'],
    ['基本支出合计', '30.00'],
  ]);
});

test('“三公”经费 of a form that knows no budget: added up from its 款, zeros printed', () => {
  const form = generalOfficialList(facts.tables.get('Z08_1')!);
  expect(texts(form.head)).toEqual([['项目', '决算统计数']]);
  expect(texts(form.body).map(([words, value]) => [words!.trim().replace(/^\d+\.|^（.）/, ''), value])).toEqual([
    ['“三公”经费支出合计', '20.00'],
    [expect.stringContaining('因公出国（境）费'), '0.00'],
    [expect.stringContaining('公务用车购置及运行维护费'), '20.00'],
    [expect.stringContaining('公务用车购置费'), '18.00'],
    [expect.stringContaining('公务用车运行维护费'), '2.00'],
    [expect.stringContaining('公务接待费'), '0.00'],
  ]);
});

test('收入决算表 and 支出决算表 print the columns of the official form in its order', async () => {
  const all = annexes((await readWorkbook(buildYears(units.onlyGeneral).now)).facts, '全年预算数');
  const heads = (title: string): readonly string[] =>
    texts(all.find((annex: Annex) => annex.title === title)!.head)
      .flat()
      .filter((text) => /收入|支出|补助/.test(text));
  expect(heads('收入决算表')).toEqual([
    '本年收入合计',
    '财政拨款收入',
    '上级补助收入',
    '事业收入',
    '经营收入',
    '附属单位上缴收入',
    '其他收入',
  ]);
  expect(heads('支出决算表')).toEqual(['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']);
});
