import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Inline } from '../../src/narrative/document';
import { isHere, isSelected, sourcesOf } from '../session/uses';
import { usePane } from '../ui/context';
import { cellText, farCellText } from '../ui/words';
import { Blank } from './Blank';
import { doubtOf, useDoubts } from './doubts';

const useLocal = makeStyles({
  figure: {
    color: 'inherit',
    cursor: 'pointer',
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: 0,
    ':hover': { color: tokens.colorBrandForegroundLink, borderBottomColor: tokens.colorBrandStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  lit: { backgroundColor: tokens.colorBrandBackground2, borderBottomColor: tokens.colorBrandStroke1 },
  doubtful: { borderBottom: `2px solid ${tokens.colorPaletteRedBorder2}` },
  questionable: { borderBottom: `2px dotted ${tokens.colorPaletteDarkOrangeBorder1}` },
  supplied: { borderBottomStyle: 'dotted' },
});

/** The punctuation behind a blank: it is drawn with the field, since no line of Chinese begins with it. */
export function stopAfter(inlines: readonly Inline[], index: number): string {
  const next = inlines[index + 1];
  if (inlines[index]?.kind !== 'blank' || !next || next.kind === 'blank' || sourcesOf(next).length > 0) return '';
  return /^[。，；、：）]*/.exec(next.text)![0];
}

interface PieceOf {
  readonly inline: Inline;
  readonly open: () => void;
  /** So much of its beginning stands with the blank before it. */
  readonly cut: number;
  /** What stands with this blank. */
  readonly stop: string;
}

/** One piece of a sentence: words, a figure that leads to its cells, or a blank. */
export function Piece({ inline, open, cut, stop }: PieceOf) {
  const local = useLocal();
  const { session, state } = usePane();
  const { tables } = state.checked!.report;
  const marks = useDoubts();
  const [next, setNext] = useState(0);
  if (inline.kind === 'blank') return <Blank blankKey={inline.key} ask={inline.ask} stop={stop} />;
  const cells = sourcesOf(inline);
  if (cells.length === 0) return <>{inline.text.slice(cut)}</>;
  const here = cells.filter(isHere);
  const file = state.checked!.years.before?.file;
  const names = cells.map((cell) => (isHere(cell) ? cellText(cell, tables) : farCellText(cell, tables, file)));
  const lit = here.some((cell) => isSelected(cell, state.selected));
  // A click names all cells and goes to the first; further clicks go through the others.
  const go = (): void => {
    open();
    const cell = here[next % here.length];
    if (!cell) return;
    setNext(next + 1);
    void session.goTo(cell);
  };
  const doubt = doubtOf(cells, marks);
  const look = mergeClasses(
    local.figure,
    inline.kind !== 'figure' && local.supplied,
    doubt === 'error' && local.doubtful,
    doubt === 'warning' && local.questionable,
  );
  return (
    <span
      role="button"
      tabIndex={-1}
      className={mergeClasses(look, lit && local.lit)}
      data-piece={inline.kind}
      title={
        (doubt === 'error' ? '所依据的单元格不平\n' : '') +
        names.slice(0, 8).join('\n') +
        (names.length > 8 ? `\n等 ${names.length} 个单元格` : '')
      }
      aria-label={`${inline.text}，${inline.kind === 'words' ? '依据' : '来自'} ${names.slice(0, 3).join('、')}`}
      onClick={go}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), go())}
    >
      {inline.text}
    </span>
  );
}
