import { lastYear } from '../kit/books';
import { minus, abs } from '../../src/facts/arithmetic';
import type { Sheet } from '../../src/kernel/workbook';
import type { ReportDocument } from '../../src/narrative/document';
import { reportColumns as at, INDENT } from '../../src/sheets/report/layout';
import { toText } from '../../src/adapters/text/text';
import { parseA1 } from '../../src/kernel/address';
import { published } from '../../src/narrative/published';
import { keptOf } from '../../src/sheets/report/edits';
import { traceSheet } from '../../src/sheets/trace/sheet';
import { reportSheet } from '../../src/sheets/report/sheet';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { blank, columnOf, documentOf, fact, paragraph, rowWith, wan, words } from './fixture';

const now = fact('Z01', 'E37', '10898277');
const last = fact('Z01', 'E37', '11967204', { at: { book: lastYear, sheet: 'Z01', a1: 'E37' } });
const build = (amount = '10898277', more: Partial<Omit<ReportDocument, 'stage'>> = {}): ReportDocument =>
  documentOf(
    [
      paragraph('S01.1', words('2024年度收、支总计均为'), wan(fact('Z01', 'E37', amount)), words('。')),
      { kind: 'heading', id: 'S01.h2', level: 2, text: '（一）变动' },
      paragraph(
        'S01.2',
        words('减少'),
        wan(abs(minus(now, last))),
        words('，主要变动原因是'),
        blank('总计变动的主要原因', 'reasons.S01'),
        words('。'),
      ),
      { kind: 'chart', id: 'C01' },
      { kind: 'chart', id: 'C02' },
    ],
    {
      charts: [
        {
          id: 'C01',
          title: '图1：收、支决算总计变动情况图',
          kind: 'column',
          categories: ['2023年度', '2024年度'],
          series: [{ name: '总计', values: [last, now] }],
        },
        { id: 'C02', title: '图2：收入决算结构图', kind: 'pie', categories: [], series: [], empty: '本年没有收入' },
      ],
      ...more,
    },
  );
const plain = build();
const clean = reportSheet(plain);

/** The sheet after a person has changed cells of the text column. */
function edited(sheet: Sheet, changes: Readonly<Record<string, string | null>>): Sheet {
  return {
    ...sheet,
    values: sheet.values.map((row) =>
      row.map((value, c) => (c === at.text && String(row[at.id]) in changes ? changes[String(row[at.id])]! : value)),
    ),
  };
}
const textOf = (picture: typeof clean, id: string): unknown =>
  picture.cells.find((c) => c.row === rowWith(picture, at.id, id) && c.column === at.text);
const noteOf = (picture: typeof clean, id: string): unknown =>
  picture.cells.find((c) => c.row === rowWith(picture, at.id, id) && c.column === at.note)?.value;

