import type { ReportDocument } from '../narrative/document';
import type { Profile } from '../narrative/profile';
import type { Checked } from './check';

/** One unit's workbook under one profile: what was read and checked, and the text as it would be written now. */
export interface Dossier {
  readonly profile: Profile;
  readonly checked: Checked;
  /** Our wording; `publishedOf` puts the words of a person into it. */
  readonly draft: ReportDocument;
}
