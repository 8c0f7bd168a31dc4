import { lastYear, suppliedBook } from '../kit/books';
import { abs, growth, minus, percent, sum } from '../../src/facts/arithmetic';
import type { PublishedDocument, ReportDocument } from '../../src/narrative/document';
import { published } from '../../src/narrative/published';
import { reportSheet } from '../../src/sheets/report/sheet';
import { traceSheet } from '../../src/sheets/trace/sheet';
import { a1 as address } from '../../src/kernel/address';
import { at, columnOf, documentOf as draftOf, fact, paragraph, rate, rowWith, wan, words } from './fixture';

const publishedOf = (...given: Parameters<typeof draftOf>): PublishedDocument => published(draftOf(...given));
const sheet = "Z01 '收支'总表";
const now = fact(sheet, 'E37', '10898277');
const other = fact(sheet, 'E8', '5000', { scale: 10000 });
const before = fact('Z01', 'E37', '11967204', { at: { book: lastYear, sheet: 'Z01', a1: 'E37' } });
const own = fact('补充信息', 'C12', '4406714', {
  key: '补充.itemBudgets.2010301',
  at: { book: suppliedBook, sheet: '补充信息', a1: 'C12' },
});
const json = fact('s.json', 'itemBudgets.2010302', '2923181', {
  key: '补充.itemBudgets.2010302',
  at: { book: suppliedBook, sheet: 's.json', a1: 'itemBudgets.2010302' },
});
const draft = (): ReportDocument =>
  draftOf(
    [
      paragraph(
        'S01.1',
        words('2024年度收、支总计均为'),
        wan(now),
        words('。与2023年度相比，各减少'),
        wan(abs(minus(now, before))),
        words('，下降'),
        rate(abs(growth(now, before)!)),
        words('。'),
      ),
      paragraph(
        'S01.2',
        words('其中：甲'),
        wan(sum(now, other)),
        words('，完成预算'),
        rate(percent(now, own)!),
        words('，乙完成预算'),
        rate(percent(now, json)!),
        words('。'),
      ),
      { kind: 'chart', id: 'C01' },
    ],
    {
      charts: [
        {
          id: 'C01',
          title: '图1',
          kind: 'column',
          categories: ['2023年度', '2024年度'],
          series: [{ name: '总计', values: [before, now] }],
        },
      ],
    },
  );
const document = (): PublishedDocument => published(draft());
const picture = traceSheet(document(), { priorFile: '2023.xlsx' });
const Q = "'Z01 ''收支''总表'";
/** Row of the block below in which last year's figure stands. */
const priorRow = rowWith(picture, 4, 'E37') + 1;

