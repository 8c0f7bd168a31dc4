/**
 * Has LibreOffice open a Word file with our comments and tracked changes, accept all of them, reject all of them, and
 * compares what it says with what was asked for. Shows too that every comment stands at its words.
 *
 *   npm run verify:word [-- FILE.docx]      default: a 情况说明 of the bundled sample with its annexed tables
 *
 * A second opinion on tests/ooxml/word; needs soffice on the PATH.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toDocx } from '../../src/adapters/docx/docx';
import { openWorkbook } from '../../src/adapters/file/open';
import { openWordFile } from '../../src/adapters/word/open';
import { annexes } from '../../src/narrative/annexes/annexes';
import type { WordEdit } from '../../src/ooxml/word/edits';
import type { WordParagraph } from '../../src/ooxml/word/model';
import { editWord } from '../../src/ooxml/word/write';
import { product } from '../../src/product/index';

const work = mkdtempSync(path.join(os.tmpdir(), 'verify-word-'));
const profile = path.join(work, 'profile');
const by = { author: '决算说明助手', date: '2025-08-12T09:30:00Z' };

const office = (...args: readonly string[]): void => {
  const all = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...args];
  execFileSync('soffice', all, { stdio: 'ignore', timeout: 180_000 });
};

/** A macro of one's own is the only way in without a display: it opens, settles all changes, and saves. */
function prepareProfile(): void {
  office('--terminate_after_init');
  const code = `Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  If command &lt;&gt; "" Then dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, filter())
  document.close(True)
End Sub`;
  writeFileSync(
    path.join(profile, 'user', 'basic', 'Standard', 'Module1.xba'),
    `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd"><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${code}</script:module>`,
  );
}

function settled(bytes: Uint8Array, name: string, command: string): Uint8Array {
  const [from, to] = [path.join(work, `${name}.docx`), path.join(work, `${name}-settled.docx`)];
  writeFileSync(from, bytes);
  const call = `macro:///Standard.Module1.Settle("${pathToFileURL(from).href}","${pathToFileURL(to).href}","${command}")`;
  office(call);
  return new Uint8Array(readFileSync(to));
}

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

function compare(what: string, found: readonly string[], wanted: readonly string[]): void {
  const odd = wanted.flatMap((text, i) => (found[i] === text ? [] : [`第 ${i} 段：“${found[i]}”应为“${text}”`]));
  console.log(`${what}：${wanted.length} 段，不符 ${odd.length}，多 ${found.length - wanted.length}。`);
  if (odd.length > 0 || found.length !== wanted.length) throw new Error(odd.slice(0, 5).join('\n'));
}

async function main(file: string | undefined): Promise<void> {
  prepareProfile();
  const original = file === undefined ? await sample() : new Uint8Array(readFileSync(file));
  const opened = openWordFile(original, 'x.docx');
  const { all, fresh } = edits(opened.document.paragraphs);
  const saved = editWord(opened, all, by);
  compare('我们写出的', textsOf(saved), fresh);
  const comments = all.filter(({ kind }) => kind === 'comment');
  const kept = settled(saved, 'open', '');
  console.log(
    `批注 ${openWordFile(kept, 'x.docx').document.comments.length}/${comments.length}，修订 ${all.length - comments.length} 处。`,
  );
  // LibreOffice lays out what it saves anew: an untouched file through it is the measure of what it makes of the old text.
  compare('全部接受', textsOf(settled(saved, 'accepted', '.uno:AcceptAllTrackedChanges')), fresh);
  compare('全部拒绝', textsOf(settled(saved, 'rejected', '.uno:RejectAllTrackedChanges')), textsOf(original));
  if (openWordFile(kept, 'x.docx').document.comments.length !== comments.length) throw new Error('批注数不符');
}

main(process.argv[2])
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(work, { recursive: true, force: true }));
