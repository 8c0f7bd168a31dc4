/**
 * Has LibreOffice open a Word file with the comments of 校对 and compares each comment and the words that it stands at with
 * the finding. Shows too which parts of the file changed.
 *
 *   npm run verify:proof [-- FILE.docx]      default: the 情况说明 of the bundled sample with its tables and charts, spoiled
 *
 * Needs soffice on the PATH.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toDocx } from '../../src/adapters/docx/docx';
import { openWorkbook } from '../../src/adapters/file/open';
import { openText } from '../../src/adapters/word/open-text';
import { COMMENT_AUTHOR, withFindings } from '../../src/adapters/word/proof-text';
import { proofread } from '../../src/app/proof';
import { annexes } from '../../src/narrative/annexes/annexes';
import type { ReportInput } from '../../src/narrative/input';
import { readWord } from '../../src/ooxml/word/file';
import { editWord } from '../../src/ooxml/word/write';
import { readZip } from '../../src/ooxml/zip-read';
import { product } from '../../src/product/index';

const work = mkdtempSync(path.join(os.tmpdir(), 'verify-proof-'));

/** The sample's report with every ninth figure of its sentences raised by one. */
async function sample(): Promise<{ readonly bytes: Uint8Array; readonly input: ReportInput }> {
  const open = (file: string, role: '本年' | '上年') => openWorkbook(new Uint8Array(readFileSync(`assets/samples/${file}`)), file, role);
  const [profile] = product.profiles;
  const dossier = await product.open({ workbook: open('sample-2024.xlsx', '本年'), prior: open('sample-2023.xlsx', '上年'), profile });
  const { published } = await product.report(dossier, { date: '2025-08-12' });
  const word = readWord(await toDocx(published, { annexes: annexes(dossier.checked.years.now, profile.budget) }));
  let n = 0;
  const edits = word.document.paragraphs.flatMap(({ index, text, place }) =>
    place !== 'body'
      ? []
      : [...text.matchAll(/\d+(?=(?:\.\d+)?万元)/g)].flatMap((found) => {
          const [start, end] = [found.index, found.index + found[0].length];
          return ++n % 9 === 0 ? [{ kind: 'replace' as const, paragraph: index, start, end, text: String(Number(found[0]) + 1) }] : [];
        }),
  );
  const { years, supplements } = dossier.checked;
  return { bytes: editWord(word, edits, { author: '某人', date: '2025-01-01T00:00:00Z' }), input: { years, supplements } };
}

/** Comments as LibreOffice has them: their text and the words between their two ends. */
function commentsIn(fodt: string): readonly { readonly text: string; readonly words: string }[] {
  // What somebody struck out before still stands in the file, but is no longer text.
  const struck = [...fodt.matchAll(/<text:changed-region [^>]*text:id="([^"]*)"[^>]*>\s*<text:deletion>/g)].map(([, id]) => id!);
  const standing = (xml: string): string =>
    struck.reduce((rest, id) => {
      const [start, end] = [`<text:change-start text:change-id="${id}"/>`, `<text:change-end text:change-id="${id}"/>`];
      const [from, to] = [rest.indexOf(start), rest.indexOf(end)];
      return from < 0 || to < from ? rest : rest.slice(0, from) + rest.slice(to);
    }, xml);
  const plain = (xml: string): string =>
    standing(xml)
      .replace(/<office:annotation [^]*?<\/office:annotation>/g, '')
      .replace(/<text:tracked-changes>[^]*?<\/text:tracked-changes>/g, '')
      .replace(/<text:s\/>/g, ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
  return [...fodt.matchAll(/<office:annotation [^>]*office:name="([^"]*)"[^]*?<\/office:annotation>/g)].flatMap((found) => {
    const [all, name] = found;
    if (!all.includes(`<dc:creator>${COMMENT_AUTHOR}</dc:creator>`)) return [];
    const from = found.index + all.length;
    const to = fodt.indexOf(`<office:annotation-end office:name="${name!}"`, from);
    const body = all.replace(/<dc:creator>[^]*?<\/dc:date>/, '').replace(/<dc:creator>[^<]*<\/dc:creator>/, '');
    return [{ text: plain(body.replace(/^<office:annotation [^>]*>/, '')).trim(), words: to < 0 ? '' : plain(fodt.slice(from, to)) }];
  });
}

async function main(file: string | undefined): Promise<void> {
  const made = file === undefined ? await sample() : { bytes: new Uint8Array(readFileSync(file)), input: undefined };
  const { document, word } = openText(made.bytes, 'x.docx');
  const report = await proofread(document, made.input);
  const saved = withFindings(word!, report, report.findings, '2025-08-12T09:30:00Z');
  const before = new Map(readZip(made.bytes).map((entry) => [entry.name, entry]));
  const changed = readZip(saved).filter((entry) => {
    const old = before.get(entry.name);
    return !old || Buffer.compare(Buffer.from(old.raw), Buffer.from(entry.raw)) !== 0;
  });
  console.log(`改动的部件 ${changed.length}/${before.size}：${changed.map(({ name }) => name).join('、')}`);
  const from = path.join(work, '说明-校对.docx');
  writeFileSync(from, saved);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(work, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--norestore', '--convert-to', 'fodt', '--outdir', work, from], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  const found = commentsIn(readFileSync(path.join(work, '说明-校对.fodt'), 'utf8'));
  const squeezed = (text: string): string => text.replace(/\s/g, '');
  const missing = report.findings.filter(
    ({ quote, message }) =>
      !found.some(({ text, words }) => squeezed(text).includes(squeezed(message)) && squeezed(words) === squeezed(quote)),
  );
  console.log(`意见 ${report.findings.length} 处，LibreOffice 读到批注 ${found.length} 处，位置或文字不符 ${missing.length} 处。`);
  for (const { quote, message } of missing.slice(0, 10)) {
    const near = found.find(({ text }) => squeezed(text).includes(squeezed(message)));
    console.log(`  “${quote}” ${message} → ${near ? `“${near.words}”` : '没有这条批注'}`);
  }
  rmSync(work, { recursive: true, force: true });
  if (missing.length > 0) process.exitCode = 1;
}

void main(process.argv[2]);
