import { readFileSync } from 'node:fs';
import { paragraphsOf } from '../../src/proof/text/lines';
import { documentOf } from '../../src/proof/text/blocks';
import { decodeText } from '../../src/proof/text/decode';
import { link } from '../../src/proof/links/link';
export async function main(args: string[]) {
  const d = documentOf('x', paragraphsOf(decodeText(new Uint8Array(readFileSync(args[0]!)), 'x')));
  const l = link(d);
  console.log('year', l.year);
  let last = -1;
  for (const f of l.figures) {
    if (args[1] === '-u' && f.claim) continue;
    const b = d.blocks[f.block]!;
    if (f.block !== last) console.log(`--- [${l.topics[f.block]}] ${b.text.trim().slice(0, 60)}`);
    last = f.block;
    const c = f.claim;
    console.log(`   ${f.text}  ${c ? `${c.kind} ${c.measure.id}${c.base ? ' / ' + c.base.id : ''} ${c.year} ${c.against ?? ''} ${c.sign ?? ''} ${c.about ?? ''} ${c.budget ?? ''} «${b.text.slice(c.quote.start, c.quote.end)}»` : '???  …' + b.text.slice(Math.max(0, f.span.start - 25), f.span.end)}`);
  }
  if (args[1] !== '-u') for (const c of l.claims) if (c.value === undefined) console.log('W', c.kind, c.relation ?? '', c.measure.id, c.against ?? '', '«' + d.blocks[c.block]!.text.slice(c.quote.start, c.quote.end) + '»');
  console.log('figures', l.figures.length, 'claimed', l.figures.filter((f) => f.claim).length);
}
