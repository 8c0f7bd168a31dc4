import { sections } from '../../src/narrative/sections/index';
import { profiles } from '../../src/narrative/profiles/index';
import type { ReportInput } from '../../src/narrative/input';
import { writeReport } from '../../src/narrative/write';
import { readWorkbook } from '../../src/reading/read';
import { ownText, thisYear } from '../../src/roll/own';
import { ownPieces } from '../../src/roll/own-pieces';
import { rollOwn } from '../../src/roll/own-roll';
import { parseSupplement } from '../../src/supplements/parse';
import { buildYears, units, type UnitName } from '../kit/index';

const writing = { sections, profiles };

async function yearsOf(name: UnitName): Promise<{ last: ReportInput; now: ReportInput } | undefined> {
  const { now, before } = buildYears(units[name]);
  if (!before) return undefined;
  const [thisOne, lastOne] = [(await readWorkbook(now)).facts, (await readWorkbook(before)).facts];
  return {
    last: { years: { now: lastOne }, supplements: parseSupplement({ reasons: { S01: '项目支出减少' } }, '2023.json') },
    now: { years: { now: thisOne, before: lastOne }, supplements: parseSupplement({}, '2024.json') },
  };
}

describe('a report of ours, a year on', () => {
  test.each(Object.keys(units) as UnitName[])('%s: rolls to the report that we write this year', async (name) => {
    const years = await yearsOf(name);
    if (!years) return;
    for (const profile of profiles) {
      const lines = ownPieces(writeReport(years.last, sections, profile)).map(({ text }) => text);
      const own = ownText(lines, years.last, writing)!;
      expect(own.ids.size).toBe(lines.length);
      const document = thisYear(own, '2023.docx', years.last, years.now, writing);
      const rolled = rollOwn(lines, own, document, () => undefined, new Map());
      const texts: string[] = [];
      lines.forEach((_, index) => {
        const { text, act } = rolled.lines.get(index)!;
        if (act !== 'remove') texts.push(text);
        texts.push(...rolled.inserted.filter((added) => added.index === index).map((added) => added.text));
      });
      expect(texts).toEqual(
        ownPieces(document)
          .filter((p) => p.paragraph || texts.includes(p.text))
          .map(({ text }) => text),
      );
    }
  });
});
