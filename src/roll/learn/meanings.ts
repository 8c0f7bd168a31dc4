import type { FactSet } from '../../facts/fact-set';
import { definitionOf } from '../../narrative/glossary/definitions';
import { generalTerms } from '../../narrative/glossary/general';
import { copiedMeaning } from '../../proof/checks/items';
import { bareName, codeNames, pathsIn } from '../../proof/links/items';
import type { ProofDocument } from '../../proof/text/document';
import { plainOf } from '../../proof/text/plain';
import { topicsOf } from '../../proof/links/topics';

/** A template's note, a year, a blank: no meaning of the unit's own. */
const notOwn = /(?:19|20)\d\d年|【|请|XX|××|^（|删除|填写|（收入类型）/;
const shortest = 8;
const bare = (term: string): string => plainOf(term).text;

/**
 * 名词解释 in the unit's own words: by general term or code of a 项. A term that is explained twice, or in the words of
 * another, is left to ours: last year's slips are not carried on.
 */
export function meaningsOf({ blocks }: ProofDocument, facts: FactSet): Readonly<Record<string, string>> {
  const topics = topicsOf(blocks);
  const names = codeNames(facts)!;
  const found = new Map<string, string[]>();
  blocks.forEach(({ kind, plain, text, marker }, i) => {
    if (kind !== 'paragraph' || topics[i] !== 'glossary') return;
    const [, term = '', words = ''] =
      /^\s*(?:\d+\s*[.．、]|[一二三四五六七八九十]+\s*、)?\s*([^：:]{2,90}?)\s*[：:]\s*(.+?)[。\s]*$/s.exec(text) ?? [];
    const meaning = words.replace(/\s+/g, '');
    if (!/^(?:指|反映|为)/.test(meaning) || meaning.length < shortest || notOwn.test(meaning)) return;
    const [path] = pathsIn(plain.text, marker?.length ?? 0);
    const item = path?.parts[path.parts.length - 1];
    const code = path && item?.level === '项' ? names.codeOf(path.parts) : undefined;
    const isNamed = code !== undefined && item !== undefined && bareName(names.nameOf(code) ?? '') === bareName(item.name);
    if (isNamed && copiedMeaning(bareName(item.name), meaning) !== undefined) return;
    const key = path ? (isNamed ? code : undefined) : Object.keys(generalTerms).find((id) => bare(generalTerms[id]!.term) === bare(term));
    const ours = key !== undefined && (generalTerms[key]?.text ?? definitionOf(key, names.nameOf(key)));
    if (key !== undefined && ours !== meaning) found.set(key, [...(found.get(key) ?? []), meaning]);
  });
  return Object.fromEntries([...found].flatMap(([key, all]) => (all.length === 1 ? [[key, all[0]!]] : [])));
}
