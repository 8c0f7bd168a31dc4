import { negate } from '../facts/arithmetic';
import { yuan } from '../facts/money';
import { printed, say, stating, type Phrase } from '../facts/phrase';
import { countText } from '../kernel/count-text';
import { formName } from '../layouts/keys';
import { tracedOf } from './cells';
import { differenceAt, type SumComparison } from './compare';
import type { AddingMistake } from './hypotheses';
import type { WholeCause, CauseRule, PlaceDifference, UnitBook, UnitVersions } from './model';
import type { RestKind } from './rest';
import type { Vector } from './vector';
import { bookWords, sides } from './words';

/** Places at which a person looks first: the totals of 财决01表. */
const leads = ['Z01|收入总计|决算数', 'Z01|本年支出合计|决算数', 'Z01|本年收入合计|决算数'];

const bySize = (a: PlaceDifference, b: PlaceDifference): number => b.difference.value.abs().comparedTo(a.difference.value.abs());

/** The differences at these places, the one to look at first in front. */
function shownAt(comparison: SumComparison, keys: readonly string[]): readonly PlaceDifference[] {
  const own = keys.map((key) => differenceAt(comparison, key));
  if (own.length === 0) return own;
  const lead = leads.map((key) => own.find(({ place }) => place.key === key)).find((one) => one) ?? [...own].sort(bySize)[0]!;
  return [lead, ...own.filter((one) => one !== lead)];
}

interface Words {
  readonly rule: CauseRule;
  readonly likely: string;
  readonly start: Phrase;
  readonly hint: string;
  readonly book?: UnitBook;
}

function causeOf({ rule, likely, start, hint, book }: Words, places: readonly PlaceDifference[]): WholeCause {
  const [lead] = places;
  const more = places.length > 1 ? printed(`，共 ${countText(places.length)} 格`) : printed('');
  return {
    rule,
    likely,
    message: lead ? say`${start}：${sides(lead)}${more}。` : say`${start}。`,
    hint,
    ...(book ? { unit: book.unit, file: book.file } : {}),
    cells: places.map(({ at }) => at),
    ...(lead ? { difference: lead.difference } : {}),
    places,
  };
}

/** A mistake of adding up, in words. */
export function causeOfMistake(
  one: AddingMistake,
  comparison: SumComparison,
  units: readonly UnitVersions[],
  { ties, rest }: { readonly ties: readonly AddingMistake[]; readonly rest: Vector },
): WholeCause {
  const places = shownAt(
    comparison,
    [...one.delta.keys()].filter((key) => comparison.difference.has(key)),
  );
  const versions = one.unit === undefined ? undefined : units[one.unit];
  const book = versions?.books[0];
  const name = book ? `“${book.unit}”` : '汇总表';
  const like = ties.length > 0 ? `（数字相同的还有${ties.map(({ unit }) => `“${units[unit!]!.unit}”`).join('、')}）` : '';
  const beside = [...one.delta.keys()].some((key) => rest.has(key)) ? '除另列的格外，' : '';
  const exact = (what: string): Phrase =>
    say`${printed(book ? bookWords(book) : '汇总表')}${printed(`${what}${like}，${beside}差额恰好是该单位的数`)}`;
  switch (one.kind) {
    case 'omitted':
      return causeOf(
        { rule: 'C-OMITTED', likely: `${name}没有汇入`, start: exact('没有汇入'), hint: '把该单位的报表加进去，重新汇总。', book },
        places,
      );
    case 'twice': {
      const second = one.other === undefined ? undefined : versions!.books[1 + one.other]!.file;
      const start = exact(second === undefined ? '汇入了两次' : `和它的另一个版本“${second}”都汇入了`);
      return causeOf({ rule: 'C-TWICE', likely: `${name}重复汇入`, start, hint: '去掉重复的一份，重新汇总。', book }, places);
    }
    case 'formOmitted':
    case 'formTwice': {
      const form = formName(one.table!);
      const what = one.kind === 'formOmitted' ? '没有汇入' : '重复汇入';
      return causeOf(
        {
          rule: 'C-FORM',
          likely: `${name}的${form}${what}`,
          start: exact(`的${form}${what}`),
          hint: '只有这一张表不对，重新汇总这张表。',
          book,
        },
        places,
      );
    }
    case 'money':
    case 'wholeMoney': {
      const way = one.by === '×' ? '大了一万倍' : '只有万分之一';
      const start = say`${printed(book ? bookWords(book) : '汇总表')}${printed(`的金额汇入后${way}，金额单位弄错了（元、万元），张、辆、人等计数不受影响`)}`;
      const hint = book ? '核对该单位报表表头印的金额单位和汇总时的换算，改正后重新汇总。' : '核对汇总表表头印的金额单位。';
      return causeOf({ rule: 'C-MONEY', likely: `${name}的金额单位弄错（元、万元）`, start, hint, book }, places);
    }
    case 'version':
    case 'elimination': {
      const other = versions!.books[1 + one.other!]!;
      return versionCause(book!, other, places);
    }
  }
}

