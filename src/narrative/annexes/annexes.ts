import type { FactSet, Table } from '../../facts/fact-set';
import type { BudgetColumn } from '../../supplements/schema';
import { hasFigures, type Annex } from './annex';
import { basicForm } from './basic';
import { capitalForm, expenditureForm, fundForm, generalBudgetForm, incomeForm } from './columns';
import { officialForm } from './official';
import { fiscalTotalsForm, totalsForm } from './totals';

/** The 附表 that are published with the 说明, in the order of the official list; forms without any figure are left out. */
export function annexes(facts: FactSet, budget: BudgetColumn): readonly Annex[] {
  const forms: readonly (readonly [id: string, form: (table: Table) => Annex])[] = [
    ['Z01', totalsForm],
    ['Z03', incomeForm],
    ['Z04', expenditureForm],
    ['Z01_1', fiscalTotalsForm],
    ['Z07', generalBudgetForm],
    ['Z08_1', basicForm],
    ['F03', (table) => officialForm(table, budget)],
    ['Z09', fundForm],
    ['Z11', capitalForm],
  ];
  return forms
    .flatMap(([id, form]) => {
      const table = facts.tables.get(id);
      return table ? [form(table)] : [];
    })
    .filter(hasFigures);
}
