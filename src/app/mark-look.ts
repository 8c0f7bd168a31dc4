import { cellMessage } from '../sheets/cells/cell-message';
import type { Mark } from './ports';

/**
 * A mark is a conditional format with this always-true formula, in every host and in the saved file alike: so that it is
 * recognised as ours and comes off whole, even after a crash or in a copy that another machine has marked.
 */
export const MARK_FORMULA = 'N("决算说明助手")=0';

/** Is this the formula of one of our marks? Hosts give it back with or without `=`, blanks and case as they like. */
export const isMarkFormula = (formula: string): boolean => formula.replace(/[=\s]+/g, '').toUpperCase() === 'N("决算说明助手")0';

/** Fill of a marked cell, RRGGBB; light enough to read a printed number through. */
export const markFills: Record<Mark['kind'], string> = { error: 'FFC7CE', warning: 'FFEB9C', rounding: 'DDEBF7' };

const words: Record<Mark['kind'], string> = { error: '不平', warning: '提示', rounding: '舍入差' };
const SIGNATURE = '决算说明助手·';

/** What shows when a marked cell is selected. The signature in its title tells our messages from those of the user. */
export const markMessage = ({ kind, note }: Pick<Mark, 'kind' | 'note'>): ReturnType<typeof cellMessage> =>
  cellMessage(`${SIGNATURE}${words[kind]}`, note, '…（全文见窗格）');

/** Is this the title of one of our messages? */
export const isMarkTitle = (title: string): boolean => title.startsWith(SIGNATURE);

/** The kind of the mark whose message has this title. */
export const kindOfTitle = (title: string): Mark['kind'] | undefined =>
  (Object.keys(words) as Mark['kind'][]).find((kind) => title === `${SIGNATURE}${words[kind]}`);
