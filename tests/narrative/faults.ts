import Decimal from 'decimal.js';
import type { Inline, Paragraph, ReportDocument } from '../../src/narrative/document';
import { paragraphText, textOf } from '../../src/narrative/document';
import { paragraphs } from './written';

const never: readonly RegExp[] = [
  /NaN|Infinity|undefined|null|\[object/,
  /增加\/减少|增长\/下降|增加（减少）|大于（小于）/,
  /占-?0%|占比-?0%|增长0%|下降0%|增加0万元|减少0万元/,
  /[，。；：、][，。；：、]/,
  /（）|：$(?<!其中：|如下：)|包括：等|^[，。；：、等]/,
  /--|-0万元|-0%/,
  /主要原因(是|：)。|变动原因是。|XX|【】/,
];

/** Digits of the form itself: dates, thresholds of the assets paragraph, and the base that is zero. */
const fixed = [/12月31日/g, /12月底/g, /单价(100|50)万元/g, /基数为0/g];

/** Digits in the words of a paragraph that are neither year, number of a list nor wording of the form. */
function strayDigits(paragraph: Paragraph, year: number): string {
  const text = paragraph.inlines.map((inline) => (inline.kind === 'words' ? inline.text : '§')).join('');
  const rest = [...fixed, new RegExp(`(${year}|${year - 1})年`, 'g'), /^(\d+[.、]|（\d+）)/g].reduce(
    (left, pattern) => left.replace(pattern, ''),
    text,
  );
  return rest.replace(/[^\d]/g, '');
}

/** What a printed figure says, back in the unit of its value. */
export function parsed(inline: Extract<Inline, { kind: 'figure' }>): { readonly value: Decimal; readonly within: Decimal } {
  const { shown } = inline;
  // A part that gave way to its sum is judged by what rounding had printed.
  const text = inline.adjusted ?? inline.text;
  const unit = new Decimal(shown.as === 'wan' ? 10000 : 1);
  const digit = new Decimal(10).pow(-shown.decimals).times(unit);
  const plain = text.replace(/(万元|%)$/, '').replace(/,/g, '');
  // 不足0.01 stands for anything between nothing and half a digit.
  if (plain.startsWith('不足')) return { value: digit.div(4), within: digit.div(4) };
  return { value: new Decimal(plain).times(unit), within: digit.div(2) };
}

function figureFaults(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline, i) => {
    if (inline.kind !== 'figure') return [];
    const { value, within } = parsed(inline);
    const faults: string[] = [];
    if (value.minus(inline.of.value).abs().gt(within)) faults.push(`${inline.text} is not ${inline.of.value.toString()}`);
    if (inline.adjusted !== undefined) {
      const moved = parsed({ ...inline, adjusted: undefined })
        .value.minus(value)
        .abs();
      if (!moved.eq(new Decimal(10).pow(-inline.shown.decimals).times(10000))) faults.push(`${inline.text} gave way by more than a digit`);
    }
    const before = inlines[i - 1];
    const word = before?.kind === 'words' ? /(增加|减少|增长|下降)$/.exec(before.text)?.[1] : undefined;
    if (word === undefined) return faults;
    const { of } = inline;
    const signed = of.kind === 'derived' && of.op === 'abs' ? of.from[0]!.value : of.value;
    const rose = word === '增加' || word === '增长';
    if (signed.isZero() || signed.isPositive() !== rose) faults.push(`${word}${inline.text} of ${signed.toString()}`);
    return faults;
  });
}

/** Words that state a relation must agree with the figures they rest on. */
function statementFaults(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) => {
    if (inline.kind !== 'words' || inline.rests?.length !== 2) return [];
    const difference = inline.rests[0]!.value.minus(inline.rests[1]!.value);
    const wrong =
      (/大于/.test(inline.text) && !difference.gt(0)) ||
      (/小于/.test(inline.text) && !difference.lt(0)) ||
      (/基本持平$/.test(inline.text) ? difference.isZero() || difference.abs().gt(50) : /持平$/.test(inline.text) && !difference.isZero());
    return wrong ? [`${inline.text}: ${difference.toString()}`] : [];
  });
}

/** Everything that must never stand in a 情况说明, one line per fault. */
export function faultsOf(document: ReportDocument): readonly string[] {
  const all = paragraphs(document);
  const faults = all.flatMap((paragraph) => {
    const text = paragraph.inlines.map((inline) => (inline.kind === 'blank' ? '【待补充】' : textOf(inline))).join('');
    const stray = strayDigits(paragraph, document.year);
    return [
      ...never.filter((pattern) => pattern.test(text)).map((pattern) => `${pattern.source}`),
      ...(/[。：】]$/.test(text) ? [] : ['no closing mark']),
      ...(text.includes('。：') || text.includes('：。') ? ['：。'] : []),
      ...(stray === '' ? [] : [`stray digits ${stray}`]),
      ...figureFaults(paragraph.inlines),
      ...statementFaults(paragraph.inlines),
    ].map((fault) => `${paragraph.id}: ${fault} in ${paragraphText(paragraph)}`);
  });
  const ids = all.map(({ id }) => id);
  return [...faults, ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id ${id} twice`)];
}
