import Decimal from 'decimal.js';
import { measures } from '../links/vocabulary';
import type { TextBlock } from '../text/document';
import { amountsOf, isAnnex, type ProofContext } from './context';
import { findingAt, findingIn, type ProofFinding } from './finding';
import { wan } from './words';

/** What is checked inside the 绩效自评 behind the text, and between the two. */
export function annex(context: ProofContext): readonly ProofFinding[] {
  return [...scores(context), ...indicators(context), ...carried(context), ...closing(context)];
}

const whole = /（(\d+(?:\.\d+)?)分，得分(\d+(?:\.\d+)?)分?）|总分(\d+(?:\.\d+)?)分，得分(\d+(?:\.\d+)?)分/;
const part = /（\d+(?:\.\d+)?分，得分(\d+(?:\.\d+)?)分?）|得分?(\d+(?:\.\d+)?)分/;

/** A score with the scores of the items below it, where every one of these prints its own. */
function scores(context: ProofContext): readonly ProofFinding[] {
  const { blocks } = context.linked.document;
  return blocks.flatMap((block, i) => {
    const found = whole.exec(block.plain.text);
    if (!found || !block.marker || block.kind === 'row') return [];
    const stated = new Decimal(found[2] ?? found[4]!);
    const below = children(blocks, i);
    const values = below.map(({ plain, marker }, k) => {
      const next = blocks[blocks.indexOf(below[k]!) + 1];
      const own = part.exec(plain.text) ?? (next && !next.marker ? part.exec(next.plain.text) : null);
      return marker && own ? new Decimal(own[1] ?? own[2]!) : undefined;
    });
    if (values.length < 2 || values.some((value) => value === undefined)) return [];
    const total = values.reduce<Decimal>((sum, value) => sum.plus(value!), new Decimal(0));
    if (total.equals(stated)) return [];
    const message = `以下${values.length}项得分合计${total.toString()}分，与这里的${stated.toString()}分不符。`;
    const at = found[3] === undefined ? 0 : found.index;
    return [
      findingIn(context.linked.document, 'P-SCORE', block, at, found.index + found[0].length, message, {
        expected: `${total.toString()}分`,
      }),
    ];
  });
}

/** Items of the next lower kind, up to the next title of the same kind or above. */
function children(blocks: readonly TextBlock[], i: number): readonly TextBlock[] {
  const level = blocks[i]!.marker!.level;
  let own: number | undefined;
  const found: TextBlock[] = [];
  for (const block of blocks.slice(i + 1)) {
    if (!block.marker) continue;
    if (block.marker.level <= level) break;
    own ??= block.marker.level;
    if (block.marker.level === own) found.push(block);
  }
  return found;
}

const signs: Readonly<Record<string, (actual: Decimal, target: Decimal) => boolean>> = {
  '=': (actual, target) => actual.equals(target),
  '＝': (actual, target) => actual.equals(target),
  '≤': (actual, target) => actual.lte(target),
  '\\leq': (actual, target) => actual.lte(target),
  '≥': (actual, target) => actual.gte(target),
  '\\geq': (actual, target) => actual.gte(target),
};
const plain = /^\d+(?:\.\d+)?$/;

/** Rows of the 绩效目标 table: what was reached against its target. */
function indicators(context: ProofContext): readonly ProofFinding[] {
  return context.linked.document.blocks.flatMap((block) => {
    if (block.kind !== 'row') return [];
    const cells = block.row!;
    const at = cells.findIndex((cell) => cell in signs);
    const target = cells[at + 1];
    const actual = cells[cells.length - 1];
    // name, sign, target, unit, weight, reached: a row that prints fewer cells is not understood.
    if (at < 1 || cells.length < at + 5 || !plain.test(cells[at + 3] ?? '')) return [];
    if (!target || !actual || !plain.test(target) || !plain.test(actual)) return [];
    if (signs[cells[at]!]!(new Decimal(actual), new Decimal(target))) return [];
    const name = cells[at - 1]!;
    const from = block.text.indexOf(name);
    const span = { paragraph: block.index, start: Math.max(0, from), end: block.text.replace(/\s+$/, '').length };
    return [
      findingAt(
        context.linked.document,
        'P-INDICATOR',
        span,
        `${name}的目标是${cells[at]}${target}${cells[at + 2] ?? ''}，实际完成${actual}，没有达到，请核对得分与文字。`,
      ),
    ];
  });
}

