import { readFileSync } from 'node:fs';
import { openWorkbook } from '../../src/adapters/file/open';
import { readWorkbook } from '../../src/reading/read';
import { proof } from '../../src/proof/proof';
import { documentOf } from '../../src/proof/text/blocks';
import { decodeText } from '../../src/proof/text/decode';
import { paragraphsOf } from '../../src/proof/text/lines';
import { parseSupplement } from '../../src/supplements/parse';
const S = '/work/shared/';
const open = async (f: string, book: '本年' | '上年') => (await readWorkbook(openWorkbook(new Uint8Array(readFileSync(f)), f, book))).facts;
const squash = (t: string) => t.replace(/\s/g, '').normalize('NFKC').replace(/[“”"]/g, '');
export async function main(args: string[]) {
  const defects = JSON.parse(readFileSync(S + 'published/defects.json', 'utf8'));
  for (const [doc, wb] of [['2024-jinkouhe-jingxinju.txt', 'jinkouhe-jingxinju'], ['2024-jinkouhe-zhengfuban.txt', 'jinkouhe-zhengfuban'], ['2025-jinkouhe-fagaiwei-jixiao.txt', '']] as const) {
    if (args[0] && args[0] !== '-w' && !doc.includes(args[0])) continue;
    const document = documentOf(doc, paragraphsOf(decodeText(new Uint8Array(readFileSync(S + 'published/' + doc)), doc)));
    const withBook = args.includes('-w') && wb;
    const input = withBook ? { years: { now: await open(`${S}workbooks/${wb}-2024.xlsx`, '本年'), before: await open(`${S}workbooks/${wb}-2023.xlsx`, '上年') }, supplements: parseSupplement(args.includes('-s') && wb.includes('zheng') ? JSON.parse(readFileSync(S + 'workbooks/jinkouhe-zhengfuban-2024-supplement.json', 'utf8')) : {}, 's') } : undefined;
    const t = Date.now();
    const r = proof(document, input);
    console.log(`\n##### ${doc} ${withBook ? 'WITH' : ''} ${Date.now() - t} ms`, JSON.stringify(r.counts));
    const own = defects.filter((d: any) => d.document === doc);
    const used = new Set<any>();
    const hit = (d: any, f: any): boolean => {
      const q = squash(d.quote), p = squash(f.quote);
      const b = squash(document.blocks.find((x) => x.index === f.span.paragraph)!.text);
      if (q.includes(p) || p.includes(q)) return b.includes(q.slice(0, 12)) || q.includes(p) && b.includes(q.slice(-12)) || p.includes(q);
      // overlap
      const at = b.indexOf(q); const at2 = b.indexOf(p);
      return at >= 0 && at2 >= 0 && at < at2 + p.length && at2 < at + q.length;
    };
    for (const d of own) {
      const fs = r.findings.filter((f) => hit(d, f));
      fs.forEach((f) => used.add(f));
      const mark = d.state === 'acceptable' ? (fs.length ? '!!ACC' : 'ok   ') : fs.length ? 'FOUND' : `MISS ${d.state}`;
      console.log(mark.padEnd(14), d.state.padEnd(10), d.id, d.kind.padEnd(20), d.quote.slice(0, 40), '←', fs.map((f) => f.rule + '/' + f.severity[0]).join(' '));
    }
    console.log('--- outside the list');
    for (const f of r.findings) if (!used.has(f)) console.log(f.severity[0], f.rule, `[${f.span.paragraph}] «${f.quote.slice(0, 60)}»`, f.message);
    if (args.includes('-f')) for (const f of r.findings) console.log(f.severity[0], f.rule, `[${f.span.paragraph}] «${f.quote.slice(0, 60)}»`, f.message);
  }
}