describe('reportSheet', () => {
  it('prints title, headings and paragraphs in order, each in its style', () => {
    expect(clean.cells.filter(({ column, value }) => column === at.text && value).map(({ value, style }) => [style, value])).toEqual([
      ['title', '2024年度单位决算情况说明'],
      ['heading1', `${INDENT}一、收入支出决算总体情况说明`],
      ['body', `${INDENT}2024年度收、支总计均为1089.83万元。`],
      ['heading2', `${INDENT}（一）变动`],
      ['bodyBlank', `${INDENT}减少106.89万元，主要变动原因是【待补充：总计变动的主要原因】。`],
    ]);
  });

  it('is an A4 page with the margins of GB/T 9704; only the text prints', () => {
    expect(clean.page).toMatchObject({
      orientation: 'portrait',
      fitToWidth: true,
      margins: { top: 3.7, bottom: 3.5, left: 2.8, right: 2.6 },
      footer: '— &P —',
    });
    expect(clean.page!.area).toMatch(/^A1:B\d+$/);
    expect(columnOf(clean, at.source)).toContain('财决01表');
    expect(clean.columns[at.id]!.hidden && clean.columns[at.mark]!.hidden).toBe(true);
  });

  it('gives a long paragraph the height it needs, over merged rows where Excel allows no taller row', () => {
    const long = reportSheet(
      documentOf([
        paragraph('P', words('一般公共预算财政拨款支出'.repeat(10))),
        paragraph('Q', words('一般公共预算财政拨款支出'.repeat(80))),
      ]),
    );
    const heightAt = (id: string): number => long.rowHeights.get(rowWith(long, at.id, id))!;
    // 120 characters of 16 points at 26 or 27 to the line are five lines.
    expect(heightAt('P')).toBeGreaterThanOrEqual(5 * 16 * 1.3);
    expect(heightAt('P')).toBeLessThanOrEqual(5 * 16 * 1.9);
    const merge = long.merges.find(({ row, column }) => row === rowWith(long, at.id, 'Q') && column === at.text)!;
    expect(merge.rows).toBeGreaterThan(1);
    expect(merge.rows * heightAt('Q')).toBeGreaterThan(36 * 16 * 1.3);
    for (const height of long.rowHeights.values()) expect(height).toBeLessThanOrEqual(409);
  });

  it('places a chart in its own row with data in 数据溯源 and labels that print the digits of the text', () => {
    const [chart, ...rest] = clean.charts;
    expect(rest).toEqual([]);
    expect(chart).toMatchObject({ id: 'C01', kind: 'column', labelFormat: 'General', box: { column: at.text, rows: 1, columns: 1 } });
    expect(chart!.box.row).toBe(rowWith(clean, at.id, 'C01'));
    expect(chart!.cache).toEqual({ categories: ['2023年度', '2024年度'], series: [[1196.72, 1089.83]] });
    expect(chart!.data.sheet).toBe('数据溯源');
    expect(columnOf(clean, at.source)).toContain('图2：收入决算结构图：本年没有收入');
  });

  it('changes nothing on a second run', () => expect(reportSheet(plain, snapshotOf(clean))).toEqual(clean));

  it('writes new figures into a paragraph that nobody has edited', () =>
    expect(textOf(reportSheet(build('20000000'), snapshotOf(clean)), 'S01.1')).toMatchObject({
      value: `${INDENT}2024年度收、支总计均为2000万元。`,
      style: 'body',
    }));

  it('keeps an edited paragraph, marks it, and offers the generated wording', () => {
    const mine = edited(snapshotOf(clean), { 'S01.1': '2024年度收支总计1089.83万元，见附表。' });
    const again = reportSheet(plain, mine);
    expect(textOf(again, 'S01.1')).toMatchObject({ value: `${INDENT}2024年度收支总计1089.83万元，见附表。`, style: 'bodyEdited' });
    expect(noteOf(again, 'S01.1')).toBe('已手改。自动生成的措辞：\n2024年度收、支总计均为1089.83万元。');
    expect(reportSheet(plain, snapshotOf(again))).toEqual(again);
  });

  it('says that the figures have changed since the edit, until the person takes the new wording', () => {
    const mine = snapshotOf(reportSheet(plain, edited(snapshotOf(clean), { 'S01.1': '我的话' })));
    const stale = reportSheet(build('20000000'), mine);
    expect(noteOf(stale, 'S01.1')).toBe('已手改，数据已变动。自动生成的措辞：\n2024年度收、支总计均为2000万元。');
    expect(reportSheet(build('20000000'), snapshotOf(stale))).toEqual(stale);
    const taken = reportSheet(build('20000000'), edited(snapshotOf(stale), { 'S01.1': '2024年度收、支总计均为2000万元。' }));
    expect(taken).toEqual(reportSheet(build('20000000')));
  });

  it('keeps a paragraph that was emptied, and an edited heading', () => {
    const again = reportSheet(plain, edited(snapshotOf(clean), { 'S01.1': null, 'S01.h2': '（一）变动情况' }));
    expect(textOf(again, 'S01.1')).toMatchObject({ value: INDENT });
    expect(textOf(again, 'S01.h2')).toMatchObject({ value: `${INDENT}（一）变动情况`, style: 'heading2' });
  });

  it('keeps a row that the person has added, behind the paragraph it followed', () => {
    const sheet = snapshotOf(clean);
    const row = rowWith(clean, at.id, 'S01.1');
    const added = {
      ...sheet,
      values: [...sheet.values.slice(0, row + 1), ['补写的一段', null, null, null, null, null], ...sheet.values.slice(row + 1)],
    };
    const again = reportSheet(plain, added);
    const texts = columnOf(again, at.text);
    expect(texts.indexOf(`${INDENT}补写的一段`)).toBe(texts.indexOf(`${INDENT}2024年度收、支总计均为1089.83万元。`) + 1);
    expect(reportSheet(plain, snapshotOf(again))).toEqual(again);
  });

  it('keeps the edited words of a paragraph that is no longer written, and drops an untouched one', () => {
    const mine = edited(snapshotOf(clean), { 'S01.1': '我的话' });
    const without = documentOf([paragraph('S01.9', words('新的一段。'))]);
    expect(columnOf(reportSheet(without, mine), at.text)).toContain(`${INDENT}我的话`);
    expect(columnOf(reportSheet(without, snapshotOf(clean)), at.text)).not.toContain(`${INDENT}2024年度收、支总计均为1089.83万元。`);
  });

  it('keeps a title whose unit looks like a formula as text', () => {
    const title = reportSheet(build('1', { title: '=cmd|A1' })).cells.find(({ style }) => style === 'title')!;
    expect([title.value, title.formula]).toEqual(['=cmd|A1', undefined]);
  });

  it('hands the words of a person to the writers that do not draw the sheet', () => {
    const sheet = edited(snapshotOf(clean), { 'S01.1': '总计1089.83万元，略有下降。' });
    const row = { ...sheet, values: [...sheet.values, sheet.values[0]!.map((_, c) => (c === at.text ? '补写的一段。' : null))] };
    const text = toText(published(plain, keptOf(plain, row)));
    expect(text).toContain('\u3000\u3000总计1089.83万元，略有下降。\n');
    expect(text).not.toContain('收、支总计均为');
    expect(text).toMatch(/补写的一段。\n$/);
    expect(keptOf(plain, snapshotOf(clean))).toBeUndefined();
    // Charts stand where the trace of the published text ends: both sheets ask the same document.
    const data = reportSheet(plain, row).charts[0]!.data;
    const trace = traceSheet(published(plain, keptOf(plain, row)));
    expect(trace.cells.find((cell) => cell.row === parseA1(data.series[0]!.nameCell!).row && cell.value === '总计')).toBeDefined();
  });
});
