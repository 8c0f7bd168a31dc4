/**
 * Has LibreOffice open 整本, fill its contents and print it, and holds the pages against what they should be: every line of
 * the contents on the page that it names, no heading and no 如下： as the last line of a page, every public form with its
 * number above each of its tables.
 *
 *   npm run verify:whole [-- FILE.docx]      default: the whole document of the bundled sample
 *
 * Needs soffice and pdftotext on the PATH.
 */
import { readFileSync } from 'node:fs';
import { bookletDocx } from '../../src/adapters/docx/booklet';
import { openWorkbook } from '../../src/adapters/file/open';
import { wholeDocument } from '../../src/app/whole';
import { product } from '../../src/product/index';
import { LibreOffice } from './libreoffice';

async function sample(): Promise<Uint8Array> {
  const open = (file: string, book: '本年' | '上年') => openWorkbook(new Uint8Array(readFileSync(`assets/samples/${file}`)), file, book);
  const [profile] = product.profiles;
  const request = { workbook: open('sample-2024.xlsx', '本年'), prior: open('sample-2023.xlsx', '上年'), profile };
  return bookletDocx(wholeDocument(await product.open(request)));
}

interface Page {
  readonly lines: readonly string[];
  readonly number: number;
}

/** — 12 — at the foot of a page; cover and contents have none. */
const foot = /^[—–-]+(\d+)[—–-]+$/;
const heading = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[^，。：；]{2,40}$/;

async function main(office: LibreOffice, file: string | undefined): Promise<void> {
  const pages = office.printed(file === undefined ? await sample() : new Uint8Array(readFileSync(file)), 'whole');
  const body = pages.flatMap((lines): readonly Page[] => {
    const number = foot.exec(lines[lines.length - 1] ?? '')?.[1];
    return number === undefined ? [] : [{ lines: lines.slice(0, -1), number: Number(number) }];
  });
  const contents = pages.slice(0, pages.length - body.length).flatMap((lines) =>
    lines.flatMap((line) => {
      const entry = /^(.+?)\.{3,}(\d+)$/.exec(line);
      return entry ? [{ words: entry[1]!, page: Number(entry[2]) }] : [];
    }),
  );
  // A long heading goes on in a second line.
  const stands = (words: string, page: number): boolean =>
    body.some(({ number, lines }) => number === page && lines.some((line) => line.includes(words.slice(0, 16))));
  const faults = [
    ...(contents.length < 20 ? [`目录只有 ${contents.length} 行。`] : []),
    ...contents.filter(({ words, page }) => !stands(words, page)).map(({ words, page }) => `目录写“${words}”在第 ${page} 页，那一页没有。`),
    ...body.flatMap(({ number, lines }) => {
      const last = lines[lines.length - 1] ?? '';
      // The list of forms ends a page of its own with such a line.
      const alone = (heading.test(last) && !last.endsWith('表')) || /(?:如下|其中|包括)：$/.test(last);
      return alone ? [`第 ${number} 页的最后一行是“${last}”。`] : [];
    }),
  ];
  console.log(`${pages.length} 页，目录 ${contents.length} 行，不符 ${faults.length} 处。`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

const office = new LibreOffice();
main(office, process.argv[2])
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => office.close());
