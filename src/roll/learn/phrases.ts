import type { Phrases } from '../../narrative/profile';

/** `{本年}` and `{上年}` in the place of the two years. */
const general = (text: string, year: number): string => text.replaceAll(String(year), '{本年}').replaceAll(String(year - 1), '{上年}');

const lastYear = String.raw`(?:(?:19|20)\d\d年度?|上年度?|去年)`;

/** Where the words of a phrase stand in a text; group 1 is the phrase. */
const places: { readonly [Name in keyof Phrases]: RegExp } = {
  total: /((?:收、支|收支|收入支出|收入、支出|收入总计、支出|收入总计和支出)(?:决算)?总计)(?=均为|各为|为|各|\d)/g,
  totalIs: /总计(均为|各为|为|)(?=\d)/g,
  each: /总计(均|各|分别|)(?=增加|减少)/g,
  comparedWith: new RegExp(`((?:与|和|同|较|比)${lastYear}(?:决算数?)?(?:相比|比较|对比|))(?=，)`, 'g'),
  than: new RegExp(`((?:比|较)${lastYear}(?:决算数?)?)(?=增加|减少)`, 'g'),
  thanLastYear: new RegExp(`((?:比|较)${lastYear}(?:决算数?)?)(?=增加|减少)`, 'g'),
  lastYear: new RegExp(`[与和同](${lastYear})(?:决算数?)?(?=(?:基本)?持平)`, 'g'),
  changeReason: /((?:主要)?(?:增减变动|变动|增减|变化)?的?(?:主要)?原因(?:是|为|：))/g,
  reason: /((?:主要)?(?:增减变动|变动|增减|变化)?的?(?:主要)?原因(?:是|为|：))/g,
  yearEnd: /(截[至止](?:19|20)\d\d年12月(?:31日|底|末)?)/g,
  completes: /(完成(?:全年|年初|调整)?预算数?(?:的|为)?)(?=\d)/g,
  noBudget: /((?:年初)?未安排(?:年初|全年)?预算|无(?:年初)?预算安排)/g,
};

const names = Object.keys(places) as (keyof Phrases)[];

/** What the document may mean by each phrase, the most frequent first. */
export function phraseCandidates(text: string, year: number): ReadonlyMap<keyof Phrases, readonly string[]> {
  return new Map(
    names.map((name) => {
      const counts = new Map<string, number>();
      for (const [, words = ''] of text.matchAll(places[name])) {
        const phrase = general(words, year);
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
      return [name, [...counts].sort((a, b) => b[1] - a[1]).map(([words]) => words)] as const;
    }),
  );
}
