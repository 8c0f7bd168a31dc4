import type { KitWorkbook } from '../kit/build';
import type { Scalar, Workbook } from '../../src/kernel/workbook';
import { paragraphText } from '../../src/narrative/document';
import { published } from '../../src/narrative/published';
import { readinessOf } from '../../src/app/readiness';
import { paragraphsOf } from '../../src/app/stale';
import { tallyOf } from '../../src/facts/tally';
import { clean, cleanYears, sheetOf, withCell } from '../kit/index';
import { needsOf } from '../../taskpane/needs/needs';
import { Desk, until } from './desk';
import './soon';

// Whole checks of whole workbooks, some of them after waiting for the hands to be still.
jest.setTimeout(60_000);

const textOf = (desk: Desk, id: RegExp): string =>
  paragraphsOf(desk.session.state().draft!)
    .filter(({ paragraph }) => id.test(paragraph.id))
    .map(({ paragraph }) => paragraphText(paragraph))
    .join('\n');

const values = (desk: Desk) =>
  desk.host
    .state()
    .pictures.get('补充信息')!
    .cells.map(({ value }) => value);
const faulty = (workbook = clean()) => withCell(workbook, 'Z01', 'E33', 1);
const sheetName = (id: string): string => sheetOf(clean(), id).name;

describe('the session of the pane', () => {
  test('opening reads and checks and writes nothing', async () => {
    const desk = new Desk(clean());
    await desk.open();
    const { phase, checked, hasReport, problem } = desk.session.state();
    expect({ phase, hasReport, problem }).toEqual({ phase: 'ready', hasReport: false, problem: undefined });
    expect(checked!.report.counts.passed).toBeGreaterThan(100);
    expect(desk.written).toEqual([]);
    expect(desk.marks).toEqual([]);
  });

  test('an edit starts a new check by itself; shown marks appear and disappear with the error', async () => {
    const desk = new Desk(clean());
    await desk.open();
    await desk.session.showMarks();
    expect(desk.marks.filter(({ kind }) => kind === 'error')).toEqual([]);
    await desk.edit(faulty(), sheetName('Z01'));
    expect(desk.marks.some(({ kind }) => kind === 'error')).toBe(true);
    await desk.edit(clean(), sheetName('Z01'));
    expect(desk.marks.filter(({ kind }) => kind === 'error')).toEqual([]);
  });

  test('生成说明 writes the four sheets and, after an edit, lists what is stale with old and new words', async () => {
    const desk = new Desk(clean());
    await desk.open();
    await desk.session.generate();
    expect(desk.written).toEqual([['情况说明', '数据溯源', '核对结果', '补充信息']]);
    expect(desk.session.state().stale).toEqual([]);
    await desk.edit(faulty(), sheetName('Z01'));
    const [first] = desk.session.state().stale;
    expect(first!.old).not.toBe(first!.now);
    await desk.session.accept();
    expect(desk.session.state().stale).toEqual([]);
  });

  test('已生成 is said when the marks are on, not before; so an accepted sentence is done', async () => {
    const desk = new Desk(faulty());
    await desk.open();
    const seen: unknown[] = [];
    const mark = desk.host.marker.mark;
    desk.host.marker.mark = (marks) => {
      const { notice, work, stale } = desk.session.state();
      seen.push([desk.written.length, notice, work?.step, stale.length > 0]);
      return mark(marks);
    };
    await desk.session.generate();
    expect(seen).toEqual([[1, undefined, '正在标出问题单元格', false]]);
    expect(desk.session.state()).toMatchObject({ work: undefined, notice: expect.stringContaining('已生成') as unknown });
    desk.workbook = withCell(desk.workbook, 'Z04', 'E10', 5);
    await desk.session.enter([['unitShortName', '本局']]);
    seen.length = 0;
    await desk.session.accept();
    expect(seen).toEqual([[2, undefined, '正在标出问题单元格', true]]);
    expect(desk.session.state().stale).toEqual([]);
  });

  test('accepting one sentence leaves the others as they were written', async () => {
    const desk = new Desk(clean());
    await desk.open();
    await desk.session.generate();
    await desk.session.enter([['unitShortName', '本局']]);
    const { stale } = desk.session.state();
    expect(stale.length).toBeGreaterThan(1);
    await desk.session.accept(stale[0]!.id);
    expect(desk.session.state().stale.map(({ id }) => id)).toEqual(stale.slice(1).map(({ id }) => id));
  });

  test('a reason that says the opposite of the figures is pointed out at its field, and no longer once it is put right', async () => {
    const { now, before } = cleanYears();
    const desk = new Desk(now);
    await desk.open();
    await desk.session.usePrior(() => Promise.resolve(before));
    const remark = (): string | undefined => {
      const { profile, draft, checked } = desk.session.state();
      return needsOf(draft!, checked!, undefined, profile!).fields.find(({ key }) => key === 'reasons.S01')!.remark;
    };
    const rose = textOf(desk, /^S01/).includes('增加');
    await desk.session.enter([['reasons.S01', rose ? '项目支出减少' : '项目支出增加']]);
    expect(remark()).toMatch(/。$/);
    await desk.session.enter([['reasons.S01', '机构改革，职能划转']]);
    expect(remark()).toBeUndefined();
  });

  test('a sentence edited by hand is kept when another is accepted, and stands in Word and text', async () => {
    const desk = new Desk(clean());
    await desk.open();
    await desk.session.generate();
    const byHand = '这一段是会计自己写的。';
    const old = paragraphText(paragraphsOf(desk.session.state().written!.document)[0]!.paragraph);
    const edited = (value: Scalar): Scalar => (typeof value === 'string' && value.trim() === old ? byHand : value);
    desk.byHand = (sheet) => (sheet.name === '情况说明' ? { ...sheet, values: sheet.values.map((row) => row.map(edited)) } : sheet);
    const printed = (await desk.session.published()).sections.flatMap(({ blocks }) => blocks);
    expect(printed.map((block) => (block.kind === 'paragraph' ? paragraphText(block) : ''))).toContain(byHand);

    await desk.session.enter([['unitShortName', '本局']]);
    const { stale } = desk.session.state();
    await desk.session.accept(stale.at(-1)!.id);
    const report = desk.host.state().pictures.get('情况说明')!;
    expect(report.cells.map(({ value }) => String(value).trim())).toContain(byHand);
  });

  test('a reason entered stands in the text and on the sheet 补充信息, and can be emptied again', async () => {
    const { now, before } = cleanYears();
    const desk = new Desk(now);
    await desk.open();
    await desk.session.usePrior(() => Promise.resolve(before));
    await desk.session.enter([['reasons.S01', '项目支出减少']]);
    expect(textOf(desk, /^S01/)).toContain('项目支出减少');
    await desk.session.enter([['unitShortName', '本局']]);
    expect(desk.written).toEqual([]);
    await until(() => desk.written.length > 0);
    expect(desk.written).toEqual([['补充信息']]);
    expect(values(desk)).toEqual(expect.arrayContaining(['项目支出减少', '本局']));
    await desk.session.enter([['reasons.S01', undefined]]);
    expect(textOf(desk, /^S01/)).not.toContain('项目支出减少');
  });

  test('what was filled in a moment ago survives an edit of the workbook and is in the report written at once', async () => {
    const desk = new Desk(clean());
    await desk.open();
    // Hands are still when this test says so, however slow the machine is.
    const still: (() => void)[] = [];
    const real = globalThis.setTimeout;
    const timers = jest
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(((job: () => void, ms = 0) => (ms === 1500 ? still.push(job) : real(job, ms))) as typeof setTimeout);
    await desk.session.enter([['unitShortName', '本局']]);
    await desk.session.recheck();
    expect(desk.session.state().checked!.supplements.unitShortName?.text).toBe('本局');
    await desk.session.generate();
    expect(desk.written).toHaveLength(1);
    expect(values(desk)).toContain('本局');
    timers.mockRestore();
    expect(still.length).toBeGreaterThan(0);
    still.forEach((job) => job());
    await desk.session.recheck();
    expect(desk.written).toHaveLength(1);
  });

  test('a finding set aside leaves no mark, keeps its reason, and comes back when its cells change', async () => {
    const desk = new Desk(faulty());
    await desk.open();
    await desk.session.showMarks();
    const ids = desk.session.state().checked!.report.findings.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    await desk.session.setAside(ids, '已与财政局核对');
    expect(desk.session.state().checked!.report.findings.every(({ aside }) => aside?.reason === '已与财政局核对')).toBe(true);
    expect(desk.marks).toEqual([]);
    await desk.edit(withCell(clean(), 'Z01', 'E33', 2), sheetName('Z01'));
    expect(desk.session.state().checked!.report.findings.some(({ aside }) => aside === undefined)).toBe(true);
    expect(desk.marks.length).toBeGreaterThan(0);
  });

  test('after 已核实 the counts and the line of readiness follow, and again when it is taken back', async () => {
    const desk = new Desk(faulty());
    await desk.open();
    const counts = () => {
      const { checked, draft, kept } = desk.session.state();
      const { unequal, causes, aside } = tallyOf(checked!.report);
      return { unequal, causes, aside, ahead: readinessOf({ checked: checked! }, published(draft!, kept)).causes.length };
    };
    const before = counts();
    expect(before).toMatchObject({ aside: 0, ahead: before.causes });
    expect(before.unequal).toBeGreaterThan(0);
    const { findings } = desk.session.state().checked!.report;
    const ids = findings.map(({ id }) => id);
    await desk.session.setAside(ids, '已与财政局核对');
    expect(counts()).toEqual({ unequal: 0, causes: 0, aside: ids.length, ahead: 0 });
    await desk.session.takeBack(ids);
    expect(counts()).toEqual(before);
  });

  test("last year's workbook of another year is refused by name and the one before stays", async () => {
    const { now, before } = cleanYears();
    const desk = new Desk(now);
    await desk.open();
    await desk.session.usePrior(() => Promise.resolve(before));
    await desk.session.usePrior(() => Promise.resolve({ ...now, role: '上年' as const, file: '错的.xlsx' }));
    const { problem, prior, checked } = desk.session.state();
    expect(problem!.message).toContain('错的.xlsx');
    expect(prior).toEqual({ file: before.file });
    expect(checked!.years.before!.year).toBe(2023);
  });

  test('a file that is no workbook leaves the one before in place', async () => {
    const desk = new Desk(clean());
    await desk.open();
    await desk.session.openWith(() => desk.host.open(new Uint8Array(), '笔记.txt'));
    const { phase, problem, checked } = desk.session.state();
    expect(phase).toBe('ready');
    expect(problem!.message).toContain('笔记.txt');
    expect(checked).toBeDefined();
  });

  test('a workbook without any form is unusable, in words', async () => {
    const desk = new Desk({ ...clean(), sheets: [{ name: '通讯录', visibility: 'visible', top: 0, left: 0, values: [['张三']] }] });
    await desk.open();
    expect(desk.session.state().phase).toBe('unusable');
    expect(desk.session.state().problem!.details).toBeUndefined();
  });
});

