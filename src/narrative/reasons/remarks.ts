import type { CellRef } from '../../kernel/workbook';
import { changeOf } from '../change';
import { printer } from '../figures';
import type { ReportInput } from '../input';
import { reasonKeys } from '../../supplements/schema';
import { namedDrivers, type Driver } from './drivers';
import { neededReasons, type ReasonNeed } from './needs';
import { isIdle, type Asks } from './watched';
import { figureOfLastYear } from '../prior';
import type { Profile } from '../profile';
import { settled } from '../settings';
import { isSupplied, supplied } from '../say';

/** A supplied reason that the figures speak against. A remark for the person, never a correction of ours. */
export interface Remark {
  readonly key: string;
  readonly at: CellRef;
  /** What is odd, for the accountant; ends with 。 */
  readonly message: string;
}

const down = /减少|下降|降低|压减|压缩|缩减|削减|减|节约|回落/;
const up = /增加|增长|上升|提高|增多|新增|上涨|扩大|增/;
type Direction = 'up' | 'down' | 'both' | 'none';
const directionOf = (text: string): Direction => (up.test(text) ? (down.test(text) ? 'both' : 'up') : down.test(text) ? 'down' : 'none');

const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[，；。、,;]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

/** Other words for a row. 人员减少 speaks of people, not of 人员经费, and is no alias. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  人员经费: ['人员经费', '人员支出'],
  公用经费: ['公用经费', '公用支出'],
  公务用车运行维护费: ['公务用车运行维护费', '公务用车运行费', '车辆运行维护费'],
  公务用车购置费: ['公务用车购置费', '车辆购置费'],
};
const names = (driver: Driver): readonly string[] => aliases[driver.name] ?? [driver.name];

/** Longest name first: a clause that names 其他商品和服务支出 does not name 商品和服务支出. */
function namedIn(clause: string, all: readonly Driver[]): Driver | undefined {
  return [...all]
    .sort((a, b) => b.name.length - a.name.length)
    .find((driver) => driver.now.unit === '元' && names(driver).some((name) => name.length >= 3 && clause.includes(name)));
}

function remarksOn(input: ReportInput, profile: Profile, need: ReasonNeed): readonly Remark[] {
  if (!need.given) return [];
  const fitted = supplied(need.given);
  const text = fitted.kind === 'supplied' ? fitted.text : '';
  const remark = (message: string): Remark => ({ key: need.key, at: need.given!.at, message });
  const print = printer(settled(profile, input.supplements));
  const word = need.difference.value.isNegative() ? '减少' : '增加';
  const wants: Direction = need.difference.value.isNegative() ? 'down' : 'up';
  const found: Remark[] = [];
  const direction = directionOf(text);
  if ((direction === 'up' || direction === 'down') && direction !== wants) {
    const fact = need.against === '上年' ? `比上年${word}` : `决算数${wants === 'down' ? '小于' : '大于'}预算数`;
    found.push(remark(`${need.label}${fact}，原因却写“${text}”，请核对。`));
  }
  const all = namedDrivers(input, profile, need.key);
  for (const clause of clausesOf(text)) {
    const driver = namedIn(clause, all);
    if (!driver) continue;
    const change = changeOf(driver.now, driver.before, print);
    const says = directionOf(clause);
    if (change.kind === 'level') found.push(remark(`原因写到“${driver.name}”，而${driver.name}与上年持平，请核对。`));
    else if (change.kind === 'moved' && (says === 'up' || says === 'down') && (says === 'up') !== change.up) {
      found.push(remark(`原因写“${clause}”，而${driver.name}比上年${change.up ? '增加' : '减少'}，请核对。`));
    }
  }
  return found;
}

/** 新设立 is said, but last year has figures: they are compared with all the same. */
function newUnitDenied(input: ReportInput): readonly Remark[] {
  const entry = input.supplements.entries.get('newUnit');
  const denied = input.supplements.newUnit ? figureOfLastYear(input) : undefined;
  return entry && denied
    ? [{ key: 'newUnit', at: entry.at, message: `填了“本年新设立的单位”，但${denied.from}有上年数，仍按上年数比较，请核对。` }]
    : [];
}

/** Supplied reasons that contradict the figures, or that explain what did not change. */
export function contradictions(
  input: ReportInput,
  profile: Profile,
  asks: Asks = () => true,
  needs: readonly ReasonNeed[] = neededReasons(input, profile, asks),
): readonly Remark[] {
  const idle = reasonKeys.flatMap((key): readonly Remark[] => {
    const given = input.supplements.reason(key);
    if (!isSupplied(given) || !asks(`reasons.${key}`)) return [];
    // Lent to another difference, it is written there.
    if (needs.some((need) => need.given?.at === given.at)) return [];
    const kind = isIdle(input, profile, key);
    if (kind === undefined) return [];
    const why = kind === 'level' ? '这里没有变动，也没有预决算差异' : '新设立单位没有上年可比数据，这里也没有预决算差异';
    return [{ key: `reasons.${key}`, at: given.at, message: `${why}，所填原因不会写入说明。` }];
  });
  return [...newUnitDenied(input), ...needs.flatMap((need) => remarksOn(input, profile, need)), ...idle];
}
