import type { ReportInput } from '../../narrative/input';
import { proof, type ProofReport } from '../../proof/proof';
import type { ProofDocument } from '../../proof/text/document';
import { Values } from '../../proof/checks/values';
import { Edits } from './edits';
import type { JudgedFigure, RollLine, RollContext } from './line';
import { styleOf } from './printing';

/** Last year's text, read against last year's workbook. */
interface JudgedText {
  readonly report: ProofReport;
  readonly lines: readonly RollLine[];
  readonly context: RollContext;
}

/** Every paragraph with its claims, and which of its figures last year's cells prove. */
export function judgedText(document: ProofDocument, last: ReportInput, now: ReportInput, from: number): JudgedText {
  const report = proof(document, last);
  const { linked } = report;
  const style = styleOf(linked.figures.map(({ text, token }) => ({ text, unit: token.unitWord, decimals: token.decimals })));
  const lines = document.blocks.map((block, i): RollLine => ({
    block,
    topic: linked.topics[i]!,
    claims: linked.claims.filter((claim) => claim.block === i),
    figures: report.figures.filter(({ figure }) => figure.block === i).map((one) => judged(one, report)),
    years: linked.years.filter((year) => year.block === i),
    edits: new Edits(),
    open: [],
  }));
  return {
    report,
    lines,
    context: { years: { last: new Values(last), now: new Values(now) }, style, from, to: now.years.now.year ?? from + 1 },
  };
}

/** A figure whose own error was found is not carried on; one that only lost a digit by cutting is the same figure. */
function judged({ figure, status }: ProofReport['figures'][number], { findings }: ProofReport): JudgedFigure {
  if (status === 'confirmed') return { figure, proved: true, why: '' };
  const own = findings.find(
    ({ span }) => span.paragraph === figure.span.paragraph && span.start <= figure.span.start && span.end >= figure.span.end,
  );
  if (own && figure.claim && (own.rule === 'P-CUT' || own.rule === 'P-TAIL')) return { figure, proved: true, why: '' };
  if (own) return { figure, proved: false, why: `上年文中就不符：${own.message}本年数未改，请核对。` };
  const why = figure.claim ? `没有找到${figure.claim.measure.name}上年的单元格，不能证明，数未改。` : '没有找到对应的单元格，数未改。';
  return { figure, proved: false, why };
}
