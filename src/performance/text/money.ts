import type { Span } from './blocks';
import type { Line } from './lines';
import { N, numbersIn, printedAt, type Printed } from './printed';

/** One statement of the year's money: 年初预算收入430.66万元，其中财政拨款收入388.63万元，上年结转42.03万元 */
export interface Statement {
  readonly stage: '预算' | '决算';
  readonly side: '收入' | '支出';
  readonly total: Printed;
  readonly parts: readonly { readonly name: string; readonly of: Printed }[];
  readonly line: Line;
  readonly span: Span;
}

/** 一般性支出年初预算18万元，较上年21万元压减3万元，压减14.29% */
export interface Cut {
  readonly what: '预算' | '执行';
  readonly now?: Printed;
  readonly before?: Printed;
  readonly by: Printed;
  readonly rate?: Printed;
  readonly line: Line;
}

const U = '(?<u>万元|亿元|元)';
const n = `(?<n>${N.slice(1, -1)})`;
const whole = new RegExp(`(?<stage>年初预算|决算)(?:数)?总?(?<side>收入|支出)(?:合计|总计|总额)?(?:共|为|是)?${n}${U}`);
const part = new RegExp(`(?<name>[^,:;。\\d]{2,24}?(?:收入|支出|结转结余|结转和结余|结转|结余))(?:共|为)?${n}${U}`);

export function statementsOf(lines: readonly Line[]): readonly Statement[] {
  return lines.flatMap((line) =>
    numbersIn(line, whole).flatMap(({ printed, match }): readonly Statement[] => {
      const { stage, side } = match.groups!;
      const from = match.index! + match[0].length;
      const rest = line.text.slice(from).search(/[;。]/);
      const to = rest < 0 ? line.text.length : from + rest;
      if (!/^,?其中/.test(line.text.slice(from, to)))
        return [{ stage: stageOf(stage!), side: side as Statement['side'], total: printed, parts: [], line, span: printed.span }];
      const parts = numbersIn(line, part)
        .filter(({ match: own }) => own.index! >= from && own.index! < to)
        .map((found) => ({ name: found.match.groups!.name!.replace(/^(?:其中:?|,)/, ''), of: found.printed }));
      return [{ stage: stageOf(stage!), side: side as Statement['side'], total: printed, parts, line, span: line.span(match.index!, to) }];
    }),
  );
}

const stageOf = (word: string): Statement['stage'] => (word === '决算' ? '决算' : '预算');

const closing = new RegExp(`年末(?:财政拨款|资金)?结转(?:和)?结余(?:资金)?(?:共|为)?${n}${U}`);
/** 年末结转和结余 as the chapter on money states it. */
export const closingOf = (lines: readonly Line[]): Printed | undefined => lines.flatMap((line) => numbersIn(line, closing))[0]?.printed;

const cutPattern = new RegExp(
  `一般性支出(?<what>年初预算|预算执行|执行)数?(?:为)?(?:(?<now>${N.slice(1, -1)})(?<nu>万元|元))?,?较上年(?:(?<before>${N.slice(1, -1)})(?<bu>万元|元))?,?压减${n}${U}(?:,压减(?<rate>${N.slice(1, -1)})(?<ru>%))?`,
  'g',
);

export function cutsOf(lines: readonly Line[]): readonly Cut[] {
  return lines.flatMap((line) =>
    [...line.text.matchAll(cutPattern)].map((match): Cut => {
      const groups = match.groups!;
      // The numbers stand in this order; equal digits are told apart by their places.
      let done = 0;
      const at = (name: string, unit: string): Printed | undefined => {
        if (groups[name] === undefined) return undefined;
        const from = match[0].indexOf(groups[name] + groups[unit]!, done);
        done = from + groups[name].length;
        return printedAt(line, match.index + from, groups[name], groups[unit]!);
      };
      const [now, before] = [at('now', 'nu'), at('before', 'bu')];
      const [by, rate] = [at('n', 'u')!, at('rate', 'ru')];
      return { what: groups.what === '年初预算' ? '预算' : '执行', now, before, by, rate, line };
    }),
  );
}