describe('traceSheet', () => {
  it('has one row per figure with its clause, its text and its number', () => {
    expect(
      [5, 6, 7, 8, 9, 10].map((row) => [at(picture, `B${row}`)!.value, at(picture, `C${row}`)!.value, at(picture, `D${row}`)!.value]),
    ).toEqual([
      ['2024年度收、支总计均为1089.83万元', '1089.83万元', 1089.83],
      ['与2023年度相比，各减少106.89万元', '106.89万元', 106.89],
      ['与2023年度相比，各减少106.89万元，下降8.93%', '8.93%', 8.93],
      ['其中：甲1090.33万元', '1090.33万元', 1090.33],
      ['其中：甲1090.33万元，完成预算247.31%', '247.31%', 247.31],
      ['其中：甲1090.33万元，完成预算247.31%，乙完成预算372.82%', '372.82%', 372.82],
    ]);
    expect(at(picture, 'A5')!.value).toBe('一');
  });

  it('recomputes each printed figure by a formula over the source cells', () => {
    const prior = `$D$${priorRow}`;
    expect([5, 6, 7, 8, 9].map((row) => at(picture, `E${row}`)!.formula)).toEqual([
      `=ROUND((${Q}!E37)/10000,2)`,
      `=ROUND((ABS(${Q}!E37-${prior}))/10000,2)`,
      `=ROUND(ABS((${Q}!E37-${prior})/${prior}*100),2)`,
      `=ROUND((${Q}!E37+${Q}!E8*10000)/10000,2)`,
      `=ROUND(${Q}!E37/'补充信息'!C12*100,2)`,
    ]);
  });

  it('compares the recomputed with the printed number and turns the row red', () => {
    expect(at(picture, 'F5')).toMatchObject({ value: '✓', formula: '=IF(ISNUMBER(E5),IF(ABS(E5-D5)<0.0000001,"✓","✗"),"✗")' });
    expect(picture.conditions).toEqual([{ range: 'A5:K10', formula: '$F5="✗"', style: 'bad' }]);
    expect(at(picture, 'A3')!.formula).toContain('COUNTIF(F5:F10,"✗")');
  });

  it('links to the source cells of this workbook, and to the block below for the others', () => {
    expect(at(picture, 'H6')).toMatchObject({ value: '财决01表 E37', link: { sheet, a1: 'E37' } });
    expect(at(picture, 'I6')).toMatchObject({ value: '上年 财决01表 E37', link: { sheet: '数据溯源', a1: `D${priorRow}` } });
    expect(at(picture, 'I9')).toMatchObject({ value: '补充信息 C12', link: { sheet: '补充信息', a1: 'C12' } });
  });

  it('keeps the figures of last year and of the JSON, each once, with file, sheet and cell', () => {
    expect(at(picture, `D${priorRow}`)!.value).toBe(11967204);
    expect(at(picture, `G${priorRow}`)!.value).toBe('2023.xlsx　Z01');
    const row = rowWith(picture, 4, 'itemBudgets.2010302') + 1;
    expect(at(picture, `D${row}`)!.value).toBe(2923181);
    expect(at(picture, 'E10')!.formula).toBe(`=ROUND(${Q}!E37/$D$${row}*100,2)`);
    expect(columnOf(picture, 4).filter((value) => value === 'E37')).toHaveLength(1);
  });

  it('holds the chart numbers where the charts of the report look for them, as formulas', () => {
    const [chart] = reportSheet(draft()).charts;
    const [from, to] = chart!.data.series[0]!.values.split(':') as [string, string];
    expect([at(picture, from), at(picture, to)]).toMatchObject([
      { value: 1196.72, formula: `=ROUND(($D$${priorRow})/10000,2)` },
      { value: 1089.83, formula: `=ROUND((${Q}!E37)/10000,2)` },
    ]);
    const [first] = chart!.data.categories.split(':') as [string];
    expect(at(picture, first)!.value).toBe('2023年度');
    expect(at(picture, chart!.data.series[0]!.nameCell!)!.value).toBe('总计');
  });

  it('reads an amount that is kept as text', () => {
    const raw = traceSheet(document(), { raw: ({ a1 }) => (a1 === 'E37' ? '10,898,277.00' : 5) });
    expect(at(raw, 'E5')!.formula).toBe(`=ROUND((VALUE(SUBSTITUTE(TRIM(ASC(${Q}!E37)),",","")))/10000,2)`);
    expect(at(traceSheet(document(), { raw: () => '5000.5' }), 'E5')!.formula).toBe(`=ROUND((${Q}!E37)/10000,2)`);
  });

  it('takes a row that the form does not print as zero, without a link', () => {
    const none = traceSheet(publishedOf([paragraph('P', wan(sum(now, fact(sheet, 'A9', 0, { noRow: true }))))]));
    expect(at(none, 'E5')!.formula).toBe(`=ROUND((${Q}!E37+0)/10000,2)`);
    expect(at(none, 'I5')!.link).toBeUndefined();
  });

  it('names the rest of many sources and gives up the formula only where Excel cannot hold it', () => {
    const many = Array.from({ length: 30 }, (_, i) => fact(sheet, `E${i + 1}`, i));
    const some = traceSheet(publishedOf([paragraph('P', wan(sum(...many)))]));
    expect(at(some, 'K5')!.value).toBe('财决01表 E4 等共30格');
    expect(at(some, 'E5')!.formula).toContain('E30)/10000');
    const tooMany = Array.from({ length: 1000 }, (_, i) => fact(sheet, address(i, 4), i));
    const picture1000 = traceSheet(publishedOf([paragraph('P', wan(sum(...tooMany)))]));
    expect(at(picture1000, 'E5')).toMatchObject({ value: '来源过多' });
    expect(at(picture1000, 'E5')!.formula).toBeUndefined();
  });

  it('is the same picture each time', () => expect(traceSheet(document(), { priorFile: '2023.xlsx' })).toEqual(picture));
});
