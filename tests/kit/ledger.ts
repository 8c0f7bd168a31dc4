import {
  isFiscal,
  type BudgetSplit,
  type Distribution,
  type Entry,
  type Fen,
  type FiscalSource,
  type MoneySource,
  type Project,
  type Spending,
  type UnitYear,
} from './description';
import { isPersonnel } from './words/economic';

export interface Pool {
  readonly opening: Fen;
  readonly income: Fen;
  readonly spent: Fen;
  readonly closing: Fen;
}

export interface ProjectLine extends Pool {
  readonly name: string;
  readonly spending: Spending;
  readonly finished: boolean;
  readonly category: string;
}

/** An entry with everything worked out. */
export interface Line {
  readonly source: MoneySource;
  readonly fund: FiscalSource | undefined;
  readonly code: string;
  readonly basic: Pool;
  readonly basicSpending: Spending;
  readonly personnel: Fen;
  readonly office: Fen;
  readonly projects: readonly ProjectLine[];
  readonly project: Pool;
  readonly operating: Pool;
  readonly operatingSpending: Spending;
  readonly toSuperior: Fen;
  readonly toSubordinate: Fen;
  readonly usedSurplus: Fen;
  readonly distribution: Required<Distribution>;
  readonly distributed: Fen;
  readonly income: Fen;
  readonly spent: Fen;
  readonly opening: Fen;
  readonly closing: Fen;
  readonly budget: { readonly initial: Required<BudgetSplit>; readonly full: Required<BudgetSplit> };
}

export const total = (amounts: Iterable<Fen>): Fen => {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
};
export const spendingTotal = (spending: Spending): Fen => total(Object.values(spending));

const pool = (what: string, overdrawn: boolean, opening: Fen, income: Fen, spent: Fen, more = 0): Pool => {
  const closing = opening + income + more - spent;
  if (!overdrawn && (closing < 0 || income < 0 || opening < 0)) throw new Error(`${what}: a balance would be negative`);
  return { opening, income, spent, closing };
};

function resolveProject(code: string, overdrawn: boolean, project: Project, opening: Fen): ProjectLine {
  const spending = project.spending ?? {};
  const spent = spendingTotal(spending);
  return {
    ...pool(`${code} ${project.name}`, overdrawn, opening, project.income ?? Math.max(0, spent + (project.leaves ?? 0) - opening), spent),
    name: project.name,
    spending,
    finished: project.finished ?? false,
    category: project.category ?? '其他运转类',
  };
}

const parts = ['personnel', 'office', 'project', 'operating', 'toSuperior', 'toSubordinate'] as const;

function resolveEntry(entry: Entry, last: Line | undefined, overdrawn: boolean): Line {
  const { code, source } = entry;
  const what = `${source} ${code}`;
  const { toSuperior = 0, toSubordinate = 0, usedSurplus = 0 } = entry;
  if (isFiscal(source) && (toSuperior || toSubordinate || usedSurplus || entry.distribution || entry.operating)) {
    throw new Error(`${what}: fiscal money pays basic expenditure and projects only`);
  }
  const distribution = { tax: 0, special: 0, surplus: 0, other: 0, ...entry.distribution };
  const distributed = total(Object.values(distribution));

  const basicSpending = entry.basic ?? {};
  const personnel = total(Object.entries(basicSpending).flatMap(([econ, fen]) => (isPersonnel(econ) ? [fen] : [])));
  const basicSpent = spendingTotal(basicSpending);
  const operates = entry.operating !== undefined;
  const outflow = basicSpent + toSuperior + toSubordinate + (operates ? 0 : distributed);
  const basicOpening = entry.basicOpening ?? last?.basic.closing ?? 0;
  const basicIncome = entry.basicIncome ?? Math.max(0, outflow + (entry.basicLeaves ?? 0) - basicOpening - usedSurplus);
  const basic = pool(what, overdrawn, basicOpening, basicIncome, outflow, usedSurplus);

  const projects = (entry.projects ?? []).map((project) =>
    resolveProject(code, overdrawn, project, project.opening ?? last?.projects.find(({ name }) => name === project.name)?.closing ?? 0),
  );
  for (const left of last?.projects ?? []) {
    if (left.closing > 0 && !projects.some(({ name }) => name === left.name)) {
      projects.push(resolveProject(code, overdrawn, { name: left.name, category: left.category, finished: left.finished }, left.closing));
    }
  }
  const sum = (pick: (line: ProjectLine) => Fen): Fen => total(projects.map(pick));
  const project = {
    opening: sum((p) => p.opening),
    income: sum((p) => p.income),
    spent: sum((p) => p.spent),
    closing: sum((p) => p.closing),
  };

  const operatingSpending = entry.operating?.spending ?? {};
  const operatingOut = spendingTotal(operatingSpending) + (operates ? distributed : 0);
  const operatingOpening = entry.operating?.opening ?? last?.operating.closing ?? 0;
  const operating = pool(
    what,
    overdrawn,
    operatingOpening,
    entry.operating?.income ?? Math.max(0, operatingOut + (entry.operating?.leaves ?? 0) - operatingOpening),
    operatingOut,
  );

  const office = basicSpent - personnel;
  const available = {
    personnel,
    office: office + basic.closing,
    project: project.spent + project.closing,
    operating: operating.spent + operating.closing,
    toSuperior,
    toSubordinate,
  };
  const full = { ...available, ...entry.budget?.full };
  const initial = { ...full, ...entry.budget?.initial };
  for (const part of parts) if (!overdrawn && (full[part] < 0 || initial[part] < 0)) throw new Error(`${what}: negative budget`);

  return {
    source,
    fund: isFiscal(source) ? source : undefined,
    code,
    basic,
    basicSpending,
    personnel,
    office,
    projects,
    project,
    operating,
    operatingSpending,
    toSuperior,
    toSubordinate,
    usedSurplus,
    distribution,
    distributed,
    income: basic.income + project.income + operating.income,
    spent: basicSpent + project.spent + spendingTotal(operatingSpending) + toSuperior + toSubordinate,
    opening: basic.opening + project.opening + operating.opening,
    closing: basic.closing + project.closing + operating.closing,
    budget: { initial, full },
  };
}

const keyOf = (source: MoneySource, code: string): string => `${source} ${code}`;

/** Works out one year. What last year left untouched and this year does not mention is carried on as it is. */
export function resolve(year: UnitYear, last?: readonly Line[]): readonly Line[] {
  const before = new Map((last ?? []).map((line) => [keyOf(line.source, line.code), line]));
  const seen = new Set<string>();
  for (const { source, code } of year.entries) {
    const key = keyOf(source, code);
    if (!/^\d{7}$/.test(code)) throw new Error(`not a 项 code: ${code}`);
    if (seen.has(key)) throw new Error(`described twice: ${key}`);
    seen.add(key);
  }
  const forgotten = (last ?? []).filter((line) => line.closing > 0 && !seen.has(keyOf(line.source, line.code)));
  const entries: Entry[] = [
    ...year.entries,
    ...forgotten.map(({ source, code, operating }): Entry => ({
      source,
      code,
      ...(operating.closing > 0 ? { operating: { spending: {} } } : {}),
    })),
  ];
  return entries.map((entry) => resolveEntry(entry, before.get(keyOf(entry.source, entry.code)), year.overdrawn ?? false));
}
