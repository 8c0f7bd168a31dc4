import { goldenCases, ownTexts, proved } from '../proof/texts';
export async function main(args: string[]) {
  let n = 0, bad = 0;
  const un = new Map<string, number>();
  for (const { label, text, input } of ownTexts(await goldenCases())) {
    if (args[0] && !label.includes(args[0])) continue;
    for (const [mode, r] of [['with', proved(text, input)], ['alone', proved(text)]] as const) {
      n++;
      const f = r.findings.filter((x) => x.rule !== 'P-BLANK');
      if (f.length) { bad++; console.log(label, mode, JSON.stringify(r.counts)); for (const x of f.slice(0, 4)) console.log('    ', x.severity, x.rule, `«${x.quote.slice(0, 70)}»`, x.message.slice(0, 160)); }
      if (mode === 'with') for (const g of r.figures) if (g.status !== 'confirmed') un.set(label.split('／')[2] + ' ' + (g.figure.claim?.kind ?? '-') + ' ' + (g.figure.claim?.measure.id ?? r.linked.document.blocks[g.figure.block]!.text.slice(Math.max(0, g.figure.span.start - 12), g.figure.span.end)), 1);
    }
  }
  console.log(n, 'bad', bad);
  for (const k of un.keys()) console.log('  ?', k);
}
