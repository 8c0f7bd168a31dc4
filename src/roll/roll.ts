import type { ReportInput } from '../narrative/input';
import { contradictions } from '../narrative/reasons/remarks';
import type { Inline } from '../narrative/document';
import { documentOf } from '../proof/text/blocks';
import type { ProofDocument, ProofBlock } from '../proof/text/document';
import { proof } from '../proof/proof';
import { edit } from './claims/edits';
import { rollClauses } from './claims/clauses';
import { rollFigures } from './claims/figures';
import { markGlossary } from './claims/glossary';
import { itemChanges } from './claims/item-lines';
import type { RollLine, RollContext } from './claims/line';
import { judgedText } from './claims/lines';
import { rollMovements } from './claims/movement';
import { rollNames } from './claims/names';
import { markerEdit, renumbered, type Numbered } from './claims/numbers';
import { reasonsOf } from './claims/reasons';
import { rollRelations } from './claims/relations';
import { rollContents, rollYears } from './claims/years';
import type { OpenSpot, RolledParagraph, RolledText } from './model';
import { ownText, thisYear, type Writing } from './own';
import { rollOwn, type OwnRoll } from './own-roll';
import { changed } from './rewording';

interface RollRequest {
  readonly document: ProofDocument;
  /** Last year's forms as those of "this" year, with what a person supplied then. */
  readonly last: ReportInput;
  /** This year's forms, last year's beside them. */
  readonly now: ReportInput;
  readonly writing: Writing;
}

/**
 * Last year's text as this year's. Lines that we once wrote become this year's lines of the same id; in all others a figure
 * that last year's cell proves becomes this year's, with the words that hang on it. Nothing is guessed: what is not proved
 * stays as printed and is marked. The result is read back against this year's cells, and what does not hold is marked too.
 */
