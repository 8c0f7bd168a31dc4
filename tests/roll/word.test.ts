import { toDocx } from '../../src/adapters/docx/docx';
import type { ReportInput } from '../../src/narrative/input';
import { profiles } from '../../src/narrative/profiles/index';
import { sections } from '../../src/narrative/sections/index';
import { published } from '../../src/narrative/published';
import { writeReport } from '../../src/narrative/write';
import { openText } from '../../src/adapters/word/open-text';
import { editWord } from '../../src/ooxml/word/write';
import { readWorkbook } from '../../src/reading/read';
import { rollText } from '../../src/roll/roll';
import { wordEdits } from '../../src/roll/word-edits';
import { parseSupplement } from '../../src/supplements/parse';
import { buildYears, units } from '../kit/index';
import { by, parts } from '../ooxml/word/docx';
import { settled } from '../ooxml/word/revisions';

const profile = profiles[0];

async function made(): Promise<{ last: ReportInput; now: ReportInput }> {
  const { now, before } = buildYears(units.withFund);
  const [thisOne, lastOne] = [(await readWorkbook(now)).facts, (await readWorkbook(before!)).facts];
  const said = { reasons: { S01: '项目支出减少' }, priorYear: { 收支总计: '9000000.00' } };
  return {
    last: { years: { now: lastOne }, supplements: parseSupplement(said, '2023.json') },
    now: { years: { now: thisOne, before: lastOne }, supplements: parseSupplement({}, '2024.json') },
  };
}

const linesOf = (bytes: Uint8Array, way: 'accept' | 'reject'): readonly string[] =>
  settled(parts(bytes)['word/document.xml']!, way).map(({ text }) => text);

describe('a Word file of ours, a year on', () => {
  test('accepting all changes gives this year’s text, rejecting all gives last year’s file', async () => {
    const { last, now } = await made();
    const bytes = await toDocx(published(writeReport(last, sections, profile)));
    const { document, word } = openText(bytes, '2023.docx');
    const rolled = rollText({ document, last, now, writing: { sections, profiles } });
    const out = editWord(word!, wordEdits(rolled, word!.document), by);

    expect(linesOf(out, 'reject')).toEqual(linesOf(bytes, 'accept'));
    const texts = rolled.paragraphs.filter(({ act }) => act !== 'remove').map(({ text }) => text.trim());
    const accepted = linesOf(out, 'accept').filter((line) => line.trim() !== '');
    expect(accepted.map((line) => line.trim())).toEqual(expect.arrayContaining(texts));
    expect(texts.join('\n')).not.toMatch(/2022/);
    expect(texts).toContain(`${now.years.now.year}年度决算情况说明`.replace(/^/, now.years.now.unitName));
  });
});
