import { toDocx } from '../../src/adapters/docx/docx';
import { openText } from '../../src/adapters/word/open-text';
import { withFindings } from '../../src/adapters/word/proof-text';
import { proofread } from '../../src/app/proof';
import { annexes } from '../../src/narrative/annexes/annexes';
import type { ReportInput } from '../../src/narrative/input';
import { defaultProfile } from '../../src/narrative/profiles/index';
import { published } from '../../src/narrative/published';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import { readWorkbook } from '../../src/reading/read';
import { emptySupplements } from '../../src/supplements/merge';
import { buildWorkbook } from '../kit/build';
import { timed, watched } from './clock';
import { largeUnit } from './large';

/** Characters of a printed page in 三号 with 28 磅 lines. */
const PAGE = 560;
/** Items that make a report of some thirty pages, without its tables. */
const ITEMS = 90;

/** 校对 of a Word file of thirty pages with its tables, without the reading of the workbook. */
export async function proofOfThirtyPages(print: (what: string, value: string) => void): Promise<void> {
  const read = await timed(async () => (await readWorkbook(buildWorkbook(largeUnit(ITEMS)))).facts);
  const input: ReportInput = { years: { now: read.result }, supplements: emptySupplements };
  const written = published(writeReport(input, sections, defaultProfile));
  const bytes = await toDocx(written, { annexes: annexes(input.years.now, defaultProfile.budget) });
  const opened = await timed(() => openText(bytes, '说明.docx'));
  const { document, word } = opened.result;
  const prose = document.blocks.filter(({ kind }) => kind !== 'row').reduce((sum, { text }) => sum + text.length, 0);
  console.log(`校对: a Word file of ${Math.round(prose / PAGE)} pages of text, ${document.blocks.length} paragraphs and rows`);
  const ratio = (ms: number): string => `${ms.toFixed(0).padStart(7)} ms  ${(ms / opened.ms).toFixed(2)} × opening the file`;
  print('open (.docx → paragraphs)', `${opened.ms.toFixed(0).padStart(7)} ms`);
  for (const round of ['first', 'again']) {
    const start = process.cpuUsage();
    const one = await watched((progress) => proofread(document, input, progress));
    // On a busy machine the time of the processor says more than the clock.
    const { user, system } = process.cpuUsage(start);
    const { figures, confirmed } = one.result.counts;
    print(
      `proofread, ${round}`,
      `${ratio(one.ms)}, ${((user + system) / 1000).toFixed(0)} ms of the processor, longest block ${one.longestBlock.toFixed(0)} ms, ${confirmed}/${figures} confirmed`,
    );
  }
  const alone = await timed(() => proofread(document));
  print('against its own tables', ratio(alone.ms));
  const commented = await timed(() => withFindings(word!, alone.result, alone.result.findings, '2025-01-01T00:00:00Z'));
  print('write the comments', ratio(commented.ms));
}
