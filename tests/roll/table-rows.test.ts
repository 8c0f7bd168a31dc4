import { toDocx } from '../../src/adapters/docx/docx';
import { openText } from '../../src/adapters/word/open-text';
import { rolledWord, rollFile } from '../../src/app/roll';
import type { Dossier } from '../../src/app/dossier';
import type { FactSet } from '../../src/facts/fact-set';
import { annexes } from '../../src/narrative/annexes/annexes';
import { sections } from '../../src/narrative/sections/index';
import { readWord } from '../../src/ooxml/word/file';
import { product } from '../../src/product/index';
import { readWorkbook } from '../../src/reading/read';
import { tableSheets } from '../../src/roll/table-sheets';
import { buildYears, units, type UnitName } from '../kit/index';
import { by, parts } from '../ooxml/word/docx';
import { settled } from '../ooxml/word/revisions';

const [profile] = product.profiles;
const writing = { sections, profiles: product.profiles };

async function wordOf(dossier: Dossier): Promise<Uint8Array> {
  const report = await product.report(dossier, { date: '2025-08-12' });
  return toDocx(report.published, { annexes: annexes(dossier.checked.years.now, profile.budget) });
}

/** The 公开表 of a Word file as they would be read from it: what each row and column prints. */
async function printedIn(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const sheets = tableSheets(readWord(bytes).document).map(({ sheet }) => sheet);
  const { facts }: { facts: FactSet } = await readWorkbook({ role: '本年', file: 'x.docx', sheets });
  const found = new Map<string, string>();
  for (const table of facts.tables.values())
    for (const { key } of table.rows)
      for (const column of table.columns) {
        const reading = table.at(key, column);
        if (/^2\d\d/.test(key) && reading.state === 'number' && !reading.fact.value.isZero())
          found.set(`${table.id}.${key}.${column}`, reading.fact.value.toString());
      }
  return found;
}

const texts = (bytes: Uint8Array, way: 'accept' | 'reject'): readonly string[] =>
  settled(parts(bytes)['word/document.xml']!, way).map(({ text }) => text);

describe('the 公开表 inside a rolled file', () => {
  test.each<[UnitName, number, number]>([
    ['vehicleBought', 9, 3],
    ['carryOver', 0, 4],
  ])(
    '%s: have this year’s rows of 科目, %i new ones in and %i old ones out, and rejecting gives last year’s back',
    async (name, fresh, gone) => {
      const { now, before } = buildYears(units[name]);
      const last = await wordOf(await product.open({ workbook: { ...before!, role: '本年' }, profile }));
      const dossier = await product.open({ workbook: now, prior: before, profile });
      const source = openText(last, '2023.docx');
      const made = await rollFile(source, dossier.checked, writing);
      const rows = made.rolled.paragraphs.filter(({ row }) => row);
      expect(['insert', 'remove'].map((act) => rows.filter((one) => one.act === act).length)).toEqual([fresh, gone]);
      const saved = rolledWord(source.word!, made, by);
      expect(texts(saved, 'reject')).toEqual(texts(last, 'accept'));
      const wanted = await printedIn(await wordOf(dossier));
      const found = await printedIn(saved);
      const listed = new Set([...(await printedIn(last)).keys()].map((key) => key.split('.')[0]));
      expect(Object.fromEntries([...found])).toEqual(Object.fromEntries([...wanted].filter(([key]) => listed.has(key.split('.')[0]))));
    },
  );
});
