import { decimalString } from '../../src/facts/money';
import { cellsOf } from '../../src/facts/traced';
import { checkSelfEvaluation } from '../../src/performance/check';
import type { TextBlock } from '../../src/performance/text/blocks';
import { check, draftOf, supplement, type Draft } from './draft';

const texts = ({ text }: Draft): readonly string[] =>
  text.map((block) => (block.kind === 'paragraph' ? block.text : block.cells.map((cell) => cell.text).join('\t')));

/** The draft with the number at `at` of one paragraph or cell replaced. */
function withNumber(blocks: readonly TextBlock[], paragraph: number, at: number, digits: string, other: string): readonly TextBlock[] {
  const swap = (text: string): string => text.slice(0, at) + other + text.slice(at + digits.length);
  return blocks.map((block): TextBlock => {
    if (block.kind === 'paragraph') return block.paragraph === paragraph ? { ...block, text: swap(block.text) } : block;
    return { ...block, cells: block.cells.map((cell) => (cell.paragraph === paragraph ? { ...cell, text: swap(cell.text) } : cell)) };
  });
}

/** Every number that is a figure: no numbering, no year, no weight of nothing. */
function numbersOf(
  blocks: readonly TextBlock[],
): readonly { readonly paragraph: number; readonly at: number; readonly digits: string; readonly text: string }[] {
  const pieces = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [{ paragraph: block.paragraph, start: 0, text: block.text }] : [...block.cells],
  );
  return pieces.flatMap(({ paragraph, text }) =>
    [...text.matchAll(/\d+(?:\.\d+)?/g)]
      .filter(({ index, 0: digits }) => {
        const [before, behind] = [text.slice(0, index), text.slice(index + digits.length)];
        if (/^年/.test(behind) || /大于$/.test(before)) return false;
        return (
          !(before === '' && /^[.、]/.test(behind)) && !/^（\d*$/.test(before + digits) && !(before === '（' && behind.startsWith('）'))
        );
      })
      .map(({ index, 0: digits }) => ({ paragraph, at: index, digits, text })),
  );
}

describe('绩效自评的编写', () => {
  let draft: Draft;
  beforeAll(async () => {
    draft = await draftOf();
  });

  test('a draft from cells and a complete supplement has no finding and no blank', () => {
    expect(check(draft).findings).toEqual([]);
    expect(texts(draft).filter((text) => text.includes('【待补充'))).toEqual([]);
  });

  test('figures follow from the cells and the list of projects', () => {
    const text = texts(draft).join('\n');
    expect(text).toContain('该类项目总数1个，涉及预算总金额60万元，全年执行金额57万元，执行总体进度为95%');
    expect(text).toContain('部门预算项目2个，全部项目执行率为97%');
    expect(text).toContain('得3.88分');
    expect(text).toContain('综合得分98.88分，整体绩效水平优秀');
    expect(text).toContain('编制总数16名');
    expect(text).toMatch(/年初预算收入[\d.]+万元，其中财政拨款收入[\d.]+万元，上年结转[\d.]+万元/);
  });

  test('every figure is traced to its cells', () => {
    const figures = draft.blocks
      .flatMap((block) => (block.kind === 'paragraph' ? block.inlines : []))
      .flatMap((inline) => (inline.kind === 'figure' ? [inline] : []));
    expect(figures.length).toBeGreaterThan(50);
    expect(figures.filter(({ of }) => cellsOf(of).length === 0)).toEqual([]);
    const rate = figures.find(({ text }) => text === '3.88')!;
    expect([decimalString(rate.of.value), cellsOf(rate.of).map(({ a1 }) => a1)]).toEqual([
      '3.88',
      ['1', '2'].map((n) => `selfEvaluation.projects.${n}.paid`).concat(['1', '2'].map((n) => `selfEvaluation.projects.${n}.budget`)),
    ]);
  });

  test('each single change of a number is found', () => {
    const numbers = numbersOf(draft.text);
    const missed = numbers.filter(({ paragraph, at, digits }) => {
      const other = String(Number(digits) + 1);
      return checkSelfEvaluation(withNumber(draft.text, paragraph, at, digits, other), draft.beside).findings.length === 0;
    });
    expect(numbers.length).toBeGreaterThan(150);
    expect(missed.map(({ text, at, digits }) => `${text.slice(Math.max(0, at - 12), at)}[${digits}]`)).toEqual([]);
  });

  test('what is not supplied is a visible blank that names its field; nothing is invented', async () => {
    const empty = await draftOf({});
    const lines = texts(empty);
    expect(lines.join('\n')).toContain('【待补充：项目清单】');
    expect(lines.join('\n')).toContain('综合得分【待补充：综合得分】分');
    expect(lines.join('\n')).not.toMatch(/得分0分|优秀/);
  });

  test('more paid than planned earns no points of its own accord', async () => {
    const [first, ...rest] = supplement.selfEvaluation.projects;
    const over = { ...supplement, selfEvaluation: { ...supplement.selfEvaluation, projects: [{ ...first!, paid: '500000' }, ...rest] } };
    expect(texts(await draftOf(over)).join('\n')).toContain('【待补充：预算执行率得分】');
  });
});
