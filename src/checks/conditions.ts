import type { Condition } from '../rules/rule';
import type { Supplements } from '../supplements/supplements';

/** Why a rule does not apply to this unit, or what a person must say first; undefined when it applies. */
export function unmet(
  when: readonly Condition[],
  supplements: Supplements,
): { readonly kind: 'blocked' | 'notApplicable'; readonly reason: string } | undefined {
  for (const condition of when) {
    const known = condition === '单位' ? supplements.documentKind : supplements.unitKind;
    if (known === undefined) return { kind: 'blocked', reason: unknown[condition === '单位' ? 'documentKind' : 'unitKind'] };
    if (!holds[condition](known)) return { kind: 'notApplicable', reason: `单位性质为${known}` };
  }
  return undefined;
}

/** Says where to fill it in, too. */
const unknown = {
  unitKind: '单位性质未填（在 补充信息 › 单位性质 中选择）',
  documentKind: '公开口径未填（在 补充信息 › 公开口径 中选择）',
} as const;

const holds: Record<Condition, (known: string) => boolean> = {
  行政或参公: (kind) => kind === '行政单位' || kind === '参公事业单位',
  行政单位: (kind) => kind === '行政单位',
  事业单位: (kind) => kind === '事业单位',
  单位: (kind) => kind === '单位',
};
