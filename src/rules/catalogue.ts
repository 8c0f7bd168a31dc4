import type { Severity } from '../facts/outcome';
import type { Source } from '../kernel/source';
import { formName } from '../layouts/keys';
import { countsOf } from '../layouts/shape';
import { formulaWords } from './claim';
import { isFormula, type AnyRule, type Expr, type Rule } from './rule';

/** A rule about a finished text: what it compares, where it holds and where not. */
interface TextRule extends ReadingRule {
  readonly words: string;
  readonly example: string;
  readonly counter: string;
}

/** A finding of reading itself: no formula, but an id, a source and a hint all the same. */
interface ReadingRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  readonly hint: string;
}

const severities: Record<Severity, string> = { error: '强制', warning: '提示', info: '说明' };
const origins: Record<Source['by'], string> = { official: '官方公式', derived: '由表式推得', house: '本工具建议' };

const counts: readonly string[] = countsOf('F03');

/** Does a formula count things rather than money? */
const isCounting = (expr: Expr): boolean =>
  expr.op === 'cell'
    ? counts.includes(expr.row)
    : expr.op === 'sum'
      ? expr.terms.every(isCounting)
      : expr.op === 'times'
        ? isCounting(expr.of)
        : false;

/** One term of an example with a number of its own. */
const numbersOf = (expr: Expr, next: () => number): { readonly text: string; readonly value: number } => {
  switch (expr.op) {
    case 'cell': {
      const value = next();
      return { text: value.toFixed(2), value };
    }
    case 'rows':
    case 'columns': {
      const [a, b] = [next(), next()];
      return { text: `（${a.toFixed(2)} ＋ ${b.toFixed(2)}）`, value: a + b };
    }
    case 'sum': {
      const parts = expr.terms.map((term) => numbersOf(term, next));
      return { text: parts.map((part) => part.text).join(' ＋ '), value: parts.reduce((sum, part) => sum + part.value, 0) };
    }
    case 'minus': {
      const [left, right] = [numbersOf(expr.left, next), numbersOf(expr.right, next)];
      return { text: `${left.text} － ${expr.right.op === 'sum' ? `（${right.text}）` : right.text}`, value: left.value - right.value };
    }
    case 'times': {
      const of = numbersOf(expr.of, next);
      return { text: `${expr.factor} × ${of.text}`, value: expr.factor * of.value };
    }
    case 'amount':
      return { text: String(expr.value), value: expr.value };
  }
};

/** Numbers that satisfy the formula, and the nearest that do not. Whole tens, so that no reader has to reckon. */
function exampleOf(rule: Rule): string {
  const example = amountExample(rule);
  if (!isCounting(rule.claim.left)) return example;
  return example
    .replace(/(\d+)\.00/g, '$1')
    .replace(/(\d+)\.01/g, (_, n: string) => String(Number(n) + 1))
    .replace(/(\d+)\.99/g, '$1');
}

function amountExample(rule: Rule): string {
  const { left, is, right } = rule.claim;
  const step = 0.01 + (rule.tolerance?.yuan ?? 0);
  // Large enough for a condition such as “≥ 100000元”, which mostly speaks of the same cell.
  const bound = rule.given?.right.op === 'amount' ? rule.given.right.value : 0;
  const tens = bound > 100 ? bound / 10 : 10;
  const descending = (): (() => number) => {
    let n = 13;
    return () => (n -= 1) * tens;
  };
  const fails = (side: '左' | '右', value: number, text: (n: number) => string): string => {
    const higher = (is === '≥') === (side === '右');
    return `；不平：${side}边为 ${text(higher ? value + step : value - step)}`;
  };
  if (right.op === 'amount') return `平：${yuan(right.value)} ${is} ${right.value}${fails('左', right.value, yuan)}`;
  if (right.op === 'cell' && left.op !== 'cell') {
    const side = numbersOf(left, descending());
    return `平：${side.text} ${is} ${yuan(side.value)}${fails('右', side.value, yuan)}`;
  }
  const worked = numbersOf(right, descending());
  // A multiple is printed as one: nobody can fill in its product.
  const factor = left.op === 'times' ? left.factor : 1;
  const times = (n: number): string => (factor === 1 ? yuan(n) : `${factor} × ${yuan(n)}`);
  const value = worked.value / factor;
  return `平：${times(value)} ${is} ${worked.text}${fails('左', value, times)}`;
}

