import type { FactSet, Table } from '../../facts/fact-set';
import type { Key, TableId } from '../../layouts/keys';
import { formName } from '../../layouts/keys';
import type { Profile, PublishedForm } from '../profile';
import { head, hasFigures, name, type Annex } from './annex';
import { basicForm } from './basic';
import { capitalBalanceForm, capitalForm, expenditureForm, fundForm, generalBudgetForm, incomeForm } from './columns';
import { detailColumns, detailForm, projectsForm } from './detail';
import { officialFormIds, type PublicFormId } from './form-ids';
import { generalOfficialList, officialForm, officialList } from './official';
import { fiscalTotalsForm, totalsForm } from './totals';

/** A form as it is published. Every form of the list is there, an empty one with its sentence. */
export interface PublicForm {
  readonly id: PublicFormId;
  /** 公开01表, by the place in the list of the profile. */
  readonly number: string;
  readonly title: string;
  /** A form that is too wide for a page goes on in further tables. */
  readonly parts: readonly Annex[];
  /** The form in one table, however wide: for a sheet. */
  readonly whole: Annex;
  /** The sentence of a form without data: …，故本表无数据。 */
  readonly empty?: string;
  /** 财决 forms it is taken from. */
  readonly from: readonly TableId[];
}

interface Spec {
  readonly title: string;
  readonly from: readonly TableId[];
  /** Stands behind 没有 in the sentence of an empty form. */
  readonly nothing: string;
  /** When the workbook lacks the form and all of these are zero, there is nothing to report; otherwise the form is missing. */
  readonly unless?: readonly Key[];
  /** Printed with its zeros: every part has to be named. */
  readonly zeros?: true;
  /** Asked only where the forms it is taken from are there, or have nothing in them; `most` columns of money to a table. */
  readonly make: (tables: readonly Table[], profile: Pick<Profile, 'budget'>, most: number) => readonly Annex[];
}

const one =
  (form: (table: Table) => Annex): Spec['make'] =>
  ([table]) => [form(table!)];

const fundKeys: readonly Key[] = [
  'Z01_1.政府性基金预算财政拨款.决算数',
  'Z01_1.年初政府性基金.决算数',
  'Z01_1.本年支出合计.决算数·政府性基金',
];
const capitalKeys: readonly Key[] = [
  'Z01_1.国有资本经营预算财政拨款.决算数',
  'Z01_1.年初国有资本.决算数',
  'Z01_1.本年支出合计.决算数·国有资本',
];
const nothing = { fund: '政府性基金预算财政拨款收入、支出和结转结余', capital: '国有资本经营预算财政拨款收入、支出和结转结余' } as const;

