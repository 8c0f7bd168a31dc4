import type { Severity } from '../facts/outcome';
import type { Source } from '../kernel/source';
import type { ProofExample } from './checks/rule';
import { proofRuleIds, rulebook } from './checks/rulebook';

const severities: Readonly<Record<Severity, string>> = { error: '错误', warning: '疑似', info: '建议' };
const origins: Readonly<Record<Source['by'], string>> = { official: '官方格式', derived: '由报表与格式推得', house: '本工具建议' };

const sourceOf = ({ by, doc, clause }: Source): string => `${origins[by]}，${doc}：${clause}`;

/** One line: titles of the example stand in brackets. */
const exampleOf = ({ text, cells }: ProofExample): string => {
  const given = Object.entries(cells ?? {}).map(([key, value]) => `${key} = ${value}`);
  return `${text.split('\n').join(' ⏎ ')}${given.length > 0 ? `（单元格：${given.join('，')}）` : ''}`.replace(/\|/g, '\\|');
};

/** The rules of 校对 for RULES.md; the examples are evaluated by a test. */
export const proofCatalogue = (): string =>
  [
    '## 校对：成稿的情况说明',
    '',
    `共 ${proofRuleIds.length} 条；绩效自评部分另按 E01–E20 核对。只有读懂了的句子才核对，没有读懂的数列为“未能核对”，不算错。四舍五入能够得到的数都不算错：用元计算一次舍入，或用文中印出的万元计算，有一个相符即可。`,
    '',
    ...proofRuleIds.map((id) => {
      const rule = rulebook[id];
      return [
        `### ${id} ${rule.title}`,
        '',
        `- 级别：${severities[rule.severity]}`,
        `- 内容：${rule.words}`,
        `- 例：${exampleOf(rule.wrong)}`,
        `- 反例：${exampleOf(rule.right)}`,
        `- 依据：${sourceOf(rule.source)}`,
        `- 处理：${rule.hint}`,
        '',
      ].join('\n');
    }),
  ].join('\n');
