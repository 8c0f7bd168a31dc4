import Decimal from 'decimal.js';
import { sum } from '../../facts/arithmetic';
import type { FactSet } from '../../facts/fact-set';
import type { Fact, Traced } from '../../facts/traced';
import { itemFunds, items, itemTable } from '../../narrative/items';
import type { ReportInput } from '../../narrative/input';
import { isPriorYear, priorFigure } from '../../narrative/prior';
import type { BudgetColumn } from '../../supplements/schema';
import type { TextClaim } from '../links/claim';
import type { Key } from '../../layouts/keys';
import type { BudgetPlace, Measure } from '../links/measure';

/** The figures of a workbook by measure, each looked up once. */
export class Values {
  private readonly seen = new Map<string, Traced | undefined>();
  private budgets: ReadonlyMap<string, Traced> | undefined;

  constructor(readonly input: ReportInput) {}

  /** This year's figure; undefined when no cell and no supplement prints it. */
  now(measure: Measure): Traced | undefined {
    return this.once(`now ${measure.id}`, () => this.supplied(measure) ?? this.read(this.input.years.now, measure));
  }

  /** Last year's figure: from last year's workbook, CS02 or 补充信息. */
  before(measure: Measure): Traced | undefined {
    return this.once(`before ${measure.id}`, () => {
      if (measure.prior) {
        const { amount } = priorFigure(this.input, measure.prior);
        if (amount.kind !== 'gap') return amount;
      }
      const { before } = this.input.years;
      return before && isPriorYear(this.input) ? this.read(before, measure) : undefined;
    });
  }

  /** The figure of the year that a claim is about. */
  of(claim: TextClaim): Traced | undefined {
    const { year } = this.input.years.now;
    if (claim.year === undefined || year === undefined || claim.year === year) return this.now(claim.measure);
    return claim.year === year - 1 ? this.before(claim.measure) : undefined;
  }

  /** Budgets that the words may mean: of the column they name, or of either. */
  budgetsOf({ measure, budget }: TextClaim): readonly Traced[] {
    const columns: readonly BudgetColumn[] = budget ? [budget] : ['全年预算数', '年初预算数'];
    const { code, fund } = measure.item ?? {};
    if (code?.length === 7 && fund) {
      const found = this.itemBudget(`${fund} ${code}`);
      return found ? [found] : [];
    }
    const place = measure.budget;
    if (!place) return [];
    return columns.flatMap((column) => {
      const reading = this.input.years.now.find(budgetKey(place, column));
      return reading.state === 'number' ? [reading.fact] : [];
    });
  }

  private once(key: string, find: () => Traced | undefined): Traced | undefined {
    if (!this.seen.has(key)) this.seen.set(key, find());
    return this.seen.get(key);
  }

  private read(facts: FactSet, measure: Measure): Traced | undefined {
    for (const keys of measure.keys) {
      const found: Fact[] = [];
      for (const key of typeof keys === 'string' ? [keys] : keys) {
        const reading = facts.find(key);
        if (reading.state === 'number') found.push(reading.fact);
      }
      if (found.length === (typeof keys === 'string' ? 1 : keys.length)) return found.length === 1 ? found[0] : sum(...found);
    }
    return undefined;
  }

  private supplied({ supplied }: Measure): Traced | undefined {
    if (supplied === undefined) return undefined;
    const { supplements } = this.input;
    const [group, state, type, amount] = supplied.split('.');
    if (group === 'vehicles') {
      if (state === 'kept') return supplements.vehiclesKept.find((entry) => entry.type === type)?.count;
      const bought = supplements.vehiclesBought.find((entry) => entry.type === type);
      return amount ? bought?.amount : bought?.count;
    }
    const given = supplements.performance?.[state as 'evaluated' | 'score'];
    if (!given) return undefined;
    return 'text' in given ? scoreOf(given.text, given.at) : given;
  }

  private itemBudget(key: string): Traced | undefined {
    this.budgets ??= this.itemBudgets();
    return this.budgets.get(key);
  }

  /** Budgets of 项 as the narrative uses them: only where those of a 类 add up to its budget, or a person confirmed them. */
  private itemBudgets(): ReadonlyMap<string, Traced> {
    const found = new Map<string, Traced>();
    for (const fund of Object.values(itemFunds)) {
      const table = itemTable(fund, (id) => this.input.years.now.tables.get(id));
      if (!table) continue;
      for (const column of ['全年预算数', '年初预算数'] as const) {
        for (const { code, budget } of items(this.input, fund, table, column)) {
          const key = `${fund.fund} ${code}`;
          if (budget.kind !== 'missing' && !found.has(key)) found.set(key, budget.amount);
        }
      }
    }
    return found;
  }
}

/** The place is typed; the union of all such keys is too large to be worked out. */
function budgetKey(place: BudgetPlace, column: BudgetColumn): Key {
  const key: string = [place.table, place.row, column].join('.') + (place.table === 'Z01_1' ? `·${place.fund}` : '');
  return key as Key;
}

function scoreOf(text: string, at: Fact['at']): Fact | undefined {
  const number = /\d+(?:\.\d+)?/.exec(text)?.[0];
  if (number === undefined) return undefined;
  const value = new Decimal(number);
  return { kind: 'fact', key: 'performance.score', value, half: new Decimal(0), unit: 'count', scale: 1, at, label: '绩效自评得分' };
}
