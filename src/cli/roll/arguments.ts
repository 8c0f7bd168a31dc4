import { UsageError } from '../io';

type Format = 'text' | 'json';

interface OfDocument {
  readonly workbook: string;
  readonly prior?: string;
  readonly supplement?: string;
  readonly format: Format;
  readonly allowRenamedUnit: boolean;
}

/** 承上年: last year's document with both years' workbooks. */
export interface RollCommand extends OfDocument {
  readonly command: 'roll';
  readonly last: string;
  /** A profile that last year's document may have been written with. */
  readonly profile?: string;
  readonly out: string;
}

/** A profile learned from a document and the workbook of its year. */
export interface LearnCommand extends OfDocument {
  readonly command: 'learn';
  readonly document: string;
  /** Without it the profile is only shown. */
  readonly out?: string;
}

type Values = ReadonlyMap<string, readonly string[]>;

/** What stands behind each option of a command, once, and no option of another one. */
function optionsOf(command: string, values: Values, allowed: readonly string[], flags: ReadonlySet<string>) {
  const wrong = [...values.keys()].find((name) => !allowed.includes(name)) ?? [...flags].find((name) => name !== '--allow-renamed-unit');
  if (wrong !== undefined) throw new UsageError(`${wrong} 不用于 ${command} 命令。`);
  const one = (name: string): string | undefined => {
    const given = values.get(name) ?? [];
    if (given.length > 1) throw new UsageError(`${name} 只能写一次。`);
    return given[0];
  };
  const needed = (name: string, what: string): string => {
    const value = one(name);
    if (value === undefined) throw new UsageError(`${command} 要用 ${name} 指定${what}。`);
    return value;
  };
  return { one, needed };
}

const common = ['--workbook', '--prior', '--supplement', '--out', '--format'];

export function rollArguments(
  names: readonly string[],
  values: Values,
  flags: ReadonlySet<string>,
  formatOf: (value: string | undefined) => Format,
): RollCommand {
  const { one, needed } = optionsOf('roll', values, [...common, '--profile'], flags);
  const [last, ...more] = names;
  if (last === undefined || more.length > 0) throw new UsageError('roll 后面要写一个上年的情况说明（.docx 或 .txt）。');
  return {
    command: 'roll',
    last,
    workbook: needed('--workbook', '本年的决算报表工作簿'),
    prior: one('--prior'),
    supplement: one('--supplement'),
    profile: one('--profile'),
    out: needed('--out', '输出文件夹'),
    format: formatOf(one('--format')),
    allowRenamedUnit: flags.has('--allow-renamed-unit'),
  };
}

export function learnArguments(
  names: readonly string[],
  values: Values,
  flags: ReadonlySet<string>,
  formatOf: (value: string | undefined) => Format,
): LearnCommand {
  const { one, needed } = optionsOf('learn', values, common, flags);
  const [document, ...more] = names;
  if (document === undefined || more.length > 0) throw new UsageError('learn 后面要写一个情况说明（.docx 或 .txt）。');
  return {
    command: 'learn',
    document,
    workbook: needed('--workbook', '与情况说明同一年度的决算报表工作簿'),
    prior: one('--prior'),
    supplement: one('--supplement'),
    out: one('--out'),
    format: formatOf(one('--format')),
    allowRenamedUnit: flags.has('--allow-renamed-unit'),
  };
}
