import { mergeClasses } from '@fluentui/react-components';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { ProvedFigure } from '../../../src/proof/proof';
import type { ProofBlock } from '../../../src/proof/text/document';
import { isSelected } from '../../session/uses';
import { Portion } from '../../ui/Portion';
import { usePane } from '../../ui/context';
import { isOpen, type OpenFinding, type TextEntry } from './entry';
import { levelWords, statusWords, useLooks } from './looks';
import { partsOf, piecesOfPart, type TextPiece } from './pieces';

/** What is chosen in a text: a finding by its number, or a figure. */
export type Chosen = { readonly finding: number } | { readonly figure: ProvedFigure } | undefined;

const PORTION = 80;

/** The text as printed: figures green, red or grey, words of findings marked. One stop of the Tab key, arrows go on. */
export function ProofText({
  entry,
  findings,
  chosen,
  choose,
  note,
  sought,
}: {
  entry: TextEntry;
  findings: readonly OpenFinding[];
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  /** Stands below the paragraph of what is chosen. */
  note: (chosen: NonNullable<Chosen>) => React.ReactNode;
  /** Index of a block that must be drawn. */
  sought: number;
}) {
  const looks = useLooks();
  const { state } = usePane();
  const box = useRef<HTMLDivElement>(null);
  const { blocks } = entry.text!.document;
  const { figures } = entry.report!;
  const byBlock = useMemo(() => {
    const place = new Map(blocks.flatMap((block, i) => partsOf(block).map(({ paragraph }) => [paragraph, i] as const)));
    const grouped = blocks.map(() => ({ figures: [] as ProvedFigure[], findings: [] as OpenFinding[] }));
    for (const one of figures) grouped[one.figure.block]?.figures.push(one);
    for (const one of findings) grouped[place.get(one.finding.span.paragraph) ?? -1]?.findings.push(one);
    return grouped;
  }, [blocks, figures, findings]);
  const at =
    chosen &&
    ('finding' in chosen
      ? byBlock.findIndex((one) => one.findings.some(({ number }) => number === chosen.finding))
      : chosen.figure.figure.block);
  const lit = useMemo(
    () => new Set(figures.filter(({ cells }) => cells.some((cell) => isSelected(cell, state.selected)))),
    [figures, state.selected],
  );
  useEffect(() => {
    const stops = box.current?.querySelectorAll<HTMLElement>('[data-stop]');
    if (stops?.length && ![...stops].some(({ tabIndex }) => tabIndex === 0)) stops[0]!.tabIndex = 0;
  });
  // The stop that has the focus is the one that Tab comes back to.
  const reached = ({ target }: React.FocusEvent): void => {
    if (!(target instanceof HTMLElement) || target.dataset['stop'] === undefined) return;
    box.current?.querySelectorAll<HTMLElement>('[data-stop][tabindex="0"]').forEach((one) => (one.tabIndex = -1));
    target.tabIndex = 0;
  };
  const move = (event: React.KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
    const here = stops.indexOf(event.target as HTMLElement);
    const next = step !== undefined && here >= 0 ? stops[here + step] : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div ref={box} role="group" aria-label="全文，用方向键逐处查看" onKeyDown={move} onFocus={reached}>
      <Portion key={entry.id} items={blocks} size={PORTION} unit="段" upTo={Math.max(sought, at ?? -1)}>
        {(block, i) => (
          <div key={block.index} data-block={i}>
            <BlockText
              block={block}
              entry={entry}
              figures={byBlock[i]!.figures}
              findings={byBlock[i]!.findings}
              chosen={at === i ? chosen : undefined}
              choose={choose}
              lit={lit}
            />
            {chosen && at === i && note(chosen)}
          </div>
        )}
      </Portion>
      {blocks.length === 0 && <p className={looks.paragraph}>这份文件里没有文字。</p>}
    </div>
  );
}

const BlockText = memo(function BlockText({
  block,
  entry,
  figures,
  findings,
  chosen,
  choose,
  lit,
}: {
  block: ProofBlock;
  entry: TextEntry;
  figures: readonly ProvedFigure[];
  findings: readonly OpenFinding[];
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  lit: ReadonlySet<ProvedFigure>;
}) {
  const looks = useLooks();
  const parts = partsOf(block).map((part) => piecesOfPart(part, figures, findings));
  const drawn = parts.map((pieces) =>
    pieces.map((piece, i) => <Piece key={i} piece={piece} entry={entry} chosen={chosen} choose={choose} lit={lit} />),
  );
  if (block.kind === 'row')
    return (
      <div className={looks.row}>
        {drawn.map((pieces, i) => (
          <span key={i} className={looks.cell}>
            {pieces}
          </span>
        ))}
      </div>
    );
  return (
    <p className={block.kind === 'heading' ? looks.heading : looks.paragraph}>
      {block.label}
      {drawn}
    </p>
  );
});

function Piece({
  piece: { text, figure, finding, first },
  entry,
  chosen,
  choose,
  lit,
}: {
  piece: TextPiece;
  entry: TextEntry;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  lit: ReadonlySet<ProvedFigure>;
}) {
  const looks = useLooks();
  const { session } = usePane();
  if (!figure && !finding) return <>{text}</>;
  const isChosen = chosen && ('finding' in chosen ? chosen.finding === finding?.number : chosen.figure === figure);
  const look = mergeClasses(
    looks.stop,
    finding && looks[finding.finding.severity],
    finding && !isOpen(entry, finding) && looks.settled,
    figure && looks.figure,
    figure && looks[figure.status],
    figure && lit.has(figure) && looks.lit,
    isChosen && looks.chosen,
  );
  const go = (): void => {
    choose(finding ? { finding: finding.number } : { figure: figure! });
    const cell = finding?.finding.cells[0] ?? figure?.cells[0];
    if (cell && entry.report!.against === 'workbook' && cell.book.role !== '上年') void session.goTo(cell);
  };
  const said = finding ? `${levelWords[finding.finding.severity].slice(2)}：${finding.finding.message}` : statusWords[figure!.status];
  return (
    <span
      role="button"
      tabIndex={-1}
      className={look}
      data-stop={first ? '' : undefined}
      data-status={figure?.status}
      data-words={finding?.number}
      title={said}
      aria-label={`${text}，${said}`}
      onClick={go}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), go())}
    >
      {text}
    </span>
  );
}