const specs: Readonly<Record<PublicFormId, Spec>> = {
  P01: { title: '收入支出决算总表', from: ['Z01'], nothing: '收入和支出', make: one(totalsForm) },
  P02: { title: '收入决算表', from: ['Z03'], nothing: '收入', make: one(incomeForm) },
  P03: { title: '支出决算表', from: ['Z04'], nothing: '支出', make: one(expenditureForm) },
  P04: { title: '财政拨款收入支出决算总表', from: ['Z01_1'], nothing: '财政拨款收入和支出', make: one(fiscalTotalsForm) },
  P05: {
    title: '财政拨款支出决算明细表',
    from: ['Z08', 'Z10', 'Z12'],
    nothing: '财政拨款支出',
    make: (tables, _profile, most) => detailForm('财政拨款支出决算明细表', tables, most),
  },
  P06: { title: '一般公共预算财政拨款支出决算表', from: ['Z07'], nothing: '一般公共预算财政拨款支出', make: one(generalBudgetForm) },
  P07: {
    title: '一般公共预算财政拨款支出决算明细表',
    from: ['Z08'],
    nothing: '一般公共预算财政拨款支出',
    make: (tables, _profile, most) => detailForm('一般公共预算财政拨款支出决算明细表', tables, most),
  },
  P08: { title: '一般公共预算财政拨款基本支出决算表', from: ['Z08_1'], nothing: '一般公共预算财政拨款基本支出', make: one(basicForm) },
  P09: { title: '一般公共预算财政拨款项目支出决算表', from: ['Z08_2'], nothing: '一般公共预算财政拨款项目支出', make: one(projectsForm) },
  P10: {
    title: '政府性基金预算财政拨款收入支出决算表',
    from: ['Z09'],
    nothing: nothing.fund,
    unless: fundKeys,
    make: ([table]) => [fundForm(table)],
  },
  P11: {
    title: '国有资本经营预算财政拨款收入支出决算表',
    from: ['Z11'],
    nothing: nothing.capital,
    unless: capitalKeys,
    make: ([table]) => [capitalBalanceForm(table)],
  },
  P12: {
    title: '国有资本经营预算财政拨款支出决算表',
    from: ['Z11'],
    nothing: '国有资本经营预算财政拨款支出',
    unless: capitalKeys,
    make: ([table]) => [capitalForm(table)],
  },
  P13: {
    title: '财政拨款“三公”经费支出决算表',
    from: ['F03'],
    nothing: '财政拨款“三公”经费支出',
    zeros: true,
    make: ([table], { budget }) => [officialForm(table!, budget)],
  },
  P13L: {
    title: '财政拨款“三公”经费、行政参公单位机关运行经费情况表',
    from: ['F03'],
    nothing: '财政拨款“三公”经费支出和机关运行经费支出',
    zeros: true,
    make: ([table], { budget }) => [officialList(table!, budget)],
  },
  P13G: {
    title: '一般公共预算财政拨款“三公”经费情况表',
    from: ['Z08'],
    nothing: '一般公共预算财政拨款“三公”经费支出',
    zeros: true,
    make: one(generalOfficialList),
  },
};

const all: readonly PublishedForm[] = officialFormIds.map((form) => ({ form }));

const isNothing = (facts: FactSet, keys: readonly Key[]): boolean =>
  keys.every((key) => {
    const reading = facts.find(key);
    return reading.state === 'number' && reading.fact.value.isZero();
  });

/** Forms that only fund money or state capital fills: their absence beside Z08 says nothing. */
const optional: readonly TableId[] = ['Z10', 'Z12'];

function blankForm(title: string, lacking: readonly TableId[]): Annex {
  const text = `【待补充：工作簿里没有读到${lacking.map(formName).join('、')}】`;
  return { title, widths: [1], head: [[head('项目')]], body: [[{ ...name(text), waiting: true }]] };
}

/** The 附表 of the profile in their order, numbered and in 万元, every one of them. */
export function formsToPublish(
  facts: FactSet,
  profile: Pick<Profile, 'budget' | 'forms'>,
  unit: string,
  year: number,
): readonly PublicForm[] {
  return (profile.forms ?? all).map(({ form: id, title: own }, i): PublicForm => {
    const spec = specs[id];
    const tables = spec.from.flatMap((table) => facts.tables.get(table) ?? []);
    const title = own ?? spec.title;
    const common = { id, number: `公开${String(i + 1).padStart(2, '0')}表`, title, from: spec.from };
    const lacking = spec.from.filter((table) => !facts.tables.has(table) && !optional.includes(table));
    if (lacking.length > 0 && !(spec.unless && isNothing(facts, spec.unless))) {
      const waiting = blankForm(title, lacking);
      return { ...common, parts: [waiting], whole: waiting };
    }
    const parts = spec
      .make(tables, profile, detailColumns)
      .map((annex, k) => ({ ...annex, title: k === 0 ? title : `${title}（续${k}）` }));
    const whole = { ...spec.make(tables, profile, Infinity)[0]!, title };
    if (parts.some(hasFigures)) return { ...common, parts, whole };
    const empty = `${unit}${year}年度没有${spec.nothing}，故本表无数据。`;
    if (spec.zeros) return { ...common, parts, whole, empty };
    // The head shows which form it is; the row below it that there is nothing to show.
    const nil: Annex = { ...parts[0]!, body: [[{ text: '本表无数据', align: 'center', columns: parts[0]!.widths.length }]] };
    return { ...common, parts: [nil], whole: nil, empty };
  });
}
