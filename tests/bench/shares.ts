import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { openWorkbook } from '../../src/adapters/file/open';
import { checkFacts } from '../../src/checks/check';
import { useNativeZip } from '../../src/cli/files/native-zip';
import { inflate, readZip } from '../../src/ooxml/zip-read';
import { readWorkbook } from '../../src/reading/read';
import { rules } from '../../src/rules/index';
import { emptySupplements } from '../../src/supplements/merge';

/** Processor time in ms per file. */
export interface Shares {
  readonly files: number;
  readonly unzip: number;
  readonly open: number;
  readonly read: number;
  readonly check: number;
  /** open + read + check. */
  readonly all: number;
  /** The same files: unpacked by fflate, and parsed by the library. */
  readonly fflate: number;
  readonly library: number;
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Where the time goes, step by step over all files, after one round for the engine to warm up. */
export async function sharesOf(paths: readonly string[]): Promise<Shares> {
  useNativeZip();
  const spent: Record<'unzip' | 'open' | 'read' | 'check' | 'fflate' | 'library', number> = {
    unzip: 0,
    open: 0,
    read: 0,
    check: 0,
    fflate: 0,
    library: 0,
  };
  const measure = async <T>(step: keyof typeof spent, work: () => T | Promise<T>, counts: boolean): Promise<T> => {
    const start = cpuMs();
    const result = await work();
    if (counts) spent[step] += cpuMs() - start;
    return result;
  };
  for (const counts of [false, true]) {
    for (const path of counts ? paths : paths.slice(0, 20)) {
      const bytes = new Uint8Array(readFileSync(path));
      await measure('unzip', () => readZip(bytes).forEach((entry) => inflate(entry)), counts);
      const workbook = await measure('open', () => openWorkbook(bytes, 'x.xlsx', '本年'), counts);
      const { facts, tables, problems } = await measure('read', () => readWorkbook(workbook), counts);
      const input = { years: { now: facts }, supplements: emptySupplements, tables, problems, asides: [] };
      await measure('check', () => checkFacts(input, rules), counts);
      await measure('fflate', () => unzipSync(bytes), counts);
      await measure('library', () => read(bytes, { type: 'array', dense: true }).SheetNames.length, counts);
    }
  }
  const each = (ms: number): number => ms / paths.length;
  const [open, understood, check] = [each(spent.open), each(spent.read), each(spent.check)];
  return {
    files: paths.length,
    unzip: each(spent.unzip),
    open,
    read: understood,
    check,
    all: open + understood + check,
    fflate: each(spent.fflate),
    library: each(spent.library),
  };
}
