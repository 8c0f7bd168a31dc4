import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Mark } from '../../src/app/ports';
import { a1, columnName, parseA1 } from '../../src/kernel/address';
import type { Sheet } from '../../src/kernel/workbook';
import { useCellLook } from './cell-look';
import { Captions, Names } from './Frozen';
import { bandAt, headHeight, measure, rowHeight, sideWidth } from './measure';
import { forced } from '../ui/forced';
import { watchSize } from './watch-size';

const useStyles = makeStyles({
  scroller: {
    flex: 1,
    overflow: 'auto',
    position: 'relative',
    outlineStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: '12px',
    fontVariantNumeric: 'tabular-nums',
  },
  sheet: { position: 'relative' },
  clickable: { cursor: 'cell' },
  lineRow: { position: 'absolute', left: 0, height: '1px', backgroundColor: tokens.colorNeutralStroke3, pointerEvents: 'none' },
  lineColumn: { position: 'absolute', top: 0, width: '1px', backgroundColor: tokens.colorNeutralStroke3, pointerEvents: 'none' },
  mark: {
    position: 'absolute',
    height: `${rowHeight}px`,
    pointerEvents: 'none',
    // High contrast takes the fills away.
    [forced]: { outline: '2px dashed CanvasText', outlineOffset: '-3px' },
  },
  error: { backgroundColor: tokens.colorPaletteRedBackground2 },
  warning: { backgroundColor: tokens.colorPaletteYellowBackground2 },
  rounding: { backgroundColor: tokens.colorBrandBackground2 },
  selected: {
    position: 'absolute',
    height: `${rowHeight}px`,
    boxSizing: 'border-box',
    border: `2px solid ${tokens.colorBrandStroke1}`,
    pointerEvents: 'none',
    zIndex: 1,
  },
  head: {
    position: 'sticky',
    top: 0,
    height: `${headHeight}px`,
    zIndex: 3,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  side: {
    position: 'sticky',
    left: 0,
    width: `${sideWidth}px`,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  label: {
    position: 'absolute',
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
    lineHeight: `${headHeight}px`,
    overflow: 'hidden',
  },
  current: { backgroundColor: tokens.colorNeutralBackground3Selected, color: tokens.colorNeutralForeground1 },
});

interface Window {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** A sheet to look at: read-only, only the cells in view are drawn, marks and the selected cell over them. */
export function Grid({
  sheet,
  marks,
  selected,
  onSelect,
}: {
  sheet: Sheet;
  marks: readonly Mark[];
  selected?: string;
  onSelect: (cell: string) => void;
}) {
  const styles = useStyles();
  const look = useCellLook();
  const scroller = useRef<HTMLDivElement>(null);
  const measured = useMemo(() => measure(sheet), [sheet]);
  const [view, setView] = useState<Window>({ top: 0, left: 0, width: 900, height: 700 });
  const { edges, rows, columns, captions } = measured;
  const notes = useMemo(() => new Map(marks.map(({ at, note }) => [at.a1, note])), [marks]);

  useLayoutEffect(() => {
    const box = scroller.current!;
    const look = (): void => setView({ top: box.scrollTop, left: box.scrollLeft, width: box.clientWidth, height: box.clientHeight });
    box.addEventListener('scroll', look, { passive: true });
    const unwatch = watchSize(box, look);
    return () => {
      box.removeEventListener('scroll', look);
      unwatch();
    };
  }, []);

  const point = selected && /^[A-Z]+\d+$/.test(selected) ? parseA1(selected) : undefined;
  useEffect(() => {
    const box = scroller.current;
    if (!box || !point || point.column >= columns) return;
    const [x, width] = [edges[point.column]!, edges[point.column + 1]! - edges[point.column]!];
    const y = point.row * rowHeight;
    if (y < box.scrollTop + captions.length * rowHeight || y + rowHeight > box.scrollTop + box.clientHeight - headHeight)
      box.scrollTop = Math.max(0, y - box.clientHeight / 3);
    if (x < box.scrollLeft + edges[measured.names.length]! || x + width > box.scrollLeft + box.clientWidth - sideWidth)
      box.scrollLeft = Math.max(0, x - box.clientWidth / 3);
  }, [selected, sheet]); // eslint-disable-line react-hooks/exhaustive-deps

  const firstRow = Math.max(0, Math.floor(view.top / rowHeight) - 4);
  const lastRow = Math.min(rows - 1, Math.ceil((view.top + view.height) / rowHeight) + 4);
  const firstColumn = bandAt(edges, view.left);
  const lastColumn = Math.min(columns - 1, bandAt(edges, view.left + view.width) + 1);
  const range = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  const shownRows = range(firstRow, lastRow);
  const shownColumns = range(firstColumn, lastColumn);
  const [total, tall] = [edges[columns]!, rows * rowHeight];
  // Names that would take half of the view help nobody.
  const names = view.left > 0 && edges[measured.names.length]! < view.width / 2 ? measured.names : [];
  const isPast = captions.length > 0 && view.top > captions[0]! * rowHeight;

  const move = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const from = point ?? { row: 0, column: 0 };
    const row = Math.min(Math.max(from.row + step[0]!, 0), rows - 1);
    const column = Math.min(Math.max(from.column + step[1]!, 0), columns - 1);
    onSelect(a1(row, column));
  };
  const click = (event: React.MouseEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onSelect(a1(Math.min(Math.floor((event.clientY - box.top) / rowHeight), rows - 1), bandAt(edges, event.clientX - box.left)));
  };
  /** A text may run over the empty cells to its right. */
  const reach = (row: number, column: number): number => {
    let end = column + 1;
    if (!measured.isNumber(row, column)) while (end < columns && measured.text(row, end) === '') end++;
    return edges[end]!;
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      tabIndex={0}
      role="grid"
      aria-label={sheet.name}
      aria-readonly="true"
      aria-rowcount={rows}
      aria-colcount={columns}
      aria-activedescendant={point ? 'selected-cell' : undefined}
      onKeyDown={move}
    >
      <div role="presentation" className={styles.head} style={{ width: total + sideWidth }} aria-hidden="true">
        {shownColumns.map((column) => (
          <div
            key={column}
            className={mergeClasses(styles.label, point?.column === column && styles.current)}
            style={{ left: edges[column]! + sideWidth, width: edges[column + 1]! - edges[column]!, height: headHeight }}
          >
            {columnName(column)}
          </div>
        ))}
      </div>
      {isPast && <Captions measured={measured} rows={captions} columns={shownColumns} corner={names} />}
      <div role="presentation" style={{ display: 'flex', width: total + sideWidth, height: tall }}>
        <div role="presentation" className={styles.side} aria-hidden="true">
          {shownRows.map((row) => (
            <div
              key={row}
              className={mergeClasses(styles.label, point?.row === row && styles.current)}
              style={{ top: row * rowHeight, width: sideWidth, height: rowHeight }}
            >
              {row + 1}
            </div>
          ))}
        </div>
        {names.length > 0 && <Names measured={measured} rows={shownRows} columns={names} />}
        <div role="presentation" className={styles.sheet} style={{ width: total, height: tall }} onClick={click}>
          {shownRows.map((row) => (
            <div key={`r${row}`} className={styles.lineRow} style={{ top: (row + 1) * rowHeight - 1, width: total }} />
          ))}
          {shownColumns.map((column) => (
            <div key={`c${column}`} className={styles.lineColumn} style={{ left: edges[column + 1]! - 1, height: tall }} />
          ))}
          {marks.map(({ at, kind }) => {
            const { row, column } = parseA1(at.a1);
            if (row < firstRow || row > lastRow || column >= columns) return null;
            return (
              <div
                key={at.a1}
                data-mark={at.a1}
                className={mergeClasses(styles.mark, styles[kind])}
                style={{ top: row * rowHeight, left: edges[column], width: edges[column + 1]! - edges[column]! - 1 }}
              />
            );
          })}
          {shownRows.map((row) => {
            const filled = range(Math.max(0, firstColumn - 6), lastColumn).filter(
              (column) => measured.text(row, column) !== '' || (point?.row === row && point.column === column),
            );
            if (filled.length === 0) return null;
            return (
              <div key={row} role="row" aria-rowindex={row + 1}>
                {filled.map((column) => {
                  const isPoint = point?.row === row && point.column === column;
                  return (
                    <div
                      key={column}
                      id={isPoint ? 'selected-cell' : undefined}
                      role="gridcell"
                      aria-colindex={column + 1}
                      aria-selected={isPoint}
                      title={notes.get(a1(row, column))}
                      className={mergeClasses(look.cell, styles.clickable, measured.isNumber(row, column) && look.number)}
                      style={{ top: row * rowHeight, left: edges[column], width: reach(row, column) - edges[column]! }}
                    >
                      {measured.text(row, column)}
                    </div>
                  );
                })}
              </div>
            );
          })}
          {point && point.column < columns && (
            <div
              className={styles.selected}
              data-selected={selected}
              style={{
                top: point.row * rowHeight,
                left: edges[point.column]! - 1,
                width: edges[point.column + 1]! - edges[point.column]! + 1,
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}
