import { replaceable, type WordEdit } from '../ooxml/word/edits';
import type { WordDocument, WordParagraph } from '../ooxml/word/model';
import type { RolledChart } from './charts';
import { countsText, type RolledParagraph, type RolledText } from './model';

/**
 * What is to be written into last year's Word file: tracked changes for all that rolled, a comment at each place that a person
 * must look at, and at the head how many figures there are, are this year's, and wait. Paragraphs of the text must bear the
 * numbers of the document's own.
 */
export function wordEdits(
  rolled: RolledText,
  document: WordDocument,
  charts: readonly RolledChart[] = [],
  sources: readonly string[] = [],
): readonly WordEdit[] {
  const edits = rolled.paragraphs.flatMap((paragraph) => editsOf(paragraph, document.paragraphs[paragraph.index]!));
  const first = rolled.paragraphs.find(({ act }) => act === 'change')?.index ?? document.paragraphs[0]?.index;
  const head: WordEdit[] =
    first === undefined
      ? []
      : [
          {
            kind: 'comment',
            paragraph: first,
            start: 0,
            end: document.paragraphs[first]!.text.length,
            text: `${headText(rolled)}${sourceText(sources)}${chartText(charts)}`,
          },
        ];
  return [...head, ...edits];
}

const headText = ({ from, to, counts }: RolledText): string =>
  `承上年：${from}年度改写为${to}年度，${countsText(counts)}改动都是修订，请逐处接受或拒绝；带批注的地方请核对。`;

const sourceText = (sources: readonly string[]): string => (sources.length > 0 ? `上年的数取自${sources.join('、')}。` : '');

/** Charts cannot be tracked: what was done with them is said. */
function chartText(charts: readonly RolledChart[]): string {
  const done = charts.filter(({ data }) => data).length;
  if (charts.length === 0) return '';
  return `图表 ${charts.length} 张，已换成本年数 ${done} 张${done < charts.length ? `，另有 ${charts.length - done} 张与上年报表对不上，没有改，请自行更新` : ''}（图表不能用修订标出）。`;
}

function editsOf(paragraph: RolledParagraph, own: WordParagraph): readonly WordEdit[] {
  const { act, index, open, row } = paragraph;
  if (row?.kind === 'new') return [{ kind: 'insertRow', after: index, like: row.like, texts: row.texts }];
  if (row && act === 'remove') return [{ kind: 'removeRow', paragraphs: row.paragraphs }];
  if (act === 'insert')
    return [{ kind: 'insert', after: index, text: paragraph.text, ...(paragraph.like === undefined ? {} : { like: paragraph.like }) }];
  if (act === 'remove') return [{ kind: 'remove', paragraph: index }];
  const edits = paragraph.changes.map(({ start, end, from, to }): WordEdit =>
    replaceable(own, start, end)
      ? { kind: 'replace', paragraph: index, start, end, text: to, ...(isFilled(from, to) ? { plain: true } : {}) }
      : { kind: 'comment', paragraph: index, start, end, text: `应为“${to}”，这里是公式，不能直接改。` },
  );
  const told = new Map<string, WordEdit>();
  for (const { start, end, why } of open) {
    const key = `${start} ${end}`;
    const there = told.get(key);
    const text = there?.kind === 'comment' ? `${there.text}${why}` : why;
    told.set(key, { kind: 'comment', paragraph: index, start, end, text });
  }
  return [...edits, ...told.values()];
}

/** A blank that bears a highlight gives way to words that need none. */
const isFilled = (from: string, to: string): boolean => from.startsWith('【') && to !== '' && !/^【[^】]*】$/.test(to);
