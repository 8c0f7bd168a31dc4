import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '../../src/adapters/file/open';
import { profileById } from '../../src/narrative/profiles/index';
import type { ReportInput } from '../../src/narrative/input';
import { proofread } from '../../src/app/proof';
import { link } from '../../src/proof/links/link';
import type { ProofReport } from '../../src/proof/proof';
import { documentOf } from '../../src/proof/text/blocks';
import { decodeText } from '../../src/proof/text/decode';
import { textParagraphs } from '../../src/proof/text/lines';
import { readWorkbook } from '../../src/reading/read';
import { parseSupplement } from '../../src/supplements/parse';
import { annotatedScore, scoreOf, type LinkScore } from '../proof/annotated';
import { linkFacts } from '../proof/link-facts';
import { changesOf, isFound, randomOf } from '../proof/changes';
import { goldenCases, ownTexts, proved, written } from '../proof/texts';

const FILE = path.join(__dirname, '../../docs/accuracy.md');
const share = (part: number, whole: number): string => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(2)}%`);

/** Our own texts in every profile and spelling: anything that is reported but their blanks is wrong. */
async function silence(): Promise<readonly string[]> {
  let texts = 0;
  let figures = 0;
  let confirmed = 0;
  const wrong: string[] = [];
  for (const { label, text, input } of ownTexts(await goldenCases())) {
    for (const report of [proved(text, input), proved(text)]) {
      texts++;
      wrong.push(...report.findings.flatMap(({ rule, quote }) => (rule === 'P-BLANK' ? [] : [`${label} ${rule} ${quote}`])));
    }
    const { counts } = proved(text, input);
    figures += counts.figures;
    confirmed += counts.confirmed;
  }
  return [
    '## 自己生成的说明（全部用例 × 全部口径 × 各种写法，有、无工作簿）',
    '',
    `- 校对 ${texts} 次，误报 ${wrong.length} 处${wrong.length > 0 ? `：${wrong.slice(0, 5).join('；')}` : ''}（【待补充】本身除外）。`,
    `- 有工作簿时共 ${figures} 个数，${confirmed} 个由单元格证实（${share(confirmed, figures)}）；其余是人工提供的文字中的数。`,
    '',
  ];
}

/** Every figure, year and word of direction, changed one at a time. */
async function changed(): Promise<readonly string[]> {
  const random = randomOf(20241127);
  const tally = new Map<string, { tried: number; found: number; alone: number }>();
  const missed: string[] = [];
  const byRule = new Map<string, number>();
  for (let pass = 0; pass < 2; pass++) {
    for (const { name, input, profile } of await goldenCases()) {
      const text = written(input, profileById(profile)!);
      const [base, bare] = [proved(text, input), proved(text)];
      for (const change of changesOf(text, random)) {
        if (pass > 0 && change.kind !== '数') continue;
        const one = tally.get(change.kind) ?? { tried: 0, found: 0, alone: 0 };
        tally.set(change.kind, one);
        one.tried++;
        const report = proved(change.text, input);
        if (isFound(base, report, change)) one.found++;
        else
          missed.push(
            `${name}：${change.from} → ${change.to}（${change.text.slice(Math.max(0, change.start - 14), change.start + 12).replace(/\s/g, '')}）`,
          );
        report.findings.forEach(({ rule }) => rule !== 'P-BLANK' && byRule.set(rule, (byRule.get(rule) ?? 0) + 1));
        if (pass === 0 && isFound(bare, proved(change.text), change)) one.alone++;
      }
    }
  }
  const all = [...tally.values()].reduce((sum, { tried, found }) => ({ tried: sum.tried + tried, found: sum.found + found }), {
    tried: 0,
    found: 0,
  });
  return [
    '## 每次改错一处',
    '',
    `共 ${all.tried} 处，有工作簿和上年工作簿时发现 ${all.found} 处（${share(all.found, all.tried)}）。`,
    '',
    '| 改动 | 处数 | 有工作簿时发现 | 没有工作簿时发现（第一轮） |',
    '|---|---|---|---|',
    ...[...tally].map(([kind, { tried, found, alone }]) => `| ${kind} | ${tried} | ${found}（${share(found, tried)}） | ${alone} |`),
    '',
    `没有发现的：${missed.length === 0 ? '无' : missed.slice(0, 20).join('；')}。`,
    '',
    '由哪些规则指出（一处改动可由几条规则指出）：',
    '',
    '| 规则 | 次数 |',
    '|---|---|',
    ...[...byRule].sort((a, b) => b[1] - a[1]).map(([rule, times]) => `| ${rule} | ${times} |`),
    '',
  ];
}

interface Defect {
  readonly id: string;
  readonly document: string;
  readonly kind: string;
  readonly state: 'defect' | 'weakness' | 'acceptable' | 'style';
  readonly quote: string;
}
const squeezed = (text: string): string => text.normalize('NFKC').replace(/[\s“”"]/g, '');

/** Does a finding point at the words of a listed defect? A quote may run over the end of a paragraph. */
function points(report: ProofReport, quote: string, finding: ProofReport['findings'][number]): boolean {
  const wanted = squeezed(quote);
  const { blocks } = report.linked.document;
  const i = blocks.findIndex(
    ({ index, cells }) => index === finding.span.paragraph || cells?.some(({ paragraph }) => paragraph === finding.span.paragraph),
  );
  const [before, own, after] = [-1, 0, 1].map((step) => squeezed(blocks[i + step]?.text ?? '')) as [string, string, string];
  const words = squeezed(finding.quote);
  const here = before.length + Math.max(0, own.indexOf(words));
  const text = before + own + after;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (here < at + wanted.length && at < here + words.length) return true;
  return false;
}

/** Published texts with a list of what is wrong with them: `--published FOLDER [--workbooks FOLDER]`, not part of this project. */
async function publishedTexts(folder: string, books: string | undefined): Promise<readonly string[]> {
  const defects = JSON.parse(readFileSync(path.join(folder, 'defects.json'), 'utf8')) as readonly Defect[];
  const lines = [
    '## 公开的说明（他人写的，连同错误清单）',
    '',
    '| 文件 | 工作簿 | 缺陷 | 弱点 | 可接受而误报 | 清单之外的错误级 |',
    '|---|---|---|---|---|---|',
  ];
  for (const file of [...new Set(defects.map(({ document }) => document))]) {
    const document = documentOf(file, textParagraphs(decodeText(new Uint8Array(readFileSync(path.join(folder, file))), file)));
    const stem = file.replace(/^\d{4}-|\.txt$/g, '');
    for (const input of [undefined, books === undefined ? undefined : await booksOf(books, stem)]) {
      const report = await proofread(document, input);
      const own = defects.filter((one) => one.document === file);
      const used = new Set<unknown>();
      const hits = own.map((defect) => report.findings.filter((one) => points(report, defect.quote, one) && used.add(one)).length > 0);
      const of = (state: Defect['state']): string =>
        `${own.filter((one, i) => one.state === state && hits[i]).length}/${own.filter((one) => one.state === state).length}`;
      const outside = report.findings.filter((one) => one.severity === 'error' && !used.has(one));
      lines.push(
        `| ${file} | ${input ? '有' : '无'} | ${of('defect')} | ${of('weakness')} | ${of('acceptable')} | ${outside.map(({ rule, quote }) => `${rule}“${quote.trim().slice(0, 20)}”`).join('；') || '无'} |`,
      );
      if (books === undefined || (input === undefined && (await booksOf(books, stem)) === undefined)) break;
    }
  }
  return [...lines, ''];
}

async function booksOf(folder: string, stem: string): Promise<ReportInput | undefined> {
  try {
    const read = async (year: number, role: '本年' | '上年'): Promise<ReportInput['years']['now']> => {
      const file = path.join(folder, `${stem}-${year}.xlsx`);
      return (await readWorkbook(openWorkbook(new Uint8Array(readFileSync(file)), file, role))).facts;
    };
    return { years: { now: await read(2024, '本年'), before: await read(2023, '上年') }, supplements: parseSupplement({}, '补充信息') };
  } catch {
    return undefined;
  }
}

/** What each figure states, as a person has read it once, against what is read here. */
async function links(folder: string | undefined, books: string | undefined): Promise<readonly string[]> {
  const own = path.join(__dirname, '../proof/links');
  const line = (name: string, { figures, linked, right, sentences, sentencesRight, invented }: LinkScore): string =>
    `| ${name} | ${figures} | ${linked}（${share(linked, figures)}） | ${right}（${share(right, linked)}） | ${sentencesRight}/${sentences}（${share(sentencesRight, sentences)}） | ${invented} |`;
  const lines = readdirSync(own).map((file) => line(file, annotatedScore(readFileSync(path.join(own, file), 'utf8'), linkFacts)));
  const lists = path.join(__dirname, 'links');
  for (const file of folder === undefined ? [] : readdirSync(lists)) {
    const text = path.join(folder!, file.replace(/links$/, 'txt'));
    const input = books === undefined ? undefined : await booksOf(books, file.replace(/^\d{4}-|\.links$/g, ''));
    if (!existsSync(text)) continue;
    const document = documentOf(file, textParagraphs(decodeText(new Uint8Array(readFileSync(text)), file)));
    const wanted = readFileSync(path.join(lists, file), 'utf8').trim().split('\n');
    const notes = wanted.map((one) => one.slice(one.indexOf(' ') + 1));
    lines.push(line(path.basename(text), scoreOf(link(document, input ? { facts: input.years.now } : {}), notes)));
  }
  return [
    '## 读懂了没有（每个数说的是什么，人工逐个读过）',
    '',
    '各省样文是自己照各省说法写的，没有读出的说法后来教给了程序；第一次读时，山东读对 98%，浙江、广东 88%，广西 83%，云南 79%，湖南 76%，福建 73%，江苏 69%，重庆 55%，其余几乎都是没有读出（灰色），不是读错。湖北、河南、陕西、北京和安徽三公的样文后来仿照他人公开的说明另写：第一次读时，安徽三公读对 91%，河南 89%（4 处读错），湖北 87%，北京 61%（1 处误读），陕西 52%，单独一篇的三公说明一个也没有读出；那时北京、安徽的写法误报 18 处（与本年预算比较当作年度写错）。',
    '',
    '| 文件 | 报表里有的数 | 读出 | 读对 | 全句读对 | 不是报表里的数而误读 |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
  ];
}

/** The sections of the file by their titles, the head under ''. */
function sectionsOf(text: string): Map<string, string> {
  const parts = text.split(/^(?=## )/m);
  return new Map(parts.map((part) => [/^## (.*)/.exec(part)?.[1] ?? '', part.trimEnd()]));
}

/**
 * `accuracy [--published FOLDER] [--workbooks FOLDER]`: measures 校对 and writes docs/accuracy.md. With `--quick` only what
 * takes seconds: the other sections stay as they were measured last.
 */
export async function main(args: readonly string[]): Promise<void> {
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const folder = option('--published');
  const measured = [
    ...(folder === undefined ? [] : await publishedTexts(folder, option('--workbooks'))),
    ...(await links(folder, option('--workbooks'))),
    ...(args.includes('--quick') ? [] : [...(await silence()), ...(await changed())]),
  ];
  const head = '# 校对的准确度\n\n<!-- 由 npm run accuracy 生成，不要手工修改。 -->';
  const old = args.includes('--quick') && existsSync(FILE) ? sectionsOf(readFileSync(FILE, 'utf8')) : new Map<string, string>();
  const all = new Map([...sectionsOf(measured.join('\n')), ...[...old].filter(([title]) => !measured.includes(`## ${title}`))]);
  all.delete('');
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${[head, ...all.values()].join('\n\n')}\n`);
  console.log(measured.join('\n'));
}
