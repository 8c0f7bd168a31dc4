import { thisYear } from '../kit/books';
import { toAudit, toText } from '../../src/adapters/text/text';
import { openWorkbook } from '../../src/adapters/file/open';
import type { Checked } from '../../src/app/check';
import { inOrder } from '../../src/app/pictures';
import type { ReportOutput } from '../../src/app/report';
import type { Workbook } from '../../src/kernel/workbook';
import { product } from '../../src/product/index';
import { parseSupplement } from '../../src/supplements/parse';
import { ExcelDoor, FileDoor, sample, type Door } from './doors';

// A loaded machine is slow, not wrong.
jest.setTimeout(120_000);

const prior = openWorkbook(sample('sample-2023.xlsx'), 'sample-2023.xlsx', '上年');
const supplement = parseSupplement(
  JSON.parse(new TextDecoder().decode(sample('sample-2024-supplement.json'))),
  'sample-2024-supplement.json',
);

interface Run {
  readonly workbook: Workbook;
  readonly checked: Checked;
  readonly output: ReportOutput;
}

/** What a door does when the user presses 生成说明. */
async function run(door: Door): Promise<Run> {
  const workbook = await door.read();
  const dossier = await product.open({ workbook, prior, supplement, profile: product.profiles[0] });
  const output = await product.report(dossier, { date: '2025-08-12' });
  await door.write(inOrder(output.pictures), output.marks);
  return { workbook, checked: dossier.checked, output };
}

const doorsTo = (file: string): readonly [FileDoor, ExcelDoor] => [new FileDoor(sample(file), file), new ExcelDoor(sample(file), file)];

describe.each(['sample-2024.xlsx', 'sample-2024-faults.xlsx'])('the whole chain on %s', (file) => {
  test('gives the same outcomes, the same text and the same trace through both doors', async () => {
    const [one, other] = await Promise.all(doorsTo(file).map(run));
    expect(other!.checked.report).toEqual(one!.checked.report);
    expect(toText(other!.output.published)).toBe(toText(one!.output.published));
    expect(toAudit(other!.output.published)).toBe(toAudit(one!.output.published));
    expect(toText(one!.output.published)).toMatch(/收、支总计均为|收、支总计/);
    expect(other!.output.pictures).toEqual(one!.output.pictures);
    expect(other!.output.marks).toEqual(one!.output.marks);
  });

  test('leaves the same workbook behind, cell for cell, and a second run changes nothing', async () => {
    const [fileDoor, excelDoor] = doorsTo(file);
    for (const door of [fileDoor, excelDoor]) await run(door);
    const once = [await fileDoor.read(), await excelDoor.read()] as const;
    expect(once[0].sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['情况说明', '数据溯源', '核对结果', '补充信息']));
    expect(once[1]).toEqual(once[0]);
    for (const door of [fileDoor, excelDoor]) await run(door);
    expect([await fileDoor.read(), await excelDoor.read()]).toEqual(once);
  });

  test('reads in four round trips, for some whole amounts may be days, and writes in a constant number', async () => {
    const [, { excel, ...door }] = doorsTo(file);
    const trips = async (work: () => Promise<unknown>): Promise<number> => {
      const before = excel.roundTrips;
      await work();
      return excel.roundTrips - before;
    };
    const workbook = await door.read();
    expect(excel.roundTrips).toBe(4);
    const dossier = await product.open({ workbook, prior, supplement, profile: product.profiles[0] });
    const pictures = inOrder((await product.report(dossier, { date: '2025-08-12' })).pictures);
    const marks = [{ at: { book: thisYear, sheet: workbook.sheets[0]!.name, a1: 'E7' }, kind: 'error', note: '不平' } as const];
    // Questions, new sheets (only the first time), drawing, charts and first cells, window, page; then four for the marks: sheets,
    // what lies on them, which of it is ours, the difference – which is not written where there is none.
    expect(await trips(() => door.write(pictures, marks))).toBe(6 + 4);
    expect(await trips(() => door.write(pictures, marks))).toBe(6 + 3);
    expect(
      await trips(() =>
        door.write(
          pictures.slice(0, 1).map((one) => ({ ...one, charts: [] })),
          [],
        ),
      ),
    ).toBe(6 + 4);
    expect(Math.max(...excel.trips.map(({ requestBytes }) => requestBytes))).toBeLessThan(5 * 1024 * 1024);
  });
});
