import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { main } from '../../src/cli/main';
import { buildYears, units } from '../kit/index';
import type { Workbook } from '../../src/kernel/workbook';
import type { Seeds } from './inputs';
import type { Given } from './run-one';

const SAMPLES = path.join(__dirname, '../../assets/samples');

/** The workbook as bytes, plainly dressed. */
function written(workbook: Workbook, bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const sheet of workbook.sheets)
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(sheet.values.map((row) => [...row])), sheet.name);
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

const io = { out: () => undefined, err: () => undefined, env: {}, now: () => new Date(2025, 7, 12) };

/** Small whole files of every format, made in a folder; those of FUZZ_BOOKS come in addition. */
export async function makeSeeds(folder: string): Promise<{ readonly seeds: Seeds; readonly given: Given }> {
  mkdirSync(folder, { recursive: true });
  const { now, before } = buildYears(units.onlyGeneral);
  const given = { book: path.join(folder, '本年.xlsx'), prior: path.join(folder, '上年.xlsx') };
  writeFileSync(given.book, written(now, 'xlsx'));
  writeFileSync(given.prior, written(before!, 'xlsx'));
  const supplement = path.join(SAMPLES, 'sample-2024-supplement.json');
  const made = path.join(folder, '说明');
  await main(['report', given.prior, '--out', made], io);
  const outputs = readdirSync(made).map((name) => path.join(made, name));
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(name));
  const reported = outputs.filter((name) => name.endsWith('.xlsx')).map(read);
  const more = process.env.FUZZ_BOOKS ? readdirSync(process.env.FUZZ_BOOKS).map((name) => path.join(process.env.FUZZ_BOOKS!, name)) : [];
  const of = (extension: string): readonly Uint8Array[] => more.filter((name) => name.endsWith(extension)).map(read);
  return {
    given,
    seeds: {
      xlsx: [read(given.book), ...reported, ...of('.xlsx')],
      xls: [written(now, 'biff8'), ...of('.xls')],
      docx: [...outputs.filter((name) => name.endsWith('.docx')).map(read), ...of('.docx')],
      reported,
      supplements: [readFileSync(supplement, 'utf8')],
    },
  };
}
