import type { Annex, AnnexCell } from '../../narrative/annexes/annex';
import type { Block } from '../../narrative/document';
import { textOf as inlineText } from '../../narrative/document';
import type { TextBlock } from '../text/blocks';

/** A form as a table among the paragraphs. */
export interface FormPart {
  readonly kind: 'form';
  readonly id: string;
  readonly title: string;
  /** One below the other: a table with a head of its own repeats it on the next page. */
  readonly forms: readonly Annex[];
  /** Printed above it: （2024年度） 单位：万元 */
  readonly note: string;
  /** Stands within the text: without a page, a title and a note of its own. */
  readonly flows?: true;
}

/** What the self-evaluation is made of. */
export type EvaluationBlock = Block | FormPart;

/** The cells of a form row by row, each in its column; what a cell covers is left empty. */
function formGridOf({ widths, head, body }: Pick<Annex, 'widths' | 'head' | 'body'>): readonly (readonly (AnnexCell | undefined)[])[] {
  const rows = [...head, ...body];
  const taken = rows.map(() => widths.map(() => false));
  return rows.map((cells, r) => {
    const line: (AnnexCell | undefined)[] = widths.map(() => undefined);
    let column = 0;
    for (const cell of cells) {
      while (taken[r]?.[column]) column += 1;
      line[column] = cell;
      for (let i = r; i < r + (cell.rows ?? 1); i += 1) taken[i]?.fill(true, column, column + (cell.columns ?? 1));
      column += cell.columns ?? 1;
    }
    return line;
  });
}

/** The draft as a reader of files would hand it over: so that it is checked by the same rules as any other. */
export function textBlocks(blocks: readonly EvaluationBlock[]): readonly TextBlock[] {
  let paragraph = -1;
  const next = (): number => (paragraph += 1);
  return blocks.flatMap((block): readonly TextBlock[] => {
    switch (block.kind) {
      case 'chart':
        return [];
      case 'heading':
        return [{ kind: 'paragraph', paragraph: next(), text: block.text }];
      case 'paragraph':
        return [{ kind: 'paragraph', paragraph: next(), text: block.inlines.map(inlineText).join('') }];
      case 'form':
        return [
          ...(block.flows ? [] : [block.title, block.note]).map((text): TextBlock => ({ kind: 'paragraph', paragraph: next(), text })),
          ...block.forms.flatMap(formGridOf).map((row): TextBlock => ({
            kind: 'row',
            cells: row.map((cell) => ({ paragraph: next(), start: 0, text: cell?.text ?? '' })),
          })),
        ];
    }
  });
}
