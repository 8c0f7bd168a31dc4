import { documentOf } from '../../proof/text/blocks';
import { decodeText } from '../../proof/text/decode';
import { textParagraphs } from '../../proof/text/lines';
import type { ProofDocument } from '../../proof/text/document';
import type { WordFile } from '../../ooxml/word/file';
import { openWordFile } from './open';
import { wordParagraphs } from './proof-text';

/** A written text as it was found: its paragraphs, and the Word file they stand in. */
export interface OpenedText {
  readonly document: ProofDocument;
  readonly word?: WordFile;
}

const isPackage = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A .docx, or a .txt in UTF-8 or GB18030. Throws UserError with what the file is and what to do for everything else. */
export function openText(bytes: Uint8Array, file: string): OpenedText {
  if (/\.txt$/i.test(file) && !isPackage(bytes)) return { document: documentOf(file, textParagraphs(decodeText(bytes, file))) };
  const word = openWordFile(bytes, file);
  return { document: documentOf(file, wordParagraphs(word)), word };
}
