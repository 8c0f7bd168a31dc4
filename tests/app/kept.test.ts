import { toText } from '../../src/adapters/text/text';
import { inOrder } from '../../src/app/pictures';
import type { ReportOutput } from '../../src/app/report';
import type { Workbook } from '../../src/kernel/workbook';
import { product } from '../../src/product/index';
import { ownSheets } from '../../src/kernel/own-sheets';
import { reportColumns as at } from '../../src/sheets/report/layout';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { parseSupplement } from '../../src/supplements/parse';
import { cleanYears } from '../kit/index';

const { now, before } = cleanYears();
const write = async (workbook: Workbook, supplement: unknown = {}): Promise<ReportOutput> => {
  const supplements = parseSupplement(supplement, 's.json');
  const [profile] = product.profiles;
  return product.report(await product.open({ workbook, prior: before, supplement: supplements, profile }), { date: '2025-08-12' });
};
/** The workbook with our sheets in it, and one paragraph as a person has rewritten it. */
function withSheets(output: ReportOutput, id: string, text: string): Workbook {
  const sheets = inOrder(output.pictures)
    .map(snapshotOf)
    .map((sheet) =>
      sheet.name === ownSheets.report
        ? { ...sheet, values: sheet.values.map((row) => (row[at.id] === id ? row.map((value, c) => (c === at.text ? text : value)) : row)) }
        : sheet,
    );
  return { ...now, sheets: [...now.sheets, ...sheets] };
}

describe('a sentence that a person has rewritten on 情况说明', () => {
  const words = '　　全年收支规模略有变化，主要变动原因是机构职能划转。';

  test('stands in the text and keeps its blank answered, until the person takes it back', async () => {
    const first = await write(now);
    expect(first.document.missing.map(({ key }) => key)).toContain('reasons.S01');
    const second = await write(withSheets(first, 'S01.1', words));
    const text = toText(second.published);
    expect(text).toContain(`${words}\n`);
    expect(text).not.toContain('2024年度收、支总计均为');
    expect(second.published.missing.map(({ key }) => key)).not.toContain('reasons.S01');
    const supplement = snapshotOf(second.pictures.补充信息);
    const row = supplement.values.find(([key]) => key === 'reasons.S01')!;
    expect(row[6]).not.toBe('待补');
    const back = await write(withSheets(second, 'S01.1', ''));
    expect(back.document.missing).toEqual(first.document.missing);
  });

  test('the same sheets come out again when nothing has changed', async () => {
    const second = await write(withSheets(await write(now), 'S01.1', words));
    const third = await write({ ...now, sheets: [...now.sheets, ...inOrder(second.pictures).map(snapshotOf)] });
    expect(inOrder(third.pictures).map(snapshotOf)).toEqual(inOrder(second.pictures).map(snapshotOf));
  });

  test('its figures that are still printed are recomputed on 数据溯源, the others are not listed', async () => {
    const first = await write(now);
    const figure = first.published.sections[0]!.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.inlines : []));
    const total = figure.find((inline) => inline.kind === 'figure')!;
    const printed = total.kind === 'figure' ? total.text : '';
    const second = await write(withSheets(first, 'S01.1', `全年收、支总计${printed}，略有变化。`));
    const rows = snapshotOf(second.pictures.数据溯源).values.filter(([section]) => section === '一');
    expect(rows.map((row) => row[2])).toEqual([printed]);
  });
});
