import type { ReportInput } from '../../src/narrative/input';
import type { Profile } from '../../src/narrative/profile';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import { documentOf } from '../../src/proof/text/blocks';
import type { ProofDocument } from '../../src/proof/text/document';
import { readWorkbook } from '../../src/reading/read';
import { ownPieces } from '../../src/roll/own-pieces';
import { parseSupplement } from '../../src/supplements/parse';
import { buildYears, type Unit } from '../kit/index';

/** What last year's report compared with, so that its sentences are whole. */
const saidLastYear = {
  priorYear: {
    收支总计: '9000000.00',
    财政拨款收支总计: '8000000.00',
    一般公共预算支出: '7000000.00',
    '三公.合计': '90000.00',
    '三公.出国': '0.00',
    '三公.用车': '40000.00',
    '三公.接待': '50000.00',
    政府性基金支出: '0.00',
    国有资本经营支出: '0.00',
    机关运行经费: '600000.00',
  },
} as const;

export interface Pair {
  readonly last: ReportInput;
  readonly now: ReportInput;
}

/** A unit's two years as a roll is given them; undefined for a unit without last year. */
export async function pairOf(unit: Unit, said: object = saidLastYear): Promise<Pair | undefined> {
  const { now, before } = buildYears(unit);
  if (!before) return undefined;
  const [thisOne, lastOne] = [(await readWorkbook(now)).facts, (await readWorkbook(before)).facts];
  return {
    last: { years: { now: lastOne }, supplements: parseSupplement(said, '2023.json') },
    now: { years: { now: thisOne, before: lastOne }, supplements: parseSupplement({}, '2024.json') },
  };
}

/** Our own report of an input, line by line. */
export const linesOf = (input: ReportInput, profile: Profile): readonly string[] =>
  ownPieces(writeReport(input, sections, profile)).map(({ text }) => text);

export const documentFrom = (lines: readonly string[]): ProofDocument =>
  documentOf(
    '2023.docx',
    lines.map((text, index) => ({ index, text })),
  );
