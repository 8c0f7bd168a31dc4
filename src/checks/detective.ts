import type Decimal from 'decimal.js';
import type { CauseGroup } from '../kernel/outcome';
import type { Fact } from '../facts/traced';
import type { Cause } from './cause';
import type { Grids } from './grid';

/** 差额侦探: explanations offered as 可能, each with the cells that show it. */
export function cluesFor(_cause: Cause, _culprit: Fact, _excess: Decimal, _grids: Grids): CauseGroup['clues'] {
  return [];
}
