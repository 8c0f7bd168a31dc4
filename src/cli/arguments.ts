import { bookletParts, type BookletPart } from '../booklet/parts';
import { layouts } from '../layouts/index';
import { UsageError } from './io';
import { learnArguments, rollArguments, type LearnCommand, type RollCommand } from './roll/arguments';

export type Format = 'text' | 'json';

export interface CheckCommand {
  readonly command: 'check';
  readonly workbooks: readonly string[];
  readonly prior?: string;
  readonly supplement?: string;
  readonly format: Format;
  /** Which sheet counts where a form stands twice. */
  readonly choose: Readonly<Record<string, string>>;
  readonly allowRenamedUnit: boolean;
  readonly profile?: string;
  /** Of folders: threads at a time. */
  readonly jobs?: number;
}

export interface ReportCommand extends Omit<CheckCommand, 'command'> {
  readonly command: 'report';
  readonly out: string;
  /** 附表 behind the text in Word. */
  readonly tables: boolean;
  /** The whole published document too. */
  readonly whole: boolean;
  readonly leaveOut: readonly BookletPart[];
  /** Last year's document, to take over what does not change. */
  readonly last?: string;
}

/** 校对 of finished texts, or 数字锁定 of one text against its earlier version. */
export interface ProofCommand {
  readonly command: 'proof';
  /** .docx, .txt, or workbooks with a sheet 情况说明. */
  readonly texts: readonly string[];
  readonly workbook?: string;
  readonly prior?: string;
  readonly supplement?: string;
  readonly profile?: string;
  readonly out?: string;
  readonly against?: string;
  /** Of folders: threads at a time. */
  readonly jobs?: number;
  readonly format: Format;
}

/** 汇总核对: the 汇总 of a department against its units. */
export interface ConsolidateCommand {
  readonly command: 'consolidate';
  /** Without it a 汇总 is made, and nothing compared. */
  readonly whole?: string;
  /** Files and folders. */
  readonly units: readonly string[];
  /** Where to write a 汇总 made from the units. */
  readonly out?: string;
  /** Of the department, where no 汇总 tells it. */
  readonly name?: string;
  readonly format: Format;
}

export type Command =
  | CheckCommand
  | ReportCommand
  | RollCommand
  | LearnCommand
  | ProofCommand
  | ConsolidateCommand
  | { readonly command: 'help' }
  | { readonly command: 'version' };

const valued = [
  '--workbook',
  '--prior',
  '--supplement',
  '--profile',
  '--out',
  '--format',
  '--choose',
  '--without',
  '--last',
  '--against',
  '--units',
  '--name',
  '--jobs',
] as const;
const onlyOfReport = ['--out', '--without', '--last'];
const flagNames = ['--allow-renamed-unit', '--tables', '--whole'];

/** Reads the arguments behind the program name. Throws UsageError. */
export function parseArguments(argv: readonly string[]): Command {
  const { flags, values, names } = sort(argv);
  if (flags.has('--help')) return { command: 'help' };
  if (flags.has('--version')) return { command: 'version' };
  const [command, ...workbooks] = names;
  if (command === undefined) throw new UsageError('没有写命令。');
  if (command === 'help') return { command: 'help' };
  if (command === 'roll') return rollArguments(workbooks, values, flags, formatOf);
  if (command === 'learn') return learnArguments(workbooks, values, flags, formatOf);
  if (command === 'proof') return proofArguments(workbooks, values, flags);
  if (command === 'consolidate') return consolidateArguments(workbooks, values, flags);
  if (command !== 'check' && command !== 'report')
    throw new UsageError(`没有“${command}”这个命令，可用的命令是 check、report、proof、roll 和 consolidate。`);
  if (workbooks.length === 0) throw new UsageError(`${command} 后面要写决算报表工作簿（.xlsx 或 .xls）。`);

  const one = (name: (typeof valued)[number]): string | undefined => {
    const given = values.get(name) ?? [];
    if (given.length > 1) throw new UsageError(`${name} 只能写一次。`);
    return given[0];
  };
  if (workbooks.length > 1) {
    for (const name of ['--prior', '--supplement', '--choose', '--last']) {
      if (values.has(name)) throw new UsageError(`${name} 只对应一个单位：一次给出多个工作簿时不能使用，请逐个运行。`);
    }
  }
  const foreign = ['--workbook', '--against', '--units', '--name'].find((name) => values.has(name));
  if (foreign) throw new UsageError(`${foreign} 不用于 ${command} 命令。`);
  const common = {
    workbooks,
    prior: one('--prior'),
    supplement: one('--supplement'),
    format: formatOf(one('--format')),
    choose: chosen(values.get('--choose') ?? []),
    allowRenamedUnit: flags.has('--allow-renamed-unit'),
    profile: one('--profile'),
    jobs: countOf('--jobs', one('--jobs')),
  };
  if (command === 'check') {
    const wrong = onlyOfReport.find((name) => values.has(name)) ?? ['--tables', '--whole'].find((name) => flags.has(name));
    if (wrong) throw new UsageError(`${wrong} 只用于 report 命令。`);
    return { command, ...common };
  }
  const out = one('--out');
  if (!out) throw new UsageError('report 要用 --out 指定输出文件夹，例如 --out 输出。');
  const whole = flags.has('--whole');
  const lacking = ['--without', '--last'].find((name) => values.has(name) && !whole);
  if (lacking) throw new UsageError(`${lacking} 要与 --whole 一起使用。`);
  return {
    command,
    ...common,
    out,
    tables: flags.has('--tables'),
    whole,
    leaveOut: partsOf(values.get('--without') ?? []),
    last: one('--last'),
  };
}