export function rollText(request: RollRequest): RolledText {
  const steps = rollSteps(request);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Names that `rollSteps` yields. */
export const rollStepCount = 4;

/** The same in steps, each named as it begins: a pane breathes between them. */
export function* rollSteps({ document, last, now, writing }: RollRequest): Generator<string, RolledText> {
  yield '认出本工具写过的段落';
  const from = last.years.now.year!;
  const own = rolledOwn(document, last, now, writing);
  yield '用上年报表核对上年的文字';
  const { report, lines, context } = judgedText(document, last, now, from);
  yield '换成本年的数';
  const foreign = lines.filter(({ block }) => !own.lines.has(block.index));
  const items = itemChanges(foreign, report.linked.items, context);
  const gone = new Set(items.gone);
  for (const line of [...foreign.filter((one) => !gone.has(one)), ...items.fresh.map((one) => one.line)]) rollLine(line, context);
  markGlossary(foreign, report.linked.items, context);
  renumber(foreign, gone, items.fresh);
  const paragraphs: RolledParagraph[] = [];
  for (const { block } of lines) {
    const ours = own.lines.get(block.index);
    const line = ours ? undefined : foreign.find((one) => one.block === block)!;
    paragraphs.push(ours ?? (gone.has(line!) ? struck(line!) : rolledLine(line!)));
    paragraphs.push(...own.inserted.filter(({ index }) => index === block.index));
    for (const { behind, line: like } of items.fresh) if (behind.line === line) paragraphs.push(inserted(like, behind.line, block));
  }
  yield '用本年报表核对改好的文字';
  return counted(verified(document, paragraphs, now), from, context, lines.flatMap(({ figures }) => figures).length);
}

function rolledOwn(document: ProofDocument, last: ReportInput, now: ReportInput, writing: Writing): OwnRoll {
  const texts = document.blocks.map(({ text }) => text);
  const own = ownText(texts, last, writing);
  if (!own) return { lines: new Map(), inserted: [] };
  const report = thisYear(own, document.file, last, now, writing);
  const carried = (inline: Inline): string | undefined => {
    if (inline.kind !== 'supplied' || inline.at.sheet !== document.file) return undefined;
    return [...own.said].find(([, { text }]) => text === inline.text)?.[0] ?? '';
  };
  const remarks = new Map(contradictions(now, own.profile).map(({ key, message }) => [key, message]));
  const { lines, inserted } = rollOwn(texts, own, report, carried, remarks);
  const number = (position: number): number => document.blocks[position]!.index;
  return {
    lines: new Map([...lines].map(([position, line]) => [number(position), { ...line, index: number(position) }])),
    inserted: inserted.map((one) => ({ ...one, index: number(one.index), ...(one.like === undefined ? {} : { like: number(one.like) }) })),
  };
}

const isProse = ({ topic, block }: RollLine): boolean => block.kind === 'paragraph' && (topic === 'about' || topic.startsWith('annex'));

/** The passes in the order of their reach: what strikes a stretch out comes before what edits inside it. */
function rollLine(line: RollLine, context: RollContext): void {
  const { block } = line;
  if (block.kind === 'contents') return rollContents(line, context);
  if (isProse(line)) {
    if (/\d/.test(block.plain.text.slice(block.marker?.length ?? 0)))
      line.open.push({ start: 0, end: block.text.length, kind: 'reason', why: '本段写的是上年的情况，请按本年改写。' });
    return;
  }
  if (block.kind === 'row') {
    if (/\d/.test(block.plain.text))
      line.open.push({ start: 0, end: block.text.length, kind: 'figure', why: '表内数字是上年的，请用本年公开表替换。' });
    return;
  }
  rollClauses(line, context);
  rollNames(line, context);
  rollMovements(line, context);
  rollRelations(line, context);
  rollFigures(line, context);
  rollYears(line, context);
  for (const { index, 0: words } of block.text.matchAll(/【待补充[^】]*】/g))
    line.open.push({ start: index, end: index + words.length, kind: 'reason', why: '上年就没有填，请补充。' });
  for (const { start, end } of reasonsOf(line)) {
    if (line.edits.isFree(start, end))
      line.open.push({ start, end, kind: 'reason', why: `“${block.text.slice(start, end)}”沿用上年，请核对。` });
  }
}

/** Typed numbers of lists in which lines went or came. */
function renumber(lines: readonly RollLine[], gone: ReadonlySet<RollLine>, fresh: ReturnType<typeof itemChanges>['fresh']): void {
  for (const topic of new Set([...gone, ...fresh.map(({ line }) => line)].map((line) => line.topic))) {
    const list: (Numbered & { line: RollLine })[] = lines
      .filter((line) => line.topic === topic && line.block.kind === 'paragraph')
      .flatMap((line) => [
        { line, block: line.block, gone: gone.has(line) },
        ...fresh.filter(({ behind }) => behind.line === line).map((one) => ({ line: one.line, block: one.line.block, fresh: true })),
      ]);
    renumbered(list).forEach((number, i) => {
      const made = number === undefined ? undefined : markerEdit(list[i]!.block, number);
      if (made) list[i]!.line.edits.add(edit(made.start, made.end, made.to));
    });
  }
}

function rolledLine({ block, edits, open, figures }: RollLine): RolledParagraph {
  const changes = edits.changes(block.text);
  const status = open.length > 0 ? 'open' : changes.length > 0 || figures.length > 0 ? 'rolled' : 'kept';
  return { index: block.index, last: block.text, text: changed(block.text, changes), status, why: why(open), changes, open, act: 'change' };
}

const why = (open: readonly OpenSpot[]): string => [...new Set(open.map((spot) => spot.why))].join('');

const struck = ({ block }: RollLine): RolledParagraph => ({
  index: block.index,
  last: block.text,
  text: '',
  status: 'rolled',
  why: '本年这一项没有支出，整段删去。',
  changes: [],
  open: [],
  act: 'remove',
});

function inserted(line: RollLine, like: RollLine, block: ProofBlock): RolledParagraph {
  const changes = line.edits.changes(line.block.text);
  return {
    index: block.index,
    last: '',
    text: changed(line.block.text, changes),
    status: 'open',
    why: `本年新增的项，按相邻一项的写法补上，请核对。${why(line.open)}`,
    changes: changes.map((change) => ({ ...change, start: 0, end: 0, from: '' })),
    open: [],
    act: 'insert',
    like: like.block.index,
  };
}

/** Reads the result back against this year's cells: what does not hold is marked at its paragraph. */
function verified(document: ProofDocument, paragraphs: readonly RolledParagraph[], now: ReportInput): readonly RolledParagraph[] {
  const outlines = new Map(document.blocks.map(({ index, outline, row }) => [index, { outline, row }]));
  const texts = paragraphs.map(({ text, index, act }, i) => ({ index: i, text, ...(act === 'insert' ? {} : outlines.get(index)) }));
  const { findings } = proof(documentOf(document.file, texts), now);
  const told = new Map<number, string[]>();
  for (const { span, severity, message, rule } of findings) {
    if (severity === 'info' || rule === 'P-BLANK') continue;
    told.set(span.paragraph, [...(told.get(span.paragraph) ?? []), message]);
  }
  return paragraphs.map((paragraph, i) => {
    const messages = (told.get(i) ?? []).filter((message) => !paragraph.why.includes(message));
    if (messages.length === 0 || paragraph.act === 'remove' || paragraph.text === paragraph.last) return paragraph;
    const spot: OpenSpot = { start: 0, end: paragraph.last.length, kind: 'figure', why: `改后仍有疑问：${messages.join('')}` };
    return { ...paragraph, status: 'open', why: `${paragraph.why}${spot.why}`, open: [...paragraph.open, spot] };
  });
}

function counted(paragraphs: readonly RolledParagraph[], from: number, context: RollContext, figures: number): RolledText {
  const open = paragraphs.reduce((sum, { open: spots }) => sum + spots.filter(({ kind }) => kind === 'figure').length, 0);
  return { from, to: context.to, paragraphs, counts: { figures, rolled: Math.max(0, figures - open), open } };
}