/** The 汇总 holds another of a unit's workbooks than the one it was set against. */
export function versionCause(book: UnitBook, inWhole: UnitBook, places: readonly PlaceDifference[]): WholeCause {
  return causeOf(
    {
      rule: 'C-VERSION',
      likely: `“${book.unit}”有几个版本，汇入的是“${inWhole.file}”`,
      start: say`${printed(`“${book.unit}”的“${inWhole.file}”与“${book.file}”不同，汇总表用的是“${inWhole.file}”；按“${book.file}”比较`)}`,
      hint: '确认哪一份是定稿：如果不是汇入的那一份，汇入的是旧版本，换成定稿重新汇总；并只留定稿。',
      book: inWhole,
    },
    places,
  );
}

/** What no simple mistake explains, in words. */
export function causeOfRest(
  kind: RestKind,
  comparison: SumComparison,
  units: readonly UnitVersions[],
  { unread, rest }: { readonly unread: readonly string[]; readonly rest: Vector },
): WholeCause {
  const cause = restCause(kind, comparison, units, unread);
  const [lead] = cause.places;
  const left = lead && rest.get(lead.place.key);
  if (!left || left.equals(lead.difference.value)) return cause;
  // What other causes move at the same place is theirs.
  const own = lead.difference.unit === '元' ? `${yuan(left)} 元` : left.toString();
  return { ...cause, message: say`${cause.message}扣除前面的原因，这一格还差 ${stating(own, lead.difference)}。` };
}

function restCause(rest: RestKind, comparison: SumComparison, units: readonly UnitVersions[], unread: readonly string[]): WholeCause {
  switch (rest.kind) {
    case 'cell': {
      const places = rest.keys.map((key) => differenceAt(comparison, key));
      const [lead] = places;
      const totals = places.length > 1 ? '及其合计' : '';
      const start = say`${printed(`汇总表${formName(lead!.place.table)} ${lead!.at.a1} 一格${totals}与各单位合计不等，同一科目在其他表是平的`)}`;
      return causeOf({ rule: 'C-CELL', likely: '汇总表的一个单元格被改写', start, hint: '把这一格改成各单位的合计数。' }, places);
    }
    case 'changed': {
      const places = shownAt(comparison, rest.keys);
      const books = rest.units.map((unit) => units[unit]!.books[0]);
      const [book, other] = books;
      const names = books.map(({ unit }) => `“${unit}”`).join('或');
      const where = other ? `几个单位都有数的格里（${names}）` : `${bookWords(book!)}有数的格里`;
      const who = other ? `其中一个单位` : '该单位';
      const start = say`${printed(`各表的差额互相衔接，都落在${where}：汇入的很可能是${who}的另一个版本（旧版本），差额就是两版之间的改动`)}`;
      const hint = `请${who}核对前后两次上报的改动；有另一版文件时一并放进来，可以证实。`;
      const cause = causeOf({ rule: 'C-VERSION', likely: `${names}汇入的是旧版本`, start, hint, ...(other ? {} : { book }) }, places);
      return { ...cause, candidates: books.map(({ unit }) => unit) };
    }
    case 'extra': {
      const places = shownAt(comparison, rest.keys);
      const files = unread.length > 0 ? `（没能采用的文件有：${unread.join('、')}）` : '';
      const start = say`${printed(`汇总表各表都多出一份数，像是一个没有给出的单位${files}`)}`;
      const hint = '补上这个单位的报表再核对；没有这样的单位，就是某个单位汇入的版本比给出的多了这些数。';
      return causeOf({ rule: 'C-EXTRA', likely: '汇总表多出一份数，像是还有一个单位没有给出', start, hint }, places);
    }
    case 'unknown': {
      const places = shownAt(comparison, rest.keys);
      const form = rest.table === undefined ? '各表' : formName(rest.table);
      const start = say`${printed(`汇总表${form}多处与各单位合计不等`)}`;
      return causeOf({ rule: 'C-OTHER', likely: `${form}多处不等，原因不明`, start, hint: '逐格核对，或重新汇总。' }, places);
    }
  }
}

/** Places that could not be compared: nothing is taken for a zero. */
export function unreadCauses({ lacking, odd, whole }: SumComparison): readonly WholeCause[] {
  const absent = lacking.map(({ what, places }): WholeCause => {
    const table = places[0]!.place.table;
    const sheet = whole.facts.tables.get(table)?.sheet;
    const start = what === '' ? `汇总表没有${formName(table)}，各单位有数` : `汇总表：${what}，各单位有数`;
    return {
      rule: 'C-ABSENT',
      likely: what === '' ? `汇总表缺${formName(table)}` : '汇总表缺行或缺栏',
      message: say`${printed(`${start}，共 ${countText(places.length)} 格没有核对`)}。`,
      hint: '补上后再核对。',
      difference: negate(tracedOf(places[0]!)),
      cells: sheet === undefined ? places.map(({ facts }) => facts[0].at) : [{ book: whole.facts.book, sheet, a1: 'A1' }],
      places: [],
    };
  });
  const texts = odd.map(({ at, label, text, place }): WholeCause => ({
    rule: 'C-TEXT',
    likely: '金额单元格不是数字',
    message: say`${printed(`${at.book.unit === '' ? '' : `“${at.book.unit}”`}${formName(place.table)} ${at.a1}（${label}）是“${text}”，不是数字，没有核对`)}。`,
    hint: '改成数字后再核对。',
    cells: [at],
    places: [],
  }));
  return [...absent, ...texts];
}
