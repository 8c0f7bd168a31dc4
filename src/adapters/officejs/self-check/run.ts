import { noProgress, type Progress } from '../../../kernel/progress';
import { UserError } from '../../../kernel/errors';
import { explain } from '../errors';
import { probes, SHEET, type Probe } from './probes';

/** What became of one question. `code` where Excel refused it. */
export interface ProbeAnswer {
  readonly no: string;
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  readonly code?: string;
}
/** What this Excel is and how it answers. Nothing of the workbook stands in it. */
export interface SelfCheck {
  readonly format: 1;
  readonly host: Readonly<Record<string, string>>;
  readonly answers: readonly ProbeAnswer[];
}

const job = { what: '环境自检', left: `报表没有改动；如果还有一张“${SHEET}”表，可以删除。` };

/**
 * Asks every question in a batch of its own, on a sheet that is added for it and always taken away again. Throws UserError
 * when not even that sheet can be added; a question that fails is an answer.
 */
export async function selfCheck(progress: Progress = noProgress): Promise<SelfCheck> {
  await add();
  try {
    const answers: ProbeAnswer[] = [];
    for (const probe of probes) {
      await progress(`自检 ${probe.what}`, answers.length, probes.length);
      answers.push(await answerOf(probe));
    }
    return { format: 1, host: hostOf(), answers };
  } finally {
    await remove();
  }
}

async function add(): Promise<void> {
  await remove();
  try {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add(SHEET);
      await context.sync();
    });
  } catch (error) {
    const told = explain(error, { ...job, window: true });
    throw told instanceof Error ? told : new UserError({ code: 'hostRefused', told: String(told) }, '环境自检没有完成。');
  }
}

/** Without an error, also where there is nothing to take away or Excel does not let go of it. */
const remove = (): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItemOrNullObject(SHEET).delete();
    await context.sync();
  }).catch(() => undefined);

async function answerOf({ no, what, expected, ask }: Probe): Promise<ProbeAnswer> {
  try {
    const actual = await Excel.run((context) => ask(context, context.workbook.worksheets.getItem(SHEET)));
    return { no, what, expected, actual };
  } catch (error) {
    const code = (error as { code?: string }).code;
    return { no, what, expected, actual: '出错', ...(code === undefined ? { code: String(error) } : { code }) };
  }
}

function hostOf(): Readonly<Record<string, string>> {
  const read = (of: () => unknown): string => {
    try {
      return String(of() ?? '');
    } catch {
      return '';
    }
  };
  const level = Array.from({ length: 30 }, (_, i) => `1.${30 - i}`).find((version) =>
    Office.context.requirements.isSetSupported('ExcelApi', version),
  );
  return {
    platform: read(() => Office.context.platform),
    build: read(() => Office.context.diagnostics.version),
    locale: read(() => Office.context.displayLanguage),
    excelApi: level ?? '',
    agent: read(() => navigator.userAgent),
  };
}

const equal = ({ expected, actual, code }: ProbeAnswer): boolean => code === undefined && expected === actual;

/** Lines that can be copied: 编号 | 预期 | 实际 | 错误码. */
export function selfCheckText({ host, answers }: SelfCheck): string {
  const lines = answers.map(
    (one) => `${equal(one) ? '✓' : '✗'} ${one.no} ${one.what} | ${one.expected} | ${one.actual} | ${one.code ?? ''}`,
  );
  const about = Object.entries(host).map(([name, value]) => `${name}: ${value}`);
  return [...about, '', '编号 | 预期 | 实际 | 错误码', ...lines].join('\n');
}

/** How many answers are as expected, in one sentence. */
export function selfCheckSummary({ answers }: SelfCheck): string {
  const other = answers.filter((one) => !equal(one));
  const end = other.length === 0 ? '全部与预期一致。' : `与预期不同：${other.map(({ no, what }) => `${no} ${what}`).join('；')}。`;
  return `环境自检 ${answers.length} 项，${end}`;
}
