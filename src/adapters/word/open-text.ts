import { documentOf } from '../../proof/text/blocks';
import { decodeText } from '../../proof/text/decode';
import { textParagraphs } from '../../proof/text/lines';
import type { ProofDocument } from '../../proof/text/document';
import type { WordFile } from '../../ooxml/word/file';
import { inWord } from '../../ooxml/word/damaged';
import { withoutComments } from '../../ooxml/word/comments';
import { openWordFile } from './open';
import { isProofComment, wordParagraphs } from './proof-text';

/** A written text as it was found: its paragraphs, and the Word file they stand in. */
export interface OpenedText {
  readonly document: ProofDocument;
  readonly word?: WordFile;
}

const isPackage = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * A .docx (comments of an earlier 校对 are taken off), or a .txt in UTF-8 or GB18030. Throws UserError with what the file is
 * and what to do for everything else.
 */
export function openText(bytes: Uint8Array, file: string): OpenedText {
  if (/\.txt$/i.test(file) && !isPackage(bytes)) return { document: documentOf(file, textParagraphs(decodeText(bytes, file))) };
  const given = openWordFile(bytes, file);
  const clean = inWord(file, () => withoutComments(bytes, isProofComment));
  const word = clean === bytes ? given : openWordFile(clean, file);
  return { document: documentOf(file, wordParagraphs(word)), word };
}
