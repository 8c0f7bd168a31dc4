import type { Source } from '../kernel/source';

/** The audit formulas printed for the 2022 部门决算; only those of 财决01表 were found. They are run on every year: the name tells theirs. */
export const official = (clause: string): Source => ({ by: 'official', doc: '2022年度部门决算报表审核公式', clause });
/** Follows from the definitions of the forms. `clause` names the form and our number for it in the domain notes. */
export const derived = (clause: string): Source => ({ by: 'derived', doc: '部门决算报表表式及编制说明', clause });
/** Follows from a form whose layout or wording no real workbook has confirmed yet. */
export const unverified = (clause: string): Source => ({ by: 'derived', doc: '部门决算报表表式及编制说明', clause, unverified: true });
/** Our own advice: worth a look, not a rule of the regulator. */
export const house = (clause: string): Source => ({ by: 'house', doc: '合理性核对', clause, unverified: true });
