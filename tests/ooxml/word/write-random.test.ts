import fc from 'fast-check';
import type { WordEdit } from '../../../src/ooxml/word/edits';
import { readWord } from '../../../src/ooxml/word/file';
import { editWord } from '../../../src/ooxml/word/write';
import { by, docx, paragraph, read, run, texts } from './docx';

describe('whatever the document and the changes', () => {
  const word = fc.string({
    unit: fc.constantFrom('甲', '1', '.', '%', ' ', '&amp;', '&lt;', '&#22235;', '𠮷', '　'),
    minLength: 1,
    maxLength: 6,
  });
  const plain = word.chain((text) =>
    fc.constantFrom('', '<w:b/>', '<w:rPrChange w:id="3"><w:rPr/></w:rPrChange>').map((look) => run(text, look)),
  );
  const mixed = fc
    .tuple(word, word)
    .map(([a, b]) => `<w:r><w:rPr><w:i/></w:rPr><w:t>${a}</w:t><w:tab/><w:t xml:space="preserve">${b}</w:t><w:br/></w:r>`);
  const piece = fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 2, arbitrary: mixed },
    plain.map((inner) => `<w:hyperlink>${inner}</w:hyperlink>`),
    plain.map((inner) => `<w:del w:id="5" w:author="张三">${inner.replace(/w:t\b/g, 'w:delText')}</w:del>`),
    fc.constant('<w:bookmarkStart w:id="9"/><w:bookmarkEnd w:id="9"/>'),
  );
  const theirs = fc.array(plain, { minLength: 1, maxLength: 3 }).map((all) => `<w:ins w:id="6" w:author="张三">${all.join('')}</w:ins>`);
  const body = (foreign: boolean) =>
    fc.array(fc.array(foreign ? fc.oneof(piece, theirs) : piece, { maxLength: 5 }), { minLength: 1, maxLength: 4 });
  const cuts = fc.array(
    fc.tuple(fc.nat(), fc.nat(30), fc.nat(8), fc.string({ unit: fc.constantFrom('新', '9', '\t', '&', '<'), maxLength: 4 }), fc.boolean()),
    { maxLength: 6 },
  );

  const check = (shape: readonly (readonly string[])[], wanted: readonly (readonly [number, number, number, string, boolean])[]): void => {
    const before = docx(shape.map((inner) => paragraph(inner.join(''))).join(''));
    const file = readWord(before);
    const now = read(before);
    const taken: { p: number; from: number; to: number }[] = [];
    const edits: WordEdit[] = [];
    const fresh = now.map((text) => text.split(''));
    for (const [which, at, length, text, comment] of wanted) {
      const p = which % now.length;
      const from = Math.min(at, now[p]!.length);
      const to = Math.min(from + length, now[p]!.length);
      if (comment) edits.push({ kind: 'comment', paragraph: p, start: from, end: to, text: '注' });
      const half = [from, to].some((i) => /[\udc00-\udfff]/.test(now[p]![i] ?? ''));
      if (half || (from === to && text === '') || taken.some((one) => one.p === p && one.from <= to && from <= one.to)) continue;
      taken.push({ p, from, to });
      edits.push({ kind: 'replace', paragraph: p, start: from, end: to, text });
      if (from === to) fresh[p]!.splice(from, 0, '');
      for (let i = from; i < to; i++) fresh[p]![i] = '';
      if (to > from) fresh[p]![from] = text;
      else {
        fresh[p]!.splice(from, 1);
        fresh[p]![from] = text + (fresh[p]![from] ?? '');
      }
    }
    const saved = editWord(file, edits, by);
    expect(texts(saved, 'accept')).toEqual(fresh.map((all) => all.join('')));
    expect(texts(saved, 'reject')).toEqual(texts(before, 'reject'));
    expect(read(saved)).toEqual(fresh.map((all) => all.join('')));
  };

  test('accepting gives exactly the new text, rejecting exactly the old', () => {
    fc.assert(fc.property(body(false), cuts, check), { numRuns: 300 });
  });
  test('also among the changes of somebody else', () => {
    fc.assert(fc.property(body(true), cuts, check), { numRuns: 300 });
  });
});
