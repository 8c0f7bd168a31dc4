import { refusedWords } from '../src/app/refused-words';
import { selfCheck } from '../src/adapters/officejs/self-check/run';
import type { Session } from './session/session';

/** The sheet on which deploy/prove-in-excel.ps1 waits for the result: lines of JSON in column A, and B1 when they are all there. */
const PROVED = '自检结果';
const DONE = '完成';
/** A cell takes 32,767 characters. */
const LINE = 30_000;

/**
 * Everything that the pane does in a workbook, once, in this Excel: the questions of 环境自检, marks on, the four sheets
 * written, written again, marks off. What the pane said after each step is put on a sheet for the script that started it.
 */
export async function prove(session: Session): Promise<void> {
  const check = await selfCheck();
  const steps: { readonly step: string; readonly said: string }[] = [];
  const run = async (step: string, job: () => Promise<void>): Promise<void> => {
    await job();
    const { problem, notice, refused, unfinished } = session.state();
    const said = [problem?.message, problem?.after, notice, refused.length > 0 ? refusedWords(refused) : undefined, ...unfinished];
    steps.push({ step, said: said.filter((one) => one !== undefined).join(' ') });
  };
  await run('打开', session.open);
  await run('标出', session.showMarks);
  await run('生成说明', session.generate);
  await run('重新生成说明', session.generate);
  await run('清除标记', session.clearMarks);

  const json = JSON.stringify({ ...check, steps });
  const lines = Array.from({ length: Math.ceil(json.length / LINE) }, (_, i) => [json.slice(i * LINE, (i + 1) * LINE)]);
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const earlier = worksheets.getItemOrNullObject(PROVED);
    earlier.load('name');
    await context.sync();
    if (!earlier.isNullObject) earlier.delete();
    const sheet = worksheets.add(PROVED);
    sheet.getRange(`A1:A${lines.length}`).values = lines;
    sheet.getRange('B1').values = [[DONE]];
    await context.sync();
  });
}
