import { sections } from '../../src/narrative/sections/index';
import { rollText } from '../../src/roll/roll';
import { units, type Unit } from '../kit/index';
import { documentFrom, linesOf, pairOf } from './texts';
import { profiles } from '../../src/narrative/profiles/index';

const writing = { sections, profiles: [] };

async function rolled(change: (lines: readonly string[]) => readonly string[], unit: Unit = units.withFund) {
  const pair = (await pairOf(unit))!;
  return rollText({ document: documentFrom(change(linesOf(pair.last, profiles[0]))), ...pair, writing });
}

test('a 目录 gets this year’s year; figures that it repeats are marked, not left as last year’s', async () => {
  const { paragraphs } = await rolled((lines) => [...lines, '\t2023年度单位决算情况说明', `\t${lines[2]!.slice(0, 40)}`]);
  const [title, repeated] = paragraphs.slice(-2);
  expect(title).toMatchObject({ text: '\t2024年度单位决算情况说明', status: 'rolled' });
  expect(repeated!.status).toBe('open');
  expect(repeated!.why).toContain('重复了正文');
});

test('whole percentages and zeros stand as the document has them, beside padded decimals', async () => {
  const padded = (line: string): string =>
    line.replace(/(\d+(?:\.\d+)?)(万元|%)/g, (all, digits: string, unit: string) =>
      /^(?:0|100)$/.test(digits) ? all : `${Number(digits).toFixed(2)}${unit}`,
    );
  const { paragraphs } = await rolled((lines) => lines.map(padded));
  const texts = paragraphs.filter(({ act, status }) => act === 'change' && status === 'rolled').map(({ text }) => text);
  const figures = texts.flatMap((text) => text.match(/\d[\d.]*(?:万元|%)/g) ?? []);
  expect(figures.filter((figure) => !/^(?:0|100)(?:万元|%)$|^\d+\.\d\d(?:万元|%)$/.test(figure))).toEqual([]);
  expect(figures).toContain('100%');
});

test('名词解释 of a 项 that is no more is marked, and the new ones are named behind the last', async () => {
  const { paragraphs } = await rolled((lines) => lines, units.vehicleBought);
  const marks = paragraphs.flatMap(({ last, open }) => open.filter(({ why }) => /名词解释/.test(why)).map(({ why }) => [last, why]));
  expect(marks.filter(([, why]) => why!.includes('可以删去')).every(([last]) => /（项）：/.test(last!))).toBe(true);
  expect(marks.map(([, why]) => why).join('')).toMatch(/可以删去。.*本年新增科目：.+请在名词解释里补上。/);
});
