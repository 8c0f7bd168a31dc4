import type { Aside } from '../../facts/outcome';
import type { Sheet } from '../../kernel/workbook';
import type { Years } from '../../facts/fact-set';
import type { ReportText } from '../../narrative/document';
import type { Profile } from '../../narrative/profile';
import type { Field } from '../../supplements/field';
import type { KeptRow } from '../../supplements/read-sheet';
import type { Supplements } from '../../supplements/supplements';

export interface SupplementSheetInput {
  /** Its `missing` says what this workbook still needs. */
  readonly document: ReportText;
  /** Says which budget 完成预算 is reckoned with. */
  readonly profile: Profile;
  readonly years: Years;
  readonly supplements: Supplements;
  readonly asides: readonly Aside[];
  /** Last year's own supplements: their words are shown beside the fields, never filled in. */
  readonly last?: Supplements;
  /** The sheet as it stands: what could not be read and what is not ours is drawn again as it is. */
  readonly previous?: Sheet;
}

/** Everything the parts of the sheet are drawn from. */
export interface SupplementContent extends SupplementSheetInput {
  readonly kept: KeptRow;
  /** Is the field drawn: asked for by the text, or filled? */
  has(field: Field): boolean;
  /** 请核对：…, for a field whose words the figures speak against; '' otherwise. */
  remark(key: string): string;
  /** Does the text wait for this key? */
  needs(key: string): boolean;
}