const yuan = (n: number): string => n.toFixed(2);

const sourceOf = (source: Source): string =>
  `${origins[source.by]}，${source.doc}：${source.clause}${source.unverified ? '；**未经实例证实**' : ''}`;

const entry = (rule: AnyRule): string =>
  [
    `### ${rule.id} ${rule.title}`,
    '',
    `- 级别：${isFormula(rule) && rule.evidence ? '旁证（不报告）' : severities[rule.severity]}`,
    `- 公式：${isFormula(rule) ? formulaWords(rule) : rule.words}`,
    ...(isFormula(rule) && rule.unlessNegative ? ['- 不适用：这一行（含下级）或这一栏有负数时（其中数可以大于总数）'] : []),
    `- 例：${isFormula(rule) ? exampleOf(rule) : rule.example}`,
    `- 依据：${sourceOf(rule.source)}`,
    `- 处理：${rule.hint}`,
    '',
  ].join('\n');

const formOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));

/** RULES.md: every rule by form, in words; made from the declarations and never by hand. */
export function catalogue(rules: readonly AnyRule[], reading: readonly ReadingRule[] = [], texts: readonly TextRule[] = []): string {
  const forms = [...new Set(rules.map((rule) => formOf(rule.id)))].sort();
  const reported = rules.filter((rule) => !(isFormula(rule) && rule.evidence));
  const of = (severity: Severity): number => reported.filter((rule) => rule.severity === severity).length;
  return [
    '# 勾稽关系',
    '',
    '<!-- 由 npm run rules 生成，请改 src/rules 中的声明，不要改本文件。 -->',
    '',
    `共 ${reported.length} 条规则：强制 ${of('error')} 条，提示 ${of('warning')} 条，说明 ${of('info')} 条；另有 ${rules.length - reported.length} 条旁证只用于判断哪一格更可疑。一条规则通常核对许多处（各行、各栏）。`,
    '',
    '编号：表号－种类＋两位数。A 表内，X 表间，Y 与上年，F 填列，N 与补充信息，H 合理性，E 旁证。编号永不重用。',
    '',
    '金额以元比较，分毫必较；以万元印出的表，允许每格最后一位的半个单位之和（舍入差，单独列示，不算不平）。“—”是不适用，文字或缺表则该处“未核对”，都不算平。',
    '',
    ...forms.flatMap((form) => [
      `## ${formName(form)}`,
      '',
      ...rules
        .filter((rule) => formOf(rule.id) === form)
        .sort((a, b) => a.id.localeCompare(b.id))
        .map(entry),
    ]),
    ...(texts.length > 0
      ? [
          '## 绩效自评报告和单位概况',
          '',
          `共 ${texts.length} 条，核对写好的部门整体绩效自评报告、项目自评表（E）和整本的第一部分（B），本工具写的或别处写的。`,
          '',
          ...texts.map((rule) =>
            [
              `### ${rule.id} ${rule.title}`,
              '',
              `- 级别：${severities[rule.severity]}`,
              `- 规则：${rule.words}`,
              `- 例：${rule.example}`,
              `- 反例：${rule.counter}`,
              `- 依据：${sourceOf(rule.source)}`,
              `- 处理：${rule.hint}`,
              '',
            ].join('\n'),
          ),
        ]
      : []),
    ...(reading.length > 0
      ? [
          '## 读表时和按行核对时的问题',
          '',
          ...reading.map((rule) =>
            [
              `### ${rule.id} ${rule.title}`,
              '',
              `- 级别：${severities[rule.severity]}`,
              `- 依据：${sourceOf(rule.source)}`,
              `- 处理：${rule.hint}`,
              '',
            ].join('\n'),
          ),
        ]
      : []),
  ].join('\n');
}
