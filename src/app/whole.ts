import { bookletOf, type Booklet, type BookletRequest } from '../booklet/booklet';
import type { PublishedDocument } from '../narrative/document';
import type { Dossier } from './dossier';
import { publishedOf } from './published-words';

interface WholeOptions extends Pick<BookletRequest, 'leaveOut' | 'last'> {
  /** The text as it is printed now; worked out anew where it is left out. */
  readonly report?: PublishedDocument;
}

/** 生成整本: the five parts of one unit's published document. Touches no host and changes nothing of the dossier. */
export function wholeDocument({ checked, profile, draft }: Dossier, { report, leaveOut, last }: WholeOptions = {}): Booklet {
  const { years, supplements, workbook } = checked;
  return bookletOf({ input: { years, supplements }, profile, report: report ?? publishedOf(workbook, draft), leaveOut, last });
}
