import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareLocked, type LockChange } from '../../src/proof/lock';
import { changesOf, otherNumber, randomOf } from './changes';
import { documentFrom } from './texts';

const text = readFileSync(join(__dirname, '../cases/vehicle-bought/report.txt'), 'utf8');
const before = documentFrom(text);
const compared = (now: string): readonly LockChange[] => compareLocked(before, documentFrom(now)).changes;

test('other words, widths, zeros and separators change nothing', () => {
  const polished = text
    .replace(/主要变动原因是/g, '变动的主要原因为')
    .replace('404.27万元', '４０４．２７０ 万元')
    .replace(/其中：/g, '具体来看，');
  expect(compared(polished)).toEqual([]);
});

test('a whole paragraph may move; a figure of it may not', () => {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes('外事接待支出'));
  const moved = [...lines.slice(0, at), ...lines.slice(at + 1, at + 4), lines[at]!, ...lines.slice(at + 4)].join('\n');
  expect(compared(moved)).toEqual([]);
  expect(compared(moved.replace('外事接待0批次', '外事接待1批次')).length).toBeGreaterThan(0);
});

test('two figures that change places are told, and so is a figure that is made to state something else', () => {
  expect(
    compared(text.replace('基本支出341.51万元', '基本支出62.76万元').replace('项目支出62.76万元，占15.52%', '项目支出341.51万元，占15.52%'))
      .length,
  ).toBeGreaterThan(0);
  const swapped = text.replace('基本支出341.51万元，占84.48%；项目支出', '项目支出341.51万元，占84.48%；基本支出');
  expect(compared(swapped).map(({ kind }) => kind)).toContain('meaning');
});

test('a unit, a year, a direction and a sign are locked too', () => {
  for (const [from, to] of [
    ['404.27万元', '404.27元'],
    ['与2023年度相比', '与2022年度相比'],
    ['各增加', '各减少'],
    ['决算数与预算数持平', '决算数大于预算数'],
    ['增加42.02', '增加-42.02'],
  ] as const)
    expect([from, compared(text.replace(from, to)).length > 0]).toEqual([from, true]);
});

/** LOCK_EDITS=10000 for the whole measure. */
test('no random edit of a figure, a year or a direction is missed', () => {
  const random = randomOf(11);
  const edits = Number(process.env.LOCK_EDITS ?? 300);
  const places = changesOf(text, random);
  let missed = 0;
  for (let n = 0; n < edits; n++) {
    const one = places[Math.floor(random() * places.length)]!;
    const to = one.kind === '数' ? otherNumber(one.from, random) : one.to;
    const now = text.slice(0, one.start) + to + text.slice(one.start + one.from.length);
    if (compared(now).length === 0) missed++;
  }
  expect(missed).toBe(0);
});
