import { inOrder } from '../../src/app/pictures';
import { product } from '../../src/product/index';
import { ownSheets } from '../../src/kernel/own-sheets';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { cleanYears, withCell } from '../kit/index';

const { now, before } = cleanYears();
const open = (workbook = now) => product.open({ workbook, prior: before, profile: product.profiles[0] });

describe('writing the report', () => {
  test('draws each of our four sheets under its own name, in the order they stand', async () => {
    const { pictures } = await product.report(await open(), { date: '2025-08-12' });
    expect(Object.entries(pictures).every(([name, picture]) => picture.name === name)).toBe(true);
    expect(inOrder(pictures).map(({ name }) => name)).toEqual(Object.values(ownSheets));
    expect(inOrder({ 补充信息: pictures.补充信息 }).map(({ name }) => name)).toEqual(['补充信息']);
  });

  test('names every step as it begins, so that a pane can breathe between them', async () => {
    const steps: string[] = [];
    const dossier = await open();
    await product.report(dossier, { date: '2025-08-12' }, (step) => void steps.push(step));
    expect([...new Set(steps)]).toEqual(['整理补充信息', '排版“情况说明”', '排版“数据溯源”', '排版“核对结果”']);
  });

  test('a text with sentences that are not accepted takes the place of the draft, on every sheet', async () => {
    const dossier = await open();
    const document = { ...dossier.draft, title: '旧的标题' };
    const { pictures, published } = await product.report(dossier, { date: '2025-08-12', document });
    expect(published.title).toBe('旧的标题');
    expect(snapshotOf(pictures.情况说明).values.flat()).toContain('旧的标题');
  });

  test('marks the first cell of every cause', async () => {
    const { marks, check } = await product.report(await open(withCell(now, 'Z01', 'E33', 1)), { date: '2025-08-12' });
    const first = check.groups.find(({ severity }) => severity === 'error')!.cells[0]!;
    expect(marks.map(({ at, kind }) => [at.sheet, at.a1, kind])).toContainEqual([first.sheet, first.a1, 'error']);
  });
});
