import type { Line, Row } from './lines';
import { N, numbersIn, printedAt, type Printed } from './printed';

export const projectKinds = ['常年', '阶段', '一次性'] as const;
export type ProjectKind = (typeof projectKinds)[number];

/** 常年项目绩效分析。该类项目总数9个，涉及预算总金额58.15万元，1—12月预算执行总体进度为100%… */
export interface ProjectGroup {
  readonly kind: '常年' | '阶段';
  readonly count?: Printed;
  readonly budget?: Printed;
  readonly paid?: Printed;
  readonly rate?: Printed;
  /** Projects of which more than 10 % is left over. */
  readonly leftOver?: Printed;
  readonly line: Line;
}

/** 部门预算阶段项目（含一次性项目）19个 */
export interface ProjectCount {
  /** Which projects it counts. */
  readonly kind: '常年' | '阶段' | '全部';
  readonly count: Printed;
  readonly line: Line;
}

/** The head of a 项目支出绩效自评表: the three amounts and the rate. */
export interface ProjectForm {
  readonly name: string;
  readonly row: Row;
  readonly budget?: Printed;
  readonly paid?: Printed;
  readonly rate?: Printed;
  /** 预算执行率得分 */
  readonly rateScore?: Printed;
  readonly parts: readonly { readonly name: string; readonly budget?: Printed; readonly paid?: Printed; readonly rate?: Printed }[];
  /** Score and points in the row 总分 of the form. */
  readonly total?: Printed;
  readonly totalPoints?: Printed;
  /** Number of the table of its indicators. */
  readonly table?: number;
}

const n = `(?<n>${N.slice(1, -1)})`;
const first = (line: Line, pattern: RegExp): Printed | undefined => numbersIn(line, pattern)[0]?.printed;

/** The sentence on projects of one kind. */
export const projectGroupsOf = (lines: readonly Line[]): readonly ProjectGroup[] =>
  lines.flatMap((line) => {
    const kind = /^(?:\d+[.、]|\(\d+\))?(常年|阶段)(?:\(一次性\))?项目/.exec(line.text)?.[1];
    if (kind === undefined || !/项目总数/.test(line.text)) return [];
    return [
      {
        kind: kind as ProjectGroup['kind'],
        count: first(line, new RegExp(`项目总数(?:为|共)?${n}(?<u>个)`)),
        budget: first(line, new RegExp(`预算总(?:金额|额)(?:为|共)?${n}(?<u>万元|元)`)),
        paid: first(line, new RegExp(`(?:执行|支付|支出)总?(?:金额|额|数)(?:为|共)?${n}(?<u>万元|元)`)),
        rate: first(line, new RegExp(`(?:总体进度|执行率)(?:为|达到?)?${n}(?<u>%)`)),
        leftOver: first(line, new RegExp(`结余率大于10%的项目(?:共计|共|为)?${n}(?<u>个)`)),
        line,
      },
    ];
  });

export const projectCountsOf = (lines: readonly Line[]): readonly ProjectCount[] =>
  lines
    .filter((line) => !/项目总数/.test(line.text))
    .flatMap((line) =>
      numbersIn(line, new RegExp(`部门预算(?<kind>常年|阶段)?项目(?:\\(含一次性项目\\))?(?:共|总数为?)?${n}(?<u>个)`)).map(
        ({ printed, match }) => ({
          kind: (match.groups!.kind as '常年' | '阶段' | undefined) ?? ('全部' as const),
          count: printed,
          line,
        }),
      ),
    );

const amount = (cell: Line | undefined, unit: string): Printed | undefined => {
  const found = cell && /^(-?\d[\d,]*(?:\.\d+)?)(%|万元|元)?$/.exec(cell.text);
  return found ? printedAt(cell, 0, found[1]!, found[2] ?? '') && scaled(cell, found[1]!, found[2] ?? unit) : undefined;
};
const scaled = (cell: Line, digits: string, unit: string): Printed => {
  const own = printedAt(cell, 0, digits, unit);
  return { ...own, text: cell.text, span: cell.span(0, cell.text.length) };
};

const labels = ['年度资金总额', '财政拨款', '其他资金'] as const;

/** Forms are told by a row 项目名称; the amounts stand below the heads 全年预算数, 全年执行数, 预算执行率. */
export function projectFormsOf(
  rows: readonly Row[],
  unitOf: (row: Row) => '万元' | '元',
  tableOf: (row: Row) => number | undefined,
): readonly ProjectForm[] {
  const forms: {
    form: { -readonly [K in keyof ProjectForm]: ProjectForm[K] } & {
      parts: { name: string; budget?: Printed; paid?: Printed; rate?: Printed }[];
    };
    heads?: readonly string[];
  }[] = [];
  for (const row of rows) {
    const texts = row.map(({ text }) => text);
    const named = texts.indexOf('项目名称');
    if (named >= 0) forms.push({ form: { name: texts.slice(named + 1).find((text) => text !== '') ?? '', row, parts: [] } });
    const last = forms[forms.length - 1];
    if (!last) continue;
    const table = tableOf(row);
    if (table !== undefined) last.form.table = table;
    if (/^(?:总分|总得分|合计)$/.test(texts[0] ?? '')) {
      const numbers = row.filter(({ text }) => /^\d/.test(text)).map((cell) => amount(cell, ''));
      last.form.total = numbers[numbers.length - 1];
      if (numbers.length > 1) last.form.totalPoints = numbers[0];
    }
    if (texts.some((text) => /全年预算数/.test(text)) && texts.some((text) => /全年执行数/.test(text))) last.heads = texts;
    const label = texts.findIndex((text) => labels.some((name) => text.replace(/^其中:/, '').startsWith(name)));
    if (!last.heads || label < 0) continue;
    const at = (head: RegExp, unit: string): Printed | undefined => amount(row[last.heads!.findIndex((text) => head.test(text))], unit);
    const unit = unitOf(row);
    const own = { budget: at(/全年预算数/, unit), paid: at(/全年执行数/, unit), rate: at(/执行率(?!得分)/, '%') };
    if (texts[label]!.startsWith('年度资金总额')) Object.assign(last.form, own, { row, rateScore: at(/得分/, '分') });
    else last.form.parts.push({ name: texts[label]!.replace(/^其中:/, ''), ...own });
  }
  return forms.map(({ form }) => form).filter(({ budget, paid }) => budget !== undefined || paid !== undefined);
}
