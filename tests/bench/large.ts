import type { Entry, Spending, Unit } from '../kit/description';
import { classNames } from '../kit/words/functional';
import { groups } from '../kit/words/economic';

const itemsOf = (...codes: readonly string[]): readonly string[] =>
  groups.filter((g) => codes.includes(g.code)).flatMap((g) => g.items.map(([code]) => code));
const basicItems = itemsOf('301', '302', '303', '310');
const projectItems = itemsOf('301', '302', '303', '307', '309', '310', '311', '312', '313', '399');

/** Amounts that differ from 项 to 项 and from 款 to 款, fen included; every 项 uses a third of the 款. */
const spending = (items: readonly string[], seed: number): Spending =>
  Object.fromEntries(
    items.filter((_, i) => (i + seed) % 3 === 0).map((code, i) => [code, 100_000 + ((seed * 7919 + i * 104_729) % 9_999_991)]),
  );

/** A 主管部门 with `count` 项, each with basic expenditure and a project: every 款 occurs, about a million cells are filled. */
export function largeUnit(count: number): Unit {
  const perClass = Math.ceil(count / classNames.length);
  const entries = Array.from({ length: count }, (_, n): Entry => {
    const [code] = classNames[Math.floor(n / perClass)]!;
    const own = n % perClass;
    const pair = (i: number): string => String(i).padStart(2, '0');
    return {
      source: '一般公共',
      code: `${code}${pair(50 + Math.floor(own / 40))}${pair(3 + (own % 40))}`,
      basic: spending(basicItems, n + 1),
      projects: [{ name: `项目${n + 1}`, spending: spending(projectItems, n + 5) }],
    };
  });
  return { name: '青川示例区大部门（基准测试）', kind: '行政单位', now: { year: 2024, entries } };
}
