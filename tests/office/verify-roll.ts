/**
 * Has LibreOffice open a rolled Word file, accept all changes, reject all changes, and compares: accepted it is this year's
 * text to the letter, rejected it is last year's file.
 *
 *   npm run verify:roll [-- LAST.docx THIS-YEAR.xlsx LAST-YEAR.xlsx]
 *
 * Default: the 情况说明 of the bundled sample of 2023 with its annexed tables. Needs soffice on the PATH.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toDocx } from '../../src/adapters/docx/docx';
import { openWorkbook } from '../../src/adapters/file/open';
import { openWordFile } from '../../src/adapters/word/open';
import { openText } from '../../src/adapters/word/open-text';
import { rolledWord, rollFile } from '../../src/app/roll';
import { annexes } from '../../src/narrative/annexes/annexes';
import { sections } from '../../src/narrative/sections/index';
import type { WordParagraph } from '../../src/ooxml/word/model';
import { product } from '../../src/product/index';
import { rewrittenTexts } from './rewritten';
import { compareTexts, LibreOffice } from './libreoffice';

const [standard] = product.profiles;
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));
const book = (file: string, role: '本年' | '上年') => openWorkbook(bytesOf(file), path.basename(file), role);
const textsOf = (paragraphs: readonly WordParagraph[]): readonly string[] => paragraphs.map(({ text }) => text);

async function sampleOf(prior: string): Promise<Uint8Array> {
  const dossier = await product.open({ workbook: book(prior, '本年'), profile: standard });
  const output = await product.report(dossier, { date: '2025-08-12' });
  return toDocx(output.published, { annexes: annexes(dossier.checked.years.now, standard.budget) });
}

async function main(office: LibreOffice, [last, now, before]: readonly string[]): Promise<void> {
  const [workbook, prior] = [now ?? 'assets/samples/sample-2024.xlsx', before ?? 'assets/samples/sample-2023.xlsx'];
  const original = last === undefined ? await sampleOf(prior) : bytesOf(last);
  const source = openText(original, last === undefined ? '上年.docx' : path.basename(last));
  const checked = await product.check({
    workbook: book(workbook, '本年'),
    prior: book(prior, '上年'),
    profile: standard,
    allowRenamedUnit: true,
  });
  const made = await rollFile(source, checked, { sections, profiles: product.profiles });
  const { counts, paragraphs } = made.rolled;
  console.log(
    `共 ${counts.figures} 个数，已更新 ${counts.rolled}，待核 ${counts.open}；改动 ${paragraphs.flatMap(({ changes }) => changes).length} 处。`,
  );
  const saved = rolledWord(source.word!, made, { author: '决算说明助手', date: '2025-08-12T09:30:00Z' });
  const wanted = rewrittenTexts(source.word!.document.paragraphs, made.rolled);
  compareTexts('我们写出的', textsOf(openWordFile(saved, 'x.docx').document.paragraphs), wanted);
  compareTexts(
    '全部接受',
    textsOf(openWordFile(office.settled(saved, 'accepted', '.uno:AcceptAllTrackedChanges'), 'x.docx').document.paragraphs),
    wanted,
  );
  compareTexts(
    '全部拒绝',
    textsOf(openWordFile(office.settled(saved, 'rejected', '.uno:RejectAllTrackedChanges'), 'x.docx').document.paragraphs),
    textsOf(openWordFile(original, 'x.docx').document.paragraphs),
  );
}

const office = new LibreOffice();
main(office, process.argv.slice(2))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => office.close());
