import type { Layout } from '../layouts/layout';
import { normalNumber } from './caption';
import type { GridPlace } from './body';
import type { Frame } from './frame';
import type { SheetGrid } from './grid';
import { alternatives, bare, label } from './words';

export interface Recognition {
  readonly layout?: Layout;
  /** The form it would be if its heads agreed. */
  readonly near?: Layout;
  /** Title and form number contradict each other: in words, and where the number stands. */
  readonly doubt?: { readonly message: string; readonly at: GridPlace };
}

interface Candidate {
  readonly layout: Layout;
  readonly byTitle: boolean;
  readonly byNumber: boolean;
  readonly score: number;
}

/** Which form a sheet is: title, form number and sheet name vote, and the heads must prove it. */
export function recognise(grid: SheetGrid, frame: Frame, layouts: readonly Layout[]): Recognition {
  const title = titleOf(frame, layouts);
  const fromName = numberOfName(grid.sheet.name);
  const nameTitle = titleIn(bare(grid.sheet.name).replace(/\(.*$/, ''), layouts);
  const candidates = layouts
    .map((layout): Candidate => {
      const byTitle = title !== undefined && layout.titles.some((t) => label(t) === title);
      const byNumber = frame.number !== undefined && layout.numbers.includes(frame.number.value);
      const byName = fromName !== undefined && layout.numbers.includes(fromName);
      const byNameTitle = nameTitle !== undefined && layout.titles.some((t) => label(t) === nameTitle);
      // Two of three beat one; the title weighs most because numbers move from year to year.
      const votes = (byTitle ? 40 : 0) + (byNumber ? 30 : 0) + (byName ? 15 : 0) + (byNameTitle ? 10 : 0);
      return { layout, byTitle, byNumber, score: votes && votes + (frame.money?.value === layout.unit ? 1 : 0) };
    })
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score);
  const best = frame.headTop < 0 ? undefined : candidates.find((candidate) => proven(grid, frame, candidate));
  if (!best) return { near: candidates[0]?.layout };
  const doubt = disagreement(grid, frame, best, title, layouts);
  return { layout: best.layout, ...(doubt ? { doubt } : {}) };
}

function disagreement(
  grid: SheetGrid,
  frame: Frame,
  best: Candidate,
  title: string | undefined,
  layouts: readonly Layout[],
): Recognition['doubt'] {
  const numberOf = layouts.some((layout) => frame.number && layout.numbers.includes(frame.number.value));
  if (best.byTitle && frame.number && numberOf && !best.byNumber && best.layout.family === '财决') {
    const message = `工作表“${grid.sheet.name}”的标题是《${best.layout.titles[0]}》（应为${best.layout.numbers[0]}），表号却印着${frame.number.value}；已按标题读取。`;
    return { message, at: frame.number.at };
  }
  if (best.byNumber && title !== undefined && !best.byTitle) {
    const message = `工作表“${grid.sheet.name}”的标题与表号${frame.number!.value}不一致；已按表号读取为《${best.layout.titles[0]}》。`;
    return { message, at: frame.number!.at };
  }
  return undefined;
}

/** The form number that a sheet name stands for: `Z01_1 …`, `Z01-1-…`, `财决08-1`, `附03`, `01-1`, `CS02 …`, `公开04`. */
export function numberOfName(name: string): string | undefined {
  const text = bare(name).toUpperCase();
  const printed = /(财决附?\d{1,2}(?:[-_]\d)?表|公开\d{1,2}(?:[-_]\d)?表)/.exec(text)?.[1];
  const lead = /^(Z|F|CS|GK)(\d{1,2})(?:[-_](\d)(?!\d))?/.exec(text);
  const word = /^(?:财决)?(附)?(\d{1,2})(?:[-_](\d)(?!\d))?(?!\d)/.exec(text);
  const open = /^公开(\d{1,2})(?!\d)/.exec(text);
  const make = (prefix: string, number: string, sub?: string): string =>
    normalNumber(`${prefix}${number.padStart(2, '0')}${sub ? `-${sub}` : ''}表`);
  if (lead) {
    if (lead[1] === 'CS') return make('CS', lead[2]!);
    return make({ Z: '财决', F: '财决附', GK: '公开' }[lead[1] as 'Z' | 'F' | 'GK'], lead[2]!, lead[3]);
  }
  if (printed) return normalNumber(printed);
  if (open) return make('公开', open[1]!);
  return word ? make(`财决${word[1] ?? ''}`, word[2]!, word[3]) : undefined;
}

/** The title among the texts above the heads, as a label. */
function titleOf(frame: Frame, layouts: readonly Layout[]): string | undefined {
  for (const { value } of frame.titles) {
    const title = titleIn(value, layouts);
    if (title !== undefined) return title;
  }
  return undefined;
}

const titleLists = new WeakMap<readonly Layout[], readonly string[]>();
/** Titles of all forms as labels, the longest first. */
function titlesOf(layouts: readonly Layout[]): readonly string[] {
  let titles = titleLists.get(layouts);
  if (!titles) {
    titles = layouts.flatMap((layout) => layout.titles.map((title) => label(title))).sort((a, b) => b.length - a.length);
    titleLists.set(layouts, titles);
  }
  return titles;
}

/** The longest known title at the end of a text; what stands before it may be a year, a unit or a code. */
function titleIn(text: string, layouts: readonly Layout[]): string | undefined {
  const word = text.replace(/\((?:财决|公开|表|CS|附表|万元|元|单位).*\)?$/, '').replace(/\(\)$/, '');
  const found = titlesOf(layouts).find((title) => word.endsWith(title));
  if (found === undefined) return undefined;
  const before = word.slice(0, word.length - found.length);
  return before === '' || /(?:年|年度|部门|单位|局|委|办|室|院|厅|中心|[-_:.、\dA-Z])$/i.test(before) ? found : undefined;
}

/**
 * Words that only this kind of form prints must stand among its heads and labels. Where title and 财决 number agree, half
 * of them do: a single head that was changed is then told as such, and the rest of the form is read.
 */
function proven(grid: SheetGrid, frame: Frame, { layout, byTitle, byNumber }: Candidate): boolean {
  return (
    missingProof(grid, frame, layout).length <= (byTitle && byNumber && layout.family === '财决' ? Math.floor(layout.proof.length / 2) : 0)
  );
}

export function missingProof(grid: SheetGrid, frame: Frame, layout: Layout): readonly string[] {
  const words = new Set<string>();
  // Heads stand in the first rows in full width; labels in the columns of text, which amounts never are.
  for (let row = frame.headTop; row < Math.min(grid.height, frame.headTop + 80); row += 1) {
    for (const value of grid.sheet.values[row] ?? [])
      if (typeof value === 'string' && value !== '') words.add(label(value).replace(/^\d{3,5}(?=\D)/, ''));
  }
  const all = [...words];
  const contained = (word: string): boolean =>
    words.has(word) || all.some((text) => text.startsWith(`${word}(`) || (text.startsWith('项目(') && text.includes(word)));
  return layout.proof.filter((proof) => !alternatives(proof).some(contained));
}
