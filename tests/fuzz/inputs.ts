import { randomOf } from '../kit/variants/variant';
import { mutateBytes, mutateJson, mutateParts, mutateRecords, mutateXml, pick } from './mutate';

/** Whole files that inputs are made of. */
export interface Seeds {
  readonly xlsx: readonly Uint8Array[];
  readonly xls: readonly Uint8Array[];
  readonly docx: readonly Uint8Array[];
  /** Workbooks with the sheets that the report writes. */
  readonly reported: readonly Uint8Array[];
  readonly supplements: readonly string[];
}

export const inputKinds = [
  'xlsx-bytes',
  'xlsx-parts',
  'xlsx-xml',
  'xls-bytes',
  'xls-records',
  'json',
  'report-sheets',
  'docx-proof',
  'docx-roll',
] as const;
export type InputKind = (typeof inputKinds)[number];

/** One input: a file, and the words of the command line with FILE, BOOK, PRIOR and OUT in their places. */
export interface Input {
  readonly kind: InputKind;
  readonly seed: number;
  readonly extension: string;
  readonly bytes: Uint8Array;
  readonly argv: readonly string[];
}

const ownSheet = /情况说明|补充信息|数据溯源|核对结果/;

/** The same input for the same kind, seed and files. */
export function inputOf(kind: InputKind, seed: number, seeds: Seeds): Input {
  const random = randomOf(seed * 31 + inputKinds.indexOf(kind));
  const make = (extension: string, bytes: Uint8Array, ...argv: readonly string[]): Input => ({ kind, seed, extension, bytes, argv });
  const workbook = (extension: string, bytes: Uint8Array): Input =>
    random() < 0.2 ? make(extension, bytes, 'report', 'FILE', '--out', 'OUT') : make(extension, bytes, 'check', 'FILE', '--format', 'json');
  const mutateDocx = (): Uint8Array =>
    pick(random, [mutateBytes, mutateParts, mutateXml, mutateXml, mutateXml])(pick(random, seeds.docx), random);
  switch (kind) {
    case 'xlsx-bytes':
      return workbook('xlsx', mutateBytes(pick(random, seeds.xlsx), random));
    case 'xlsx-parts':
      return workbook('xlsx', mutateParts(pick(random, seeds.xlsx), random));
    case 'xlsx-xml':
      return workbook('xlsx', mutateXml(pick(random, seeds.xlsx), random));
    case 'xls-bytes':
      return workbook('xls', mutateBytes(pick(random, seeds.xls), random));
    case 'xls-records':
      return workbook('xls', mutateRecords(pick(random, seeds.xls), random));
    case 'json':
      return make(
        'json',
        new TextEncoder().encode(mutateJson(pick(random, seeds.supplements), random)),
        'report',
        'BOOK',
        '--supplement',
        'FILE',
        '--out',
        'OUT',
      );
    case 'report-sheets':
      return make(
        'xlsx',
        mutateXml(pick(random, seeds.reported), random, (_, xml) => ownSheet.test(xml) || xml.includes('inlineStr')),
        ...(random() < 0.5 ? ['report', 'FILE', '--out', 'OUT'] : ['check', 'FILE']),
      );
    case 'docx-proof':
      return make(
        'docx',
        mutateDocx(),
        'proof',
        'FILE',
        ...(random() < 0.5 ? ['--workbook', 'BOOK'] : []),
        ...(random() < 0.3 ? ['--out', 'OUT'] : []),
      );
    case 'docx-roll':
      return make('docx', mutateDocx(), 'roll', 'FILE', '--workbook', 'BOOK', '--prior', 'PRIOR', '--out', 'OUT');
  }
}
