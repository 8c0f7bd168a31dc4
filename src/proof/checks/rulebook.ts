import type { ProofRule } from './rule';
import { figureRules } from './rules-figures';
import { nameRules } from './rules-names';
import { wordingRules } from './rules-wording';

const rules = { ...figureRules, ...wordingRules, ...nameRules };

export type ProofRuleId = keyof typeof rules;
export const rulebook: Readonly<Record<ProofRuleId, ProofRule>> = rules;
export const proofRuleIds = Object.keys(rules) as readonly ProofRuleId[];