function proofArguments(
  texts: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
  flags: ReadonlySet<string>,
): ProofCommand {
  if (texts.length === 0) throw new UsageError('proof 后面要写情况说明（.docx、.txt，或有“情况说明”工作表的工作簿）。');
  const one = (name: (typeof valued)[number]): string | undefined => {
    const given = values.get(name) ?? [];
    if (given.length > 1) throw new UsageError(`${name} 只能写一次。`);
    return given[0];
  };
  const wrong =
    ['--choose', '--without', '--last', '--units', '--name'].find((name) => values.has(name)) ?? flagNames.find((name) => flags.has(name));
  if (wrong) throw new UsageError(`${wrong} 不用于 proof 命令。`);
  const [workbook, prior, against] = [one('--workbook'), one('--prior'), one('--against')];
  const sheets = texts.every((text) => /\.xlsx?$/i.test(text));
  if (prior !== undefined && workbook === undefined && !sheets) throw new UsageError('--prior 要和 --workbook 一起使用。');
  if (against !== undefined && (texts.length > 1 || workbook !== undefined || values.has('--out')))
    throw new UsageError('--against 比较一份文字的前后两稿：只写一份新稿，不和 --workbook、--out 一起使用。');
  const [supplement, profile, out] = [one('--supplement'), one('--profile'), one('--out')];
  return {
    command: 'proof',
    texts,
    workbook,
    prior,
    against,
    supplement,
    profile,
    out,
    format: formatOf(one('--format')),
    jobs: countOf('--jobs', one('--jobs')),
  };
}

function consolidateArguments(
  names: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
  flags: ReadonlySet<string>,
): ConsolidateCommand {
  const [whole, ...more] = names;
  const units = values.get('--units') ?? [];
  const one = (option: string): string | undefined => {
    const given = values.get(option) ?? [];
    if (given.length > 1) throw new UsageError(`${option} 只能写一次。`);
    return given[0];
  };
  if (more.length > 0 || units.length === 0)
    throw new UsageError('consolidate 后面先写汇总表，再用 --units 写各单位的工作簿或文件夹，例如 consolidate 汇总.xlsx --units 各单位/。');
  const wrong = [...values.keys()].find((option) => !['--units', '--format', '--out', '--name'].includes(option)) ?? [...flags][0];
  if (wrong) throw new UsageError(`${wrong} 不用于 consolidate 命令。`);
  const [out, name] = [one('--out'), one('--name')];
  if (whole === undefined && (out === undefined || name === undefined))
    throw new UsageError('没有写汇总表：要由各单位生成汇总表，请写 --name 部门名称 和 --out 文件夹。');
  return { command: 'consolidate', whole, units, out, name, format: formatOf(one('--format')) };
}

function sort(argv: readonly string[]): { flags: Set<string>; values: Map<string, string[]>; names: string[] } {
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const names: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === '--') {
      names.push(...argv.slice(i + 1));
      break;
    }
    const [name, inline] =
      word.startsWith('--') && word.includes('=') ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word];
    if (name === '-h' || name === '--help') flags.add('--help');
    else if (name === '-v' || name === '-V' || name === '--version') flags.add('--version');
    else if (flagNames.includes(name!)) flags.add(name!);
    else if ((valued as readonly string[]).includes(name)) {
      const value = inline ?? argv[++i];
      if (value === undefined || value === '' || (inline === undefined && value.startsWith('--')))
        throw new UsageError(`${name} 后面要写一个值。`);
      const more: string[] = [];
      // A shell writes out `--units *.xlsx` as several words.
      if (name === '--units') while (argv[i + 1] !== undefined && !argv[i + 1]!.startsWith('-')) more.push(argv[++i]!);
      values.set(name, [...(values.get(name) ?? []), value, ...more]);
    } else if (word.startsWith('-') && word !== '-') throw new UsageError(`没有“${name}”这个选项。`);
    else names.push(word);
  }
  return { flags, values, names };
}

/** 绩效自评,附表 */
function partsOf(values: readonly string[]): readonly BookletPart[] {
  const parts = values
    .flatMap((value) => value.split(/[,，、]/))
    .map((name) => {
      const part = bookletParts.find((own) => own === name.trim());
      if (!part) throw new UsageError(`--without 后面的“${name}”不是整本的一个部分，可用的有：${bookletParts.join('、')}。`);
      return part;
    });
  if (bookletParts.every((part) => parts.includes(part))) throw new UsageError('--without 把整本的五个部分都略去了，至少要留一个。');
  return parts;
}

function countOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 9999) throw new UsageError(`${name} 要写一个正整数，不能是“${value}”。`);
  return count;
}

function formatOf(value: string | undefined): Format {
  if (value === undefined || value === 'text') return 'text';
  if (value === 'json') return 'json';
  throw new UsageError(`--format 只能是 text 或 json，不能是“${value}”。`);
}

function chosen(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at <= 0 || at === pair.length - 1) throw new UsageError('--choose 要写成 表号=工作表名，例如 --choose "Z04=Z04 (2)"。');
      const form = pair.slice(0, at);
      const known = layouts.map(({ id }) => id);
      if (!known.includes(form)) throw new UsageError(`--choose 的“${form}”不是表号，可用的有：${known.join('、')}。`);
      return [form, pair.slice(at + 1)];
    }),
  );
}
