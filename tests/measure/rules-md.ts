import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { overviewRules } from '../../src/booklet/overview-check';
import { evaluationRules } from '../../src/performance/rules/index';
import { proofCatalogue } from '../../src/proof/catalogue';
import { problemKinds } from '../../src/reading/problem-kinds';
import { rowKinds } from '../../src/checks/rows/kinds';
import { moneyKinds } from '../../src/checks/money/kinds';
import { catalogue } from '../../src/rules/catalogue';
import { rules } from '../../src/rules/index';

export const RULES_FILE = path.join(__dirname, '../../RULES.md');
export const currentCatalogue = (): string =>
  `${catalogue(rules, [...Object.values(problemKinds), ...Object.values(rowKinds), ...Object.values(moneyKinds)], [...evaluationRules, ...overviewRules]).trimEnd()}\n\n${proofCatalogue().trimEnd()}\n`;
export const writtenCatalogue = (): string => readFileSync(RULES_FILE, 'utf8');

/** `rules-md`: writes RULES.md anew. */
export function main(): Promise<void> {
  writeFileSync(RULES_FILE, currentCatalogue());
  console.log(`RULES.md: ${rules.length} rules`);
  return Promise.resolve();
}
