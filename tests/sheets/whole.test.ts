import { HyperFormula } from 'hyperformula';
import { withSheets } from '../../src/app/assistant';
import { inOrder } from '../../src/app/pictures';
import type { ReportOutput } from '../../src/app/report';
import { columnName, parseA1 } from '../../src/kernel/address';
import type { Scalar, Sheet, Workbook } from '../../src/kernel/workbook';
import { factsOf } from '../../src/facts/traced';
import { product } from '../../src/product/index';
import { ownSheets } from '../../src/kernel/own-sheets';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { figuresOf } from '../../src/sheets/trace/figures';
import { parseSupplement } from '../../src/supplements/parse';
import type { Supplements } from '../../src/supplements/supplements';
import { cleanYears } from '../kit';

const { now, before } = cleanYears();
const supplement = parseSupplement({ unitKind: '行政单位', reasons: { S01: '人员减少' }, performance: { evaluated: 4 } }, 's.json');
const run = async (workbook: Workbook, more: { supplement?: Supplements } = { supplement }): Promise<ReportOutput> =>
  product.report(await product.open({ workbook, prior: before, profile: product.profiles[0], ...more }), { date: '2025-08-12' });

/** A spreadsheet engine over the workbook with the formulas of a picture in it. */
function engineOf(workbook: Workbook, pictures: readonly SheetPicture[]): HyperFormula {
  const grid = ({ top, left, values }: Sheet): Scalar[][] => [
    ...Array.from({ length: top }, () => []),
    ...values.map((row) => [...new Array<Scalar>(left).fill(null), ...row]),
  ];
  const sheets = Object.fromEntries(workbook.sheets.map((sheet) => [sheet.name, grid(sheet)]));
  for (const picture of pictures) {
    const cells = grid(snapshotOf(picture));
    // Text stays text; only what the picture calls a formula is one.
    for (const row of cells) row.forEach((value, c) => typeof value === 'string' && (row[c] = `'${value}`));
    for (const { row, column, formula } of picture.cells) if (formula) cells[row]![column] = formula;
    sheets[picture.name] = cells;
  }
  return HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' });
}

describe('数据溯源 in a spreadsheet', () => {
  let output: ReportOutput;
  let engine: HyperFormula;
  const trace = (): SheetPicture => output.pictures.数据溯源;
  const verdicts = (): readonly unknown[] => {
    const sheet = engine.getSheetId(ownSheets.trace)!;
    return figuresOf(output.published).map((_, i) => engine.getCellValue({ sheet, row: 4 + i, col: 5 }));
  };
  beforeAll(async () => {
    output = await run(now);
    engine = engineOf(now, inOrder(output.pictures));
  });

  it('recomputes every figure to what is printed', () => {
    expect(verdicts().length).toBeGreaterThan(60);
    expect(verdicts().filter((verdict) => verdict !== '✓')).toEqual([]);
  });

  it('computes every number of the charts to what the chart shows', () => {
    const sheet = engine.getSheetId(ownSheets.trace)!;
    const charts = output.pictures.情况说明.charts;
    expect(charts.length).toBeGreaterThan(4);
    for (const { data, cache } of charts) {
      data.series.forEach(({ values }, s) => {
        const { row, column } = parseA1(values.split(':')[0]!);
        const numbers = cache.series[s]!.map((_, i) => engine.getCellValue({ sheet, row: row + i, col: column }));
        expect(numbers).toEqual(cache.series[s]);
      });
    }
  });

  it('turns red where a source cell changes, and only there', () => {
    const figures = figuresOf(output.published);
    const total = factsOf(figures[0]!.of)[0]!;
    const { row, column } = parseA1(total.at.a1);
    const at = { sheet: engine.getSheetId(total.at.sheet)!, row, col: column };
    const old = engine.getCellValue(at) as number;
    engine.setCellContents(at, old * 2);
    const uses = figures.map(({ of }) =>
      factsOf(of).some(({ at: cell }) => cell.book.role === '本年' && cell.sheet === total.at.sheet && cell.a1 === total.at.a1),
    );
    expect(verdicts().map((verdict) => verdict === '✗')).toEqual(uses);
    expect(engine.getCellValue({ sheet: engine.getSheetId(ownSheets.trace)!, row: 2, col: 0 })).toBe(
      `共 ${figures.length} 个数，不符 ${uses.filter(Boolean).length} 个`,
    );
    engine.setCellContents(at, old);
  });

  it('links every source to a cell that exists', () => {
    const names = new Set([...now.sheets.map(({ name }) => name), ...Object.keys(output.pictures)]);
    const links = trace().cells.flatMap(({ link }) => (link ? [link] : []));
    expect(links.length).toBeGreaterThan(60);
    for (const { sheet, a1 } of links) {
      expect(names).toContain(sheet);
      expect(`${columnName(parseA1(a1).column)}${parseA1(a1).row + 1}`).toBe(a1);
    }
  });

  it('points supplied figures to the cell in which they stand on 补充信息', () => {
    const evaluated = figuresOf(output.published)
      .flatMap(({ of }) => factsOf(of))
      .find(({ key }) => key === '补充.performance.evaluated')!;
    expect(evaluated.at.sheet).toBe(ownSheets.supplement);
    const { row, column } = parseA1(evaluated.at.a1);
    expect(engine.getCellValue({ sheet: engine.getSheetId(ownSheets.supplement)!, row, col: column })).toBe(4);
  });
});

describe('a second run', () => {
  it('without changes changes nothing', async () => {
    const first = await run(now);
    const second = await run(withSheets(now, inOrder(first.pictures).map(snapshotOf)), {});
    expect(second.pictures).toEqual(first.pictures);
    expect(second.document).toEqual(first.document);
  });
});
