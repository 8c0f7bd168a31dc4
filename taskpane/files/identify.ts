import type { Identity } from '../../src/app/pair';
import { UserError } from '../../src/kernel/errors';
import type { Progress } from '../../src/kernel/progress';
import type { Role, Workbook } from '../../src/kernel/workbook';
import { readWorkbook } from '../../src/reading/read';

/** A file as a browser hands it over. */
export type GivenFile = Pick<File, 'name' | 'arrayBuffer'>;

export interface Identified {
  readonly file: GivenFile;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
  /** What stands on its forms: '' and undefined where none can be read. */
  readonly unit: string;
  readonly year: number | undefined;
}

export type OpenBytes = (bytes: Uint8Array, file: string, role: Role) => Promise<Workbook>;

/** Opens a workbook and reads whose it is and of which year. Throws UserError where it is no workbook. */
export async function identify(open: OpenBytes, file: GivenFile, progress?: Progress): Promise<Identified> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const workbook = await open(bytes, file.name, '本年');
  try {
    const { facts } = await readWorkbook(workbook, progress);
    return { file, bytes, workbook, unit: facts.unitName, year: facts.year };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { file, bytes, workbook, unit: '', year: undefined };
  }
}

/** The same for files of equal content: length and a 32-bit FNV-1a, enough to tell copies of one folder apart. */
function contentOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `${bytes.length}-${hash.toString(16)}`;
}

export const identityOf = ({ unit, year, bytes }: Identified, path: string): Identity => ({ path, unit, year, content: contentOf(bytes) });
