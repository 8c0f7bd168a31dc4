import { UserError } from '../../src/kernel/errors';
import { clean, withCell } from '../kit/index';
import { Desk, until } from './desk';
import './soon';

jest.setTimeout(60_000);

const faulty = () => withCell(clean(), 'Z01', 'E33', 1);
const values = (desk: Desk) =>
  desk.host
    .state()
    .pictures.get('补充信息')!
    .cells.map(({ value }) => value);

describe('what the session says when the host refuses', () => {
  test('marks that fail behind the report are told; the report stands as written', async () => {
    const desk = new Desk(faulty());
    await desk.open();
    const mark = desk.host.marker.mark;
    desk.host.marker.mark = () => Promise.reject(new UserError({ code: 'hostBusy', told: 'Timeout' }, 'Excel 正忙。'));
    await desk.session.generate();
    const { problem, notice, written, hasReport, unfinished, work } = desk.session.state();
    expect(problem).toMatchObject({ message: 'Excel 正忙。', after: expect.stringMatching(/已经写好.*没有标全/) as unknown });
    expect({ notice, hasReport, unfinished, work }).toEqual({ notice: undefined, hasReport: true, unfinished: [], work: undefined });
    expect(written).toBeDefined();
    desk.host.marker.mark = mark;
    await desk.session.showMarks();
    expect(desk.session.state().problem).toBeUndefined();
    expect(desk.marks.length).toBeGreaterThan(0);
  });

  test('what Excel does not keep or open behind the report is told as that alone: report and marks stand', async () => {
    const desk = new Desk(faulty());
    await desk.open();
    const busy = () => Promise.reject(new UserError({ code: 'hostBusy', told: 'Timeout' }, 'Excel 正忙。'));
    Object.assign(desk.host.settings, { set: busy });
    Object.assign(desk.host.navigator, { open: busy });
    await desk.session.generate();
    expect(desk.session.state()).toMatchObject({ problem: undefined, marked: true });
    expect(desk.session.state().notice).toMatch(
      /^已生成“情况说明”。Excel 没有记住要标出问题.*下次打开窗格.*请点工作表标签“情况说明”查看。$/,
    );
    await desk.session.showMarks();
    expect(desk.session.state()).toMatchObject({ problem: undefined, notice: expect.stringMatching(/^Excel 没有记住/) as string });
    await desk.session.clearMarks();
    expect(desk.session.state().problem).toBeUndefined();
    expect(desk.session.state().notice).toMatch(/^标记已全部清除.*可能再出现/);
  });

  test('when 补充信息 cannot be written it says so, and tries again with the next field', async () => {
    const desk = new Desk(clean());
    await desk.open();
    const { write } = desk.host.sink;
    desk.host.sink.write = () => Promise.reject(new UserError({ code: 'hostBusy', told: 'Timeout' }, 'Excel 正忙。'));
    await desk.session.enter([['unitShortName', '本局']]);
    await until(() => desk.session.state().problem !== undefined);
    expect(desk.session.state().problem).toMatchObject({
      message: 'Excel 正忙。',
      after: expect.stringMatching(/还在窗格里.*填下一项/) as string,
    });
    desk.host.sink.write = write;
    await desk.session.enter([['reasons.S01', '项目支出减少']]);
    await until(() => desk.written.length > 0);
    expect(values(desk)).toEqual(expect.arrayContaining(['项目支出减少', '本局']));
  });

  test('取消 during 生成说明 writes nothing', async () => {
    const desk = new Desk(clean());
    await desk.open();
    const done = desk.session.generate();
    await new Promise((resolve) => setTimeout(resolve));
    desk.session.cancel();
    await done;
    expect(desk.written).toEqual([]);
    expect(desk.session.state().notice).toContain('已取消');
  });

  test('a failure of ours says what was not changed and keeps the details for copying', async () => {
    const desk = new Desk(clean());
    await desk.open();
    desk.host.sink.write = () => Promise.reject(new Error('boom'));
    await desk.session.generate();
    const { problem, work } = desk.session.state();
    expect(problem!.details).toContain('boom');
    expect(problem!.after).toContain('报表没有改动');
    expect(work).toBeUndefined();
  });
});
