import type { Measure } from './measure';
import { nameAtEnd } from './naming';
import * as say from './phrases';
import type { NumberToken } from './tokens';
import type { Topic } from './topics';
import { measures } from './measures';
import { batchesOf, countNames, personsOf } from './vocabulary';

/** What the numbers before have spoken of. */
export interface CountContext {
  /** Batches or groups, whose persons may follow. */
  readonly batches?: Measure;
  /** Batches in front of the brackets that hold these: …139批次（其中外事接待0批次），1205人次 (安徽). */
  readonly outer?: Measure;
  readonly persons?: Measure;
  /** Cars that are split by type. */
  readonly cars?: 'kept' | 'bought';
  /** Amount of the type of car just counted. */
  readonly price?: Measure;
}

const units: Readonly<Record<string, string>> = {
  [measures.groups.id]: '次个批',
  [measures.travellers.id]: '人次',
  [measures.bought.id]: '辆量台',
  [measures.kept.id]: '辆量台',
  [measures.domesticBatches.id]: '批次个',
  [measures.foreignBatches.id]: '批次个',
  [measures.foreignPlaceBatches.id]: '批次个',
};
const fits = (measure: Measure, word: string): boolean => {
  if (/设备/.test(measure.name)) return /台|套/.test(word);
  return (units[measure.id] ?? '辆量').includes(word[0]!);
};

const typed = (state: 'kept' | 'bought', type: string, price: boolean): Measure => ({
  id: `文字.公务用车${state === 'kept' ? '保有量' : '购置'}.${type}${price ? '金额' : ''}`,
  name: `${state === 'kept' ? '' : '购置'}${type}${price ? '金额' : ''}`,
  unit: price ? '元' : 'count',
  keys: [],
  supplied: `vehicles.${state}.${type}${price ? '.amount' : ''}`,
});

interface Counted {
  readonly measure: Measure;
  readonly context: CountContext;
}

/** What a count means: `words` stand between it and the number before, `text` is the whole paragraph. */
export function readCount(
  token: NumberToken,
  words: string,
  text: string,
  topic: Topic,
  context: CountContext,
  subject?: Measure,
): Counted | undefined {
  if (topic === 'performance') return project(token, words, text, context);
  const type = say.carTypes.exec(words)?.[1];
  if (token.unitWord === '辆' && type && context.cars && /^[，、：]?(?:其中：?)?[^，、：]*$/.test(words)) {
    const measure = typed(context.cars, type, false);
    return { measure, context: { ...context, price: typed(context.cars, type, true) } };
  }
  const batch = words.startsWith('）') ? context.outer : context.batches;
  const persons = batch && personsOf[batch.id];
  if (
    persons &&
    /^）?(?:团组)?[，、]?(?:共计?|累计)?(?:接待)?(?:(?:国内)?来宾|来访外宾|总?人[次数])?(?:共|为)?$/.test(words) &&
    /^人/.test(token.unitWord)
  ) {
    return { measure: persons, context: { ...context, persons } };
  }
  const batches =
    /^(?:，(?:主要用于[^，。；]*，)?)?(?:共计?|累计|主要用于)?接待$/.test(words) && token.unitWord === '批次' && subject
      ? batchesOf[subject.id]
      : undefined;
  if (batches) return { measure: batches, context: { batches } };
  const found = nameAtEnd(words, countNames(topic), say.connector);
  // 本单位组织的出国团组1个，参加其他单位出国团组2个: the form knows only all of them (福建).
  if (!found || /(?:组织|其他单位)的?$/.test(words.slice(0, found.start))) return undefined;
  // 因公出国（境）共计2个团组 (重庆)
  const isGroups = found.measure.id === measures.travellers.id && text.startsWith('团组', token.end);
  const measure = isGroups ? measures.groups : found.measure;
  const guests = personsOf[measure.id];
  // （其中外事接待0人次）
  if (guests && /^人/.test(token.unitWord) && /接待$/.test(words)) {
    return { measure: guests, context: { ...context, ...(context.outer ? { batches: context.outer } : {}), persons: guests } };
  }
  if (!fits(measure, token.unitWord)) return undefined;
  const outer = /^（/.test(words) ? context.batches : undefined;
  const cars = measure.id === measures.kept.id ? 'kept' : measure.id === measures.bought.id ? 'bought' : context.cars;
  return { measure, context: { ...(cars ? { cars } : {}), ...(guests ? { batches: measure } : {}), ...(outer ? { outer } : {}) } };
}

function project(token: NumberToken, words: string, text: string, context: CountContext): Counted | undefined {
  const after = text.slice(token.end);
  const found =
    token.unitWord === '个'
      ? (say.projectsBehind.find(([, , form]) => form.test(after)) ?? say.projectsInFront.find(([, , form]) => form.test(words)))
      : undefined;
  if (found) {
    const [supplied, name] = found;
    return { measure: { id: `文字.${name}`, name, unit: 'count', keys: [], supplied }, context };
  }
  if (token.unit === '分' && say.scoreEnd.test(words)) {
    return { measure: { id: '文字.绩效自评得分', name: '绩效自评得分', unit: '分', keys: [], supplied: 'performance.score' }, context };
  }
  return undefined;
}
