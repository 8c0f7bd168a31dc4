import { carryOver, explanation, figures } from './figures';
import { complete, plausible, reached } from './indicators';
import { groupScores, pointLimits, points, totalScore } from './points';
import { between, cuts, rates } from './rates';
import type { EvaluationRule } from './rule';
import { projectSums, statementSums, weights } from './sums';
import { closedYear, fullPoints, gradeAndLeftovers, oneName } from './words';

/** E01 … E20. */
export const evaluationRules: readonly EvaluationRule[] = [
  points,
  groupScores,
  totalScore,
  pointLimits,
  rates,
  weights,
  projectSums,
  statementSums,
  figures,
  carryOver,
  reached,
  complete,
  plausible,
  between,
  oneName,
  closedYear,
  fullPoints,
  explanation,
  cuts,
  gradeAndLeftovers,
];