const budgeted =
  /年初预算(收入|支出)(\d+(?:\.\d+)?)万元，其中：?财政拨款(?:收入|支出)?(\d+(?:\.\d+)?)万元，上年结转(?:收入|支出)?(\d+(?:\.\d+)?)万元/;
const settled =
  /决算总?(收入|支出)为?(\d+(?:\.\d+)?)万元，其中：?(?:本年)?财政拨款(?:收入|支出)?(\d+(?:\.\d+)?)万元，上年结转(?:收入|支出)?(\d+(?:\.\d+)?)万元/;

interface Carry {
  readonly block: TextBlock;
  readonly start: number;
  readonly end: number;
  readonly carried: Decimal;
}

/** 上年结转 on the income and on the expenditure side, in the budget and in the accounts. */
function carried(context: ProofContext): readonly ProofFinding[] {
  const { document, topics } = context.linked;
  const sides = (form: RegExp): ReadonlyMap<string, Carry> => {
    const found = new Map<string, Carry>();
    document.blocks.forEach((block, i) => {
      const match = isAnnex(topics[i]!) ? form.exec(block.plain.text) : null;
      if (match && !found.has(match[1]!))
        found.set(match[1]!, { block, start: match.index, end: match.index + match[0].length, carried: new Decimal(match[4]!) });
    });
    return found;
  };
  const [budget, account] = [sides(budgeted), sides(settled)];
  const [income, spending, real] = [budget.get('收入'), budget.get('支出'), account.get('收入')];
  const findings: ProofFinding[] = [];
  if (income && spending && !income.carried.equals(spending.carried)) {
    const message = `年初预算收入中上年结转是${income.carried.toString()}万元，这里是${spending.carried.toString()}万元，收支两边不一致。`;
    findings.push(findingIn(document, 'P-CARRY', spending.block, spending.start, spending.end, message));
  }
  if (income && real && income.block === real.block && !income.carried.isZero() && real.carried.isZero()) {
    const message = `年初预算列了上年结转${income.carried.toString()}万元，决算中上年结转是0，请核对。`;
    const start = income.end - `上年结转${income.carried.toFixed(2)}万元`.length;
    findings.push(findingIn(document, 'P-CARRY', income.block, Math.max(0, start), real.end, message));
  }
  return findings;
}

const many = /结转(?:和)?结余(?:资金)?(?:数额|金额|规模)?(?:较大|偏大|过大)/g;

/** What the text says is left over at the end of the year, against its own totals. */
function closing(context: ProofContext): readonly ProofFinding[] {
  const { document, topics, year } = context.linked;
  const total = amountsOf(context, measures.total, year).find(({ topic }) => topic === 'total')?.value;
  const spent = amountsOf(context, measures.spending, year).find(({ topic }) => topic === 'spending')?.value;
  if (!total || !spent) return [];
  const left = total.minus(spent);
  const found: ProofFinding[] = [];
  document.blocks.forEach((block, i) => {
    if (!isAnnex(topics[i]!) || block.kind === 'row') return;
    const above = document.blocks[i - 1];
    const none = /^无。?$/.test(block.plain.text) && above?.kind === 'heading' && /结转结余/.test(above.plain.text);
    if (none && left.gt(0)) {
      found.push(
        findingAt(
          document,
          'P-CARRY',
          { paragraph: above.index, start: 0, end: above.text.length },
          `这里写没有结转结余，按第二部分收、支总计与本年支出，年末还有${wan(left)}。`,
        ),
      );
    }
    for (const match of block.plain.text.matchAll(many)) {
      if (left.div(total.isZero() ? 1 : total).lt('0.05'))
        found.push(
          findingIn(
            document,
            'P-CARRY',
            block,
            Math.max(0, match.index - 2),
            match.index + match[0].length,
            `这里写结转结余较大，按第二部分年末结转结余只有${wan(left)}。`,
          ),
        );
    }
  });
  return found;
}
