/**
 * Has LibreOffice open a Word file with our comments and tracked changes, accept all of them, reject all of them, and
 * compares what it says with what was asked for. Shows too that every comment stands at its words.
 *
 *   npm run verify:word [-- FILE.docx]      default: a 情况说明 of the bundled sample with its annexed tables
 *
 * A second opinion on tests/ooxml/word; needs soffice on the PATH.
 */
import { readFileSync } from 'node:fs';
import { toDocx } from '../../src/adapters/docx/docx';
import { openWorkbook } from '../../src/adapters/file/open';
import { openWordFile } from '../../src/adapters/word/open';
import { annexes } from '../../src/narrative/annexes/annexes';
import type { WordEdit } from '../../src/ooxml/word/edits';
import type { WordParagraph } from '../../src/ooxml/word/model';
import { editWord } from '../../src/ooxml/word/write';
import { product } from '../../src/product/index';
import { compareTexts, LibreOffice } from './libreoffice';

const by = { author: '决算说明助手', date: '2025-08-12T09:30:00Z' };

async function sample(): Promise<Uint8Array> {
  const open = (file: string, book: '本年' | '上年') => openWorkbook(new Uint8Array(readFileSync(`assets/samples/${file}`)), file, book);
  const [standard] = product.profiles;
  const request = { workbook: open('sample-2024.xlsx', '本年'), prior: open('sample-2023.xlsx', '上年'), profile: standard };
  const dossier = await product.open(request);
  const output = await product.report(dossier, { date: '2025-08-12' });
  return toDocx(output.published, { annexes: annexes(dossier.checked.years.now, standard.budget) });
}

const textsOf = (bytes: Uint8Array): readonly string[] => openWordFile(bytes, 'x.docx').document.paragraphs.map(({ text }) => text);

/** Every fifth number of a paragraph gets another one, every seventh a comment; one paragraph goes, one comes. */
function edits(paragraphs: readonly WordParagraph[]): { readonly all: readonly WordEdit[]; readonly fresh: readonly string[] } {
  const all: WordEdit[] = [];
  const fresh: string[] = [];
  let n = 0;
  const long = paragraphs.filter(({ text, place }) => place === 'body' && text.length > 60);
  for (const paragraph of paragraphs) {
    let text = '';
    let at = 0;
    const gone = paragraph === long[3];
    for (const found of gone ? [] : paragraph.text.matchAll(/\d[\d,.]*/g)) {
      n++;
      const [start, end] = [found.index, found.index + found[0].length];
      if (n % 7 === 0) all.push({ kind: 'comment', paragraph: paragraph.index, start, end, text: `第 ${n} 个数：${found[0]}` });
      if (n % 5 !== 0) continue;
      all.push({ kind: 'replace', paragraph: paragraph.index, start, end, text: `＜${n}＞` });
      text += `${paragraph.text.slice(at, start)}＜${n}＞`;
      at = end;
    }
    if (gone) all.push({ kind: 'remove', paragraph: paragraph.index });
    else fresh.push(text + paragraph.text.slice(at));
    if (paragraph === long[1]) {
      all.push({ kind: 'insert', after: paragraph.index, text: '（二）新的标题 & <段落>' });
      fresh.push('（二）新的标题 & <段落>');
    }
  }
  return { all, fresh };
}

async function main(file: string | undefined): Promise<void> {
  const original = file === undefined ? await sample() : new Uint8Array(readFileSync(file));
  const opened = openWordFile(original, 'x.docx');
  const { all, fresh } = edits(opened.document.paragraphs);
  const saved = editWord(opened, all, by);
  compareTexts('我们写出的', textsOf(saved), fresh);
  const comments = all.filter(({ kind }) => kind === 'comment');
  const kept = office.settled(saved, 'open', '');
  console.log(
    `批注 ${openWordFile(kept, 'x.docx').document.comments.length}/${comments.length}，修订 ${all.length - comments.length} 处。`,
  );
  // LibreOffice lays out what it saves anew: an untouched file through it is the measure of what it makes of the old text.
  compareTexts('全部接受', textsOf(office.settled(saved, 'accepted', '.uno:AcceptAllTrackedChanges')), fresh);
  compareTexts('全部拒绝', textsOf(office.settled(saved, 'rejected', '.uno:RejectAllTrackedChanges')), textsOf(original));
  if (openWordFile(kept, 'x.docx').document.comments.length !== comments.length) throw new Error('批注数不符');
}

const office = new LibreOffice();
main(process.argv[2])
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => office.close());
