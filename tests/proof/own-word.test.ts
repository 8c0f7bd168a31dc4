import { toDocx } from '../../src/adapters/docx/docx';
import { openText } from '../../src/adapters/word/open-text';
import { COMMENT_AUTHOR, withFindings } from '../../src/adapters/word/proof-text';
import { proofread } from '../../src/app/proof';
import { annexes } from '../../src/narrative/annexes/annexes';
import { profileById } from '../../src/narrative/profiles/index';
import { published } from '../../src/narrative/published';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import type { WordFile } from '../../src/ooxml/word/file';
import { editWord } from '../../src/ooxml/word/write';
import { inflate, readZip } from '../../src/ooxml/zip-read';
import { goldenCases, type Case } from './texts';

async function wordOf({ input, profile }: Case): Promise<Uint8Array> {
  const own = profileById(profile)!;
  return toDocx(published(writeReport(input, sections, own)), { annexes: annexes(input.years.now, own.budget) });
}

const commentsOf = (bytes: Uint8Array): readonly string[] => {
  const entry = readZip(bytes).find(({ name }) => name === 'word/comments.xml');
  const xml = entry ? new TextDecoder().decode(inflate(entry)) : '';
  return [...xml.matchAll(/<w:comment .*?<\/w:comment>/gs)].map(([comment]) => comment.replace(/<[^>]*>/g, ''));
};
/** A note that 承上年 has left at the first words: the author is the same. */
const commented = (word: WordFile, text: string): Uint8Array =>
  editWord(word, [{ kind: 'comment', paragraph: 0, start: 0, end: 1, text }], { author: COMMENT_AUTHOR, date: '2025-01-01T00:00:00Z' });

test('our own Word files with their 公开表 and charts: nothing is found in them, with the workbook and without', async () => {
  const wrong: string[] = [];
  for (const one of await goldenCases()) {
    const { document } = openText(await wordOf(one), 'x.docx');
    for (const [how, input] of [
      ['有工作簿', one.input],
      ['没有', undefined],
    ] as const) {
      const { findings, against } = await proofread(document, input);
      if (!input && against !== 'tables') wrong.push(`${one.name} ${how}: against ${against}`);
      wrong.push(
        ...findings
          .filter(({ rule }) => rule !== 'P-BLANK')
          .map(({ rule, quote, message }) => `${one.name} ${how} ${rule} ${quote}：${message}`),
      );
    }
  }
  expect(wrong).toEqual([]);
});

test('comments change the document, the list of comments and what names it; every other part stays byte for byte', async () => {
  const [one, other] = await goldenCases();
  const bytes = await wordOf(one!);
  const { document, word } = openText(bytes, 'x.docx');
  // The figures of another unit give findings in every part.
  const report = await proofread(document, other!.input);
  const { findings } = report;
  expect(findings.length).toBeGreaterThan(20);
  const before = new Map(readZip(bytes).map((entry) => [entry.name, entry]));
  const changed = readZip(withFindings(word!, report, findings, '2025-01-01T00:00:00Z'))
    .filter(({ name, raw }) => Buffer.compare(Buffer.from(before.get(name)?.raw ?? []), Buffer.from(raw)) !== 0)
    .map(({ name }) => name);
  expect(changed.sort()).toEqual(['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/comments.xml', 'word/document.xml']);
});

test('proofread again, a file has the new comments instead of the old; comments of others stay', async () => {
  const [one, other] = await goldenCases();
  const first = openText(await wordOf(one!), 'x.docx');
  const wrong = await proofread(first.document, other!.input);
  const once = withFindings(first.word!, wrong, wrong.findings, '2025-01-01T00:00:00Z');
  const again = openText(once, 'x.docx');
  expect(commentsOf(again.word!.bytes)).toEqual([]);
  const report = await proofread(again.document, other!.input);
  expect(report.findings.map(({ message }) => message)).toEqual(wrong.findings.map(({ message }) => message));
  const twice = withFindings(again.word!, report, report.findings, '2025-01-02T00:00:00Z');
  expect(commentsOf(twice)).toHaveLength(wrong.findings.length);
  const theirs = commented(first.word!, '请领导审定');
  expect(commentsOf(openText(theirs, 'x.docx').word!.bytes)).toEqual(['请领导审定']);
});

test('a file that turns out to be damaged when the comments are written is named', async () => {
  const [one] = await goldenCases();
  const { document, word } = openText(await wordOf(one!), '某局说明.docx');
  const report = await proofread(document, undefined);
  const cut = { ...word!, bytes: word!.bytes.subarray(0, 100) };
  expect(() => withFindings(cut, report, report.findings, '2025-01-01T00:00:00Z')).toThrow(/^某局说明\.docx：文件内部已损坏/);
});
