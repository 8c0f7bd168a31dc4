import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCellLook } from './cell-look';
import { rowHeight, sideWidth, headHeight, type Measured } from './measure';

const useStyles = makeStyles({
  band: { position: 'sticky', top: `${headHeight}px`, height: 0, zIndex: 2 },
  pillar: { position: 'sticky', left: `${sideWidth}px`, width: 0, zIndex: 1 },
  sheet: {
    position: 'absolute',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

interface Part {
  readonly measured: Measured;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Repeats cells that are read anyway: hidden from those who hear the sheet. */
function Copies({ measured, rows, columns }: Part) {
  const look = useCellLook();
  const { edges, text, isNumber } = measured;
  return (
    <>
      {rows.flatMap((row) =>
        columns
          .filter((column) => text(row, column) !== '')
          .map((column) => (
            <div
              key={`${row} ${column}`}
              className={mergeClasses(look.cell, isNumber(row, column) && look.number)}
              style={{ top: row * rowHeight, left: edges[column], width: edges[column + 1]! - edges[column]! }}
            >
              {text(row, column)}
            </div>
          )),
      )}
    </>
  );
}

/** The captions of the columns, over the rows that are scrolled away. `from`: the first of them worth repeating. */
export function Captions({ measured, rows, columns, corner }: Part & { corner: readonly number[] }) {
  const styles = useStyles();
  const { edges } = measured;
  const top = rows[0]! * rowHeight;
  const tall = rows.length * rowHeight;
  return (
    <div role="presentation" className={styles.band} style={{ width: edges[edges.length - 1]! + sideWidth }} aria-hidden="true">
      <div
        data-frozen="captions"
        className={styles.sheet}
        style={{ left: sideWidth, top: 0, width: edges[edges.length - 1], height: tall }}
      >
        <div style={{ position: 'absolute', top: -top, left: 0 }}>
          <Copies measured={measured} rows={rows} columns={columns} />
        </div>
      </div>
      {corner.length > 0 && (
        <div className={styles.pillar}>
          <div className={styles.sheet} style={{ left: 0, top: 0, width: edges[corner.length], height: tall }}>
            <div style={{ position: 'absolute', top: -top, left: 0 }}>
              <Copies measured={measured} rows={rows} columns={corner} />
            </div>
          </div>
        </div>
      )}
    </div>
  );
}

/** The names of the rows, over the columns that are scrolled away. */
export function Names({ measured, rows, columns }: Part) {
  const styles = useStyles();
  return (
    <div role="presentation" className={styles.pillar} aria-hidden="true">
      <div
        data-frozen="names"
        className={styles.sheet}
        style={{ left: 0, top: 0, width: measured.edges[columns.length], height: measured.rows * rowHeight }}
      >
        <Copies measured={measured} rows={rows} columns={columns} />
      </div>
    </div>
  );
}
