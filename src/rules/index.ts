import type { AnyRule } from './rule';
import { economicRules, hierarchyRules } from './columns';
import { f03CrossRules, f03Rules } from './f03';
import { z01Rules } from './z01';
import { z01CrossRules } from './z01.cross';
import { z01_1Rules } from './z01_1';
import { z01_1CrossRules } from './z01_1.cross';
import { z02Rules } from './z02';
import { z03Rules } from './z03';
import { z04Rules } from './z04';
import { evidenceRules } from './evidence';
import { changeRules, openingRules } from './prior';
import { f03ReasonableRules } from './f03.reasonable';
import { reasonableRules } from './reasonable';
import { annexFigures } from './special/annex';
import { classNames, orphans, sameNames } from './special/codes';
import { receptionContent } from './special/reception-content';
import { publishedForms } from './special/published';
import { repeatedRows, repeatedYears } from './special/repeats';
import { itemBudgets, priorFigures, vehicles } from './special/supplied';
import { matrixRules } from './z05';
import { z06Rules } from './z06';
import { fundRules, z07Rules } from './z07';

/** The whole rule book. Only cli, taskpane and tests import it; the engine receives it as an argument. */
export const rules: readonly AnyRule[] = [
  ...z01Rules,
  ...z01_1Rules,
  ...z02Rules,
  ...z03Rules,
  ...z04Rules,
  ...economicRules,
  ...z07Rules,
  ...fundRules,
  ...f03Rules,
  ...hierarchyRules,
  ...z01CrossRules,
  ...z01_1CrossRules,
  ...matrixRules,
  ...f03CrossRules,
  ...z06Rules,
  ...openingRules,
  ...f03ReasonableRules,
  ...reasonableRules,
  ...changeRules,
  classNames,
  orphans,
  sameNames,
  repeatedYears,
  repeatedRows,
  itemBudgets,
  vehicles,
  receptionContent,
  priorFigures,
  publishedForms,
  annexFigures,
  ...evidenceRules,
];