describe('checking again after an edit', () => {
  /** The same workbook, opened afresh. */
  const afresh = async (workbook: Workbook, prior?: Workbook) => {
    const desk = new Desk(workbook);
    await desk.open();
    if (prior) await desk.session.usePrior(() => Promise.resolve(prior));
    return desk.session.state().checked!.report;
  };
  const renamed = (workbook: Workbook, from: string, to: string): Workbook => ({
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.name === from ? { ...sheet, name: to } : sheet)),
  });

  test.each<[string, (workbook: KitWorkbook) => Workbook]>([
    ['a cell', (workbook) => faulty(workbook)],
    ['a cell of another form', (workbook) => withCell(workbook, 'Z04', 'E10', 5)],
    ['the name of a sheet', (workbook) => renamed(workbook, sheetName('Z04'), '支出决算表')],
    ['a sheet taken out', (workbook) => ({ ...workbook, sheets: workbook.sheets.filter(({ name }) => name !== sheetName('Z05_1')) })],
    [
      'a second copy of a form',
      (workbook) => ({ ...workbook, sheets: [...workbook.sheets, { ...sheetOf(faulty(workbook), 'Z01'), name: '财决01 (2)' }] }),
    ],
  ])('%s: the outcome is that of a workbook opened afresh, there and back', async (_, change) => {
    const { now, before } = cleanYears();
    const desk = new Desk(now);
    await desk.open();
    await desk.session.usePrior(() => Promise.resolve(before));
    // The event names some sheet or other: what has changed is found in the cells.
    await desk.edit(change(now), sheetName('Z01'));
    expect(desk.session.state().checked!.report).toEqual(await afresh(change(now), before));
    await desk.edit(now, sheetName('Z01'));
    expect(desk.session.state().checked!.report).toEqual(await afresh(now, before));
  });

  test('which copy counts, last year and 补充信息 may change in between', async () => {
    const { now, before } = cleanYears();
    const two = { ...now, sheets: [...now.sheets, { ...sheetOf(faulty(now), 'Z01'), name: '财决01 (2)' }] };
    const desk = new Desk(two);
    await desk.open();
    await desk.session.chooseCopy('Z01', '财决01 (2)');
    const wrong = desk.session.state().checked!.report.counts.failed;
    expect(wrong).toBeGreaterThan(0);
    await desk.session.chooseCopy('Z01', sheetName('Z01'));
    expect(desk.session.state().checked!.report.counts.failed).toBe(0);
    const { blocked } = desk.session.state().checked!.report.counts;
    await desk.session.usePrior(() => Promise.resolve(before));
    expect(desk.session.state().checked!.report.counts.blocked).toBeLessThan(blocked);
    const outcomes = () => JSON.stringify(desk.session.state().checked!.report.ledger);
    const unknown = outcomes();
    await desk.session.enter([['unitKind', '行政单位']]);
    expect(outcomes()).not.toBe(unknown);
  });
});
