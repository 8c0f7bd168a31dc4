import { readFileSync } from 'node:fs';

/**
 * How much of a published 情况说明 stands in ours, sentence by sentence:
 * node tests/kit/run-ts.mjs tests/measure/sentences.ts PUBLISHED.txt OURS.txt
 * A sentence is told by its words without figures; its figures are then held against each other. What differs is printed
 * for a person to judge: theirs or ours.
 */
const [publishedPath, oursPath] = process.argv.slice(2);

/** Pages break lines anywhere: all of it is one line, cut at full stops and before numbered lines. */
function sentencesOf(path: string): readonly string[] {
  const all = readFileSync(path, 'utf8')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/⑴|⑵|⑶|⑷|⑸|⑹|⑺/g, '');
  const from = all.search(/第二部分\d{4}年度|\d{4}年度(部门|单位)?决算情况说明/);
  const text = all.slice(Math.max(0, from)).replace(/(第三部分)?名词解释.*$/, '');
  return text
    .replace(/\((注|图\d*)[^)]*\)+|\((柱|饼)状图\)/g, '')
    .split(/。|(?=\d{1,2}[.、](?!\d))|(?<=其中:)|(?<=情况如下:)/)
    .map((sentence) =>
      sentence
        .replace(/^\(?\d{1,2}\)?[.、)]/, '')
        .replace(/^.*(情况说明|总体情况|结构情况|具体情况|支出情况|使用情况|管理情况)(?=\d{4}年|截至|根据)/, ''),
    )
    .filter((sentence) => sentence.length > 6 && /[\u4e00-\u9fff]{4}/.test(sentence));
}

/** What a template wants to be filled in or crossed out, and was left as it stood. */
const leftOver = /(?:无|主要用于)?\((?:具体|团组名称)[^)]*\)/;
/** The words without figures; of an enumeration its head, as each unit has its own items. */
const skeleton = (sentence: string): string =>
  sentence
    .replace(/(?<=主要包括:).*$/, '')
    .replace(/相比持平/g, '持平')
    .replace(/[\d.,%()、:;“”"'-]/g, '');
const pairs = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  // A short sentence may stand within a longer one of ours.
  const within = a.size === 0 ? 0 : common / a.size;
  return a.size + b.size === 0 ? 0 : Math.max((2 * common) / (a.size + b.size), within >= 0.99 ? 0.5 : 0);
}
const figures = (sentence: string): readonly string[] => [...sentence.matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => String(Number(digits)));
/** Zero items that a template lists are no figures of the unit. */
const meant = (sentence: string): readonly string[] => figures(sentence).filter((figure) => figure !== '0');

const published = sentencesOf(publishedPath!);
const ours = sentencesOf(oursPath!);
const ourPairs = ours.map((sentence) => pairs(skeleton(sentence)));

const count = { present: 0, figures: 0, missing: 0, leftOver: 0 };
for (const sentence of published) {
  const own = pairs(skeleton(sentence));
  const ranked = ours
    .map((text, i) => ({ text, like: likeness(own, ourPairs[i]!), same: meant(sentence).filter((f) => meant(text).includes(f)).length }))
    .sort((a, b) => b.like + b.same * 0.1 - (a.like + a.same * 0.1));
  const best = ranked[0];
  if (leftOver.test(sentence)) {
    count.leftOver += 1;
    console.log(`残  ${sentence}`);
    continue;
  }
  if (!best || best.like < 0.45) {
    count.missing += 1;
    console.log(`缺  ${sentence}`);
    continue;
  }
  const theirs = meant(sentence).filter((figure) => !figures(best.text).includes(figure));
  if (theirs.length === 0) count.present += 1;
  else {
    count.figures += 1;
    console.log(`数  ${sentence}\n    ${best.text}\n    只在公开文本：${theirs.join('、')}`);
  }
}
console.log(
  `公开 ${published.length} 句：同 ${count.present}，数不同 ${count.figures}，缺 ${count.missing}，范本残留 ${count.leftOver}；本文 ${ours.length} 句`,
);
