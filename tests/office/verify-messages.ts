/**
 * Has LibreOffice open the marked copy of a workbook and compares the message of every cell with what the product means to say
 * there: cell, title and text of each mark, and of each field of 补充信息. Cleared, the copy must say nothing of the marks.
 *
 *   npm run verify:messages [-- WORKBOOK [PRIOR]]      default: the bundled sample with faults
 *
 * Needs soffice on the PATH.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openWorkbook } from '../../src/adapters/file/open';
import { saveWorkbook } from '../../src/adapters/file/save';
import { isMarkTitle, markMessage } from '../../src/app/mark-look';
import { inOrder } from '../../src/app/pictures';
import { a1 } from '../../src/kernel/address';
import { ownSheets } from '../../src/kernel/own-sheets';
import { unescape } from '../../src/ooxml/xml-text';
import { product } from '../../src/product/index';

const work = mkdtempSync(path.join(os.tmpdir(), 'verify-messages-'));

/** What LibreOffice shows at the cells of a file: `sheet!A1` → title, line end, text. */
function shown(bytes: Uint8Array, name: string): ReadonlyMap<string, string> {
  const from = path.join(work, `${name}.xlsx`);
  writeFileSync(from, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(work, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--norestore', '--convert-to', 'fods', '--outdir', work, from], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  return messagesIn(readFileSync(path.join(work, `${name}.fods`), 'utf8'));
}

const plain = (xml: string): string => unescape(xml.replace(/<text:s\/>/g, ' ').replace(/<[^>]*>/g, ''));
const attribute = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

function messagesIn(fods: string): ReadonlyMap<string, string> {
  const texts = new Map(
    [...fods.matchAll(/<table:content-validation (?:[^>]*[^/])>[^]*?<\/table:content-validation>/g)].flatMap(([all]) => {
      const help = /<table:help-message([^>]*)>([^]*?)<\/table:help-message>/.exec(all);
      if (!help || attribute(help[1]!, 'table:display') !== 'true') return [];
      const lines = [...help[2]!.matchAll(/<text:p[^>]*?(?:\/>|>([^]*?)<\/text:p>)/g)].map(([, line = '']) => plain(line));
      return [[attribute(all, 'table:name')!, [unescape(attribute(help[1]!, 'table:title') ?? ''), ...lines].join('\n')] as const];
    }),
  );
  const found = new Map<string, string>();
  let [sheet, row, column] = ['', 0, 0];
  let repeated = 1;
  for (const [tag] of fods.matchAll(/<table:(?:table |table-row|table-cell|covered-table-cell)[^>]*>|<\/table:table-row>/g)) {
    if (tag.startsWith('<table:table ')) [sheet, row] = [unescape(attribute(tag, 'table:name') ?? ''), 0];
    else if (tag.startsWith('<table:table-row')) [column, repeated] = [0, Number(attribute(tag, 'table:number-rows-repeated') ?? 1)];
    else if (tag.startsWith('</')) row += repeated;
    else {
      const text = texts.get(attribute(tag, 'table:content-validation-name') ?? '');
      const columns = Number(attribute(tag, 'table:number-columns-repeated') ?? 1);
      if (text !== undefined)
        for (let r = 0; r < repeated; r += 1) for (let c = 0; c < columns; c += 1) found.set(`${sheet}!${a1(row + r, column + c)}`, text);
      column += columns;
    }
  }
  return found;
}

/** Says how many agree. Throws with the first ten that do not. */
function compare(what: string, found: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): void {
  const odd = [...wanted].flatMap(([cell, text]) =>
    found.get(cell) === text ? [] : [`${cell}：读到“${found.get(cell) ?? '（没有）'}”，应为“${text}”`],
  );
  console.log(`${what}：应有 ${wanted.size} 格，LibreOffice 读到并一致 ${wanted.size - odd.length} 格。`);
  if (odd.length > 0 || wanted.size === 0) throw new Error(odd.slice(0, 10).join('\n') || '没有可以比较的单元格');
}

async function main([file = 'assets/samples/sample-2024-faults.xlsx', before]: readonly string[]): Promise<void> {
  const prior = before ?? (file.startsWith('assets/') ? 'assets/samples/sample-2023.xlsx' : undefined);
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(name));
  const [bytes, name] = [read(file), path.basename(file)];
  const dossier = await product.open({
    workbook: openWorkbook(bytes, name, '本年'),
    prior: prior === undefined ? undefined : openWorkbook(read(prior), path.basename(prior), '上年'),
    profile: product.profiles[0],
  });
  const { pictures, marks } = await product.report(dossier, { date: '2025-08-12' });
  const saved = saveWorkbook(bytes, name, inOrder(pictures), marks);
  const found = shown(saved, 'marked');

  const own = shown(saveWorkbook(bytes, name, [], []), 'plain');
  const joined = ({ title, message }: { readonly title: string; readonly message: string }): string => `${title}\n${message}`;
  // A cell with a validation of its own keeps that.
  const spoken = marks.filter(({ at }) => !own.has(`${at.sheet}!${at.a1}`));
  compare('标记的说明', found, new Map(spoken.map((mark) => [`${mark.at.sheet}!${mark.at.a1}`, joined(markMessage(mark))])));
  const ours = [...found].filter(([, text]) => isMarkTitle(text));
  if (ours.length !== spoken.length) throw new Error(`带说明的单元格有 ${ours.length} 个，应为 ${spoken.length} 个`);

  const sheet = pictures[ownSheets.supplement];
  compare('补充信息的提示', found, new Map((sheet.prompts ?? []).map((one) => [`${sheet.name}!${one.range}`, joined(one)])));

  const cleared = [...shown(saveWorkbook(saved, name, [], []), 'cleared')].filter(([, text]) => isMarkTitle(text));
  console.log(`清除标记之后：带说明的单元格 ${cleared.length} 个。`);
  if (cleared.length > 0) throw new Error(cleared.map(([cell]) => cell).join('、'));
}

main(process.argv.slice(2))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(work, { recursive: true, force: true }));
