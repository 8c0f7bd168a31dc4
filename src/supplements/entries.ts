import type { Fact, Unit } from '../facts/traced';
import { fromCellNumber } from '../facts/money';
import { fieldOf, fields, keyOf, vehicleTypes, wildcardOf } from './fields';
import type { Entries, Supplied, Supplements } from './supplements';
import type { DocumentKind, UnitKind } from './schema';

const zero = fromCellNumber(0);
const fieldWith = (key: string): (typeof fields)[number] => fields.find((field) => keyOf(field) === key)!;
const itemBudget = fieldWith('itemBudgets.*');

const resultFields = fields.filter((field) => field.each === 'project');
/** Projects of which a score or a 综述 is supplied, in the order given. */
const projectNames = (entries: Entries): readonly string[] => [
  ...new Set([...entries.keys()].flatMap((key) => resultFields.flatMap((field) => wildcardOf(field, key) ?? []))),
];

/** The supplements over a set of entries. */
export function supplementsOf(entries: Entries): Supplements {
  const text = (key: string): Supplied | undefined => {
    const entry = entries.get(key);
    return entry && typeof entry.value === 'string' ? { key, text: entry.value, at: entry.at } : undefined;
  };
  const number = (key: string): Fact | undefined => {
    const entry = entries.get(key);
    if (!entry || typeof entry.value !== 'object') return undefined;
    const field = fieldOf(key);
    const unit: Unit = field?.type === 'count' ? 'count' : '元';
    const what = field && (wildcardOf(field, key) ?? '');
    return {
      kind: 'fact',
      key: `补充.${key}`,
      value: entry.value,
      half: zero,
      unit,
      scale: 1,
      at: entry.at,
      label: [what, field?.label.replace(/（[元辆]）$/, '') ?? key].filter(Boolean).join(' · '),
    };
  };
  const known = <T>(key: string, value: (key: string) => T): T => {
    if (!fieldOf(key)) throw new Error(`no such supplement field: ${key}`);
    return value(key);
  };
  const choice = (key: string): string | undefined => text(key)?.text;
  const types = vehicleTypes as readonly string[];
  const projects = [...entries.keys()].filter((key) => key.startsWith('performance.projects.')).map((key) => text(key)!);
  const hasPerformance = [...entries.keys()].some((key) => key.startsWith('performance.'));
  return {
    entries,
    text: (key) => known(key, text),
    number: (key) => known(key, number),
    unitShortName: text('unitShortName'),
    unitKind: choice('unitKind') as UnitKind | undefined,
    documentKind: choice('documentKind') as DocumentKind | undefined,
    newUnit: entries.get('newUnit')?.value === true,
    reason: (key) => text(`reasons.${key}`),
    itemReason: (code) => text(`reasons.items.${code}`),
    prior: (figure) => number(`priorYear.${figure}`),
    itemBudget: (code) => number(`itemBudgets.${code}`),
    itemBudgetCodes: [...entries.keys()].map((key) => wildcardOf(itemBudget, key)).filter((code) => code !== undefined),
    confirmFullBudget: entries.get('confirmFullBudget')?.value === true,
    receptionContent: text('reception.content'),
    receptionForeign: text('reception.foreign'),
    abroadContent: text('abroad.content'),
    vehicleUse: text('vehicles.use'),
    vehiclesBought: types.flatMap((type) => {
      const count = number(`vehicles.bought.${type}.count`);
      const amount = number(`vehicles.bought.${type}.amount`);
      return count && amount ? [{ type, count, amount }] : [];
    }),
    vehiclesKept: types.flatMap((type) => {
      const count = number(`vehicles.kept.${type}`);
      return count ? [{ type, count }] : [];
    }),
    procurementUse: text('procurement.use'),
    performance: hasPerformance
      ? {
          projects,
          evaluated: number('performance.evaluated'),
          targets: number('performance.targets'),
          monitored: number('performance.monitored'),
          selfEvaluated: number('performance.selfEvaluated'),
          score: text('performance.score'),
          results: projectNames(entries).map((name) => ({
            name,
            score: text(`performance.results.${name}.score`),
            summary: text(`performance.results.${name}.summary`),
          })),
        }
      : undefined,
    classReason: (code) => text(`reasons.classes.${code}`),
    definition: (code) => text(`glossary.${code}`),
  };
}
