import { economicName } from '../layouts/codes/economic';
import { functionalClasses, type FunctionalClass } from '../layouts/codes/functional';
import { formName } from '../layouts/keys';
import type { Claim, Expr, Rule } from './rule';

const rowWords = (row: string): string => {
  if (row === '*') return '各行';
  return functionalClasses[row as FunctionalClass]?.name ?? economicName(row) ?? row;
};

const columnWords = (column: string): string => {
  if (column === '*') return '各栏';
  if (column === '^') return '对应的经济分类栏';
  return economicName(column) ?? column.replace('*', '各栏');
};

/** 财决04表［各行·基本支出］ */
function exprWords(expr: Expr): string {
  switch (expr.op) {
    case 'cell':
      return `${expr.book === '上年' ? '上年' : ''}${formName(expr.table)}［${rowWords(expr.row)}·${columnWords(expr.column)}］`;
    case 'rows': {
      const rows = { children: 'Σ下级各行', functional: 'Σ功能分类各类', economic: 'Σ经济分类各类' }[expr.which];
      return `${formName(expr.table)}［${rows}·${columnWords(expr.column)}］`;
    }
    case 'columns':
      return `${formName(expr.table)}［${rowWords(expr.row)}·${expr.which === 'groups' ? 'Σ各类小计' : 'Σ该类各款'}］`;
    case 'sum':
      return expr.terms.map(exprWords).join(' ＋ ');
    case 'minus':
      return `${exprWords(expr.left)} － ${expr.right.op === 'sum' || expr.right.op === 'minus' ? `（${exprWords(expr.right)}）` : exprWords(expr.right)}`;
    case 'times':
      return `${expr.factor} × ${expr.of.op === 'sum' ? `（${exprWords(expr.of)}）` : exprWords(expr.of)}`;
    case 'amount':
      return expr.unit === '元' ? `${expr.value}元` : String(expr.value);
  }
}

const claimWords = (claim: Claim): string => `${exprWords(claim.left)} ${claim.is} ${exprWords(claim.right)}`;

const sizes = { 行政或参公: '行政单位、参公事业单位', 行政单位: '行政单位', 事业单位: '事业单位', 单位: '单个单位（非汇总）' } as const;

/** The formula of a rule in words, with its condition: for the ledger and RULES.md. */
export function formulaWords(rule: Rule): string {
  const when = rule.when?.length ? `限${rule.when.map((w) => sizes[w]).join('、')}：` : '';
  const given = rule.given ? `若 ${claimWords(rule.given)}，则 ` : '';
  const slack = rule.tolerance ? `（允许差 ${rule.tolerance.yuan} 元：${rule.tolerance.why}）` : '';
  return `${when}${given}${claimWords(rule.claim)}${slack}`;
}
