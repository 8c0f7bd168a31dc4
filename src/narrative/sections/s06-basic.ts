import type { Table } from '../../facts/fact-set';
import { economicGroups } from '../../layouts/codes/economic';
import { formName } from '../../layouts/keys';
import { minus, sum } from '../../facts/arithmetic';
import type { Fact } from '../../facts/traced';
import type { Desk } from '../desk';
import type { Inline } from '../document';
import { firstKnown, isKnown, isZero, type AmountOrGap } from '../input';
import { economicWords } from '../names';
import { blank, joined, paragraph, printed, say, sentence, stating, type Phrase } from '../say';
import { section } from '../section';

type Kind = '人员经费' | '公用经费';
const groups = economicGroups as Readonly<Record<string, { readonly kind: Kind }>>;
const kindOf = (column: string): Kind => groups[column.slice(0, 3)]?.kind ?? '公用经费';

/** The 款 of one kind with an amount in the 合计 row, in printed order, each name once. */
export function spentOn(table: Table, kind: Kind): readonly Inline[] {
  const used = new Map<string, Fact[]>();
  for (const column of table.columns) {
    if (!/^\d{5}$/.test(column) || kindOf(column) !== kind) continue;
    const reading = table.at('合计', column);
    if (reading.state !== 'number' || reading.fact.value.isZero()) continue;
    const name = economicWords(table, column);
    used.set(name, [...(used.get(name) ?? []), reading.fact]);
  }
  return [...used].map(([name, facts]) => stating(name, ...facts));
}

/** 人员经费234.49万元，主要包括：基本工资、津贴补贴等; nothing for an amount of zero. */
export function basicPart(
  desk: Desk,
  kind: Kind,
  amount: AmountOrGap,
  table: Table | undefined,
  shown: Inline,
  close: '等' | '' = '等',
): Phrase {
  if (isZero(amount) && desk.profile.zeroItems === 'omit') return [];
  const names = table
    ? joined(
        spentOn(table, kind).map((name) => [name]),
        '、',
      )
    : [blank(`${formName('Z08_1')}中${kind}的款级科目（未读到该表）`, 'form.Z08_1')];
  const head = say`${printed(kind)}${shown}`;
  return names.length > 0 ? joined([head, say`主要包括：${names}${printed(close)}`], '，') : head;
}

export const basicReads = () =>
  ({
    total07: 'Z07.合计.本年支出·基本支出',
    total08: 'Z08_1.合计.合计',
    staff07: 'Z07.合计.本年支出·人员经费',
    staff01: 'Z01_1.人员经费.决算数·一般公共',
    wages08: 'Z08_1.合计.301',
    aid08: 'Z08_1.合计.303',
    running07: 'Z07.合计.本年支出·公用经费',
    running01: 'Z01_1.公用经费.决算数·一般公共',
  }) as const;

/** The whole and its two parts; a form that prints no such columns has 人员经费 = 301 + 303 and 公用经费 = the rest. */
export function basicAmounts(figures: Readonly<Record<keyof ReturnType<typeof basicReads>, AmountOrGap>>): {
  readonly total: AmountOrGap;
  readonly staff: AmountOrGap;
  readonly running: AmountOrGap;
} {
  const { total07, total08, wages08, aid08, staff07, staff01, running07, running01 } = figures;
  const total = firstKnown(total07, total08);
  const summed = isKnown(wages08) && isKnown(aid08) ? sum(wages08, aid08) : staff07;
  const staff = firstKnown(staff07, staff01, summed);
  const rest = isKnown(total) && isKnown(summed) ? minus(total, summed) : running07;
  return { total, staff, running: firstKnown(running07, running01, rest) };
}

export const s06Basic = section({
  name: 'S06',
  id: 'S06',
  source: { by: 'official', doc: '四川省部门决算公开格式', clause: '第二部分 六' },
  reads: basicReads,
  tables: ['Z08_1'],
  write: ({ figures, table }, desk) => {
    const { total, ...amounts } = basicAmounts(figures);
    const shown = desk.parts([amounts.staff, amounts.running], total);
    const staff = basicPart(desk, '人员经费', amounts.staff, table('Z08_1'), shown[0]!);
    const running = basicPart(desk, '公用经费', amounts.running, table('Z08_1'), shown[1]!);
    const head = say`${desk.y}年度一般公共预算财政拨款基本支出${desk.print.wan(total)}`;
    const parts = [sentence(staff), sentence(running)].filter((part) => part.length > 0);
    return [paragraph('S06.1', [head, parts.length > 0 ? say`，其中：` : say`。`, ...parts])];
  },
});
