import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formName } from '../../src/layouts/keys';
import { codeTables, columnsOf, fixedTables, matrixTables, rowsOf, tableIds } from '../../src/layouts/shape';
import { formulaWords } from '../../src/rules/claim';
import { rules } from '../../src/rules/index';
import { retired } from '../../src/rules/retired';
import { isFormula, tablesOf, type Expr, type Rule } from '../../src/rules/rule';
import { rulebook } from '../../src/proof/checks/rulebook';
import { sourceWord } from '../../src/sheets/findings/words';
import { currentCatalogue, writtenCatalogue } from '../measure/rules-md';

const ids = rules.map((rule) => rule.id);

test('rule ids are unique; give a new rule the next free number of its form and kind', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('rule ids are well-formed: form, kind A X Y F N H E, two digits', () => {
  expect(ids.filter((id) => !/^(Z\d\d(_\d)?|F\d\d|CS\d\d)-[AXYFNHE]\d\d$/.test(id))).toEqual([]);
  expect(ids.filter((id) => !(tableIds as readonly string[]).includes(id.slice(0, id.indexOf('-'))))).toEqual([]);
});

test('every id stands literally in the source, so that a search finds its rule', () => {
  const folder = path.join(__dirname, '../../src/rules');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('');
  expect(ids.filter((id) => !source.includes(`'${id}'`))).toEqual([]);
});

test('a source can be looked up: no number of private notes, and always a form, a row or a rule in words', () => {
  const notes = /\b(X\d\d|R\d\d|EC-\d|H-\d|F03-B\d|Z0\d+-[BV]\d?)/;
  expect(rules.filter((rule) => notes.test(rule.source.clause)).map((rule) => [rule.id, rule.source.clause])).toEqual([]);
  expect(rules.filter((rule) => /^财决附?\d\d(-\d)?表$/.test(rule.source.clause)).map((rule) => rule.id)).toEqual([]);
});

test('retired ids are never used again; choose another number', () => {
  expect(retired.filter(({ id }) => ids.includes(id))).toEqual([]);
});

test('every rule names its form among the forms it reads, so that its id tells where to look', () => {
  const astray = rules.filter((rule) => {
    const form = rule.id.slice(0, rule.id.indexOf('-'));
    return isFormula(rule)
      ? !tablesOf(rule).some(({ table }) => table === form)
      : !rule.reads.includes(form as never) && !rule.id.includes('-N');
  });
  expect(astray.map((rule) => rule.id)).toEqual([]);
});

test('every rule has a source with a clause, a title and a hint that ends with 。', () => {
  for (const rule of rules) {
    expect([rule.id, rule.source.doc.length > 0 && rule.source.clause.length > 0]).toEqual([rule.id, true]);
    expect([rule.id, rule.hint.endsWith('。')]).toEqual([rule.id, true]);
    expect([rule.id, rule.title.length > 4 && !rule.title.endsWith('。')]).toEqual([rule.id, true]);
  }
});

test('a formula of a notice is run on every year, and wherever its source is printed the year of the notice is read', () => {
  const official = [...rules, ...Object.values(rulebook)].filter((rule) => rule.source.by === 'official');
  expect(official.length).toBeGreaterThan(20);
  expect(official.filter((rule) => !/20\d\d年/.test(sourceWord(rule.source))).map((rule) => rule.title)).toEqual([]);
});

test('what no real workbook has confirmed is never 强制', () => {
  expect(rules.filter((rule) => rule.source.unverified && rule.severity === 'error').map((rule) => rule.id)).toEqual([]);
});

test('house advice has a letter of its own and is never 强制 about a form', () => {
  const house = rules.filter((rule) => rule.source.by === 'house');
  expect(house.filter((rule) => !/-[HENY]/.test(rule.id)).map((rule) => rule.id)).toEqual([]);
  expect(house.filter((rule) => rule.severity === 'error' && !rule.id.includes('-N')).map((rule) => rule.id)).toEqual([]);
});

test('a message fills only slots that exist, and ends with 。', () => {
  const slots = ['left', 'right', 'place', 'row', 'cell', 'value', 'filled', 'other', 'otherValue', 'givenValue', 'each'];
  for (const rule of rules.filter(isFormula)) {
    if (rule.message === undefined) continue;
    expect([rule.id, [...rule.message.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!).filter((slot) => !slots.includes(slot))]).toEqual([
      rule.id,
      [],
    ]);
    expect([rule.id, rule.message.endsWith('。')]).toEqual([rule.id, true]);
  }
});

test('every key of a formula is a row and a column that its form prints', () => {
  const astray = rules.filter(isFormula).flatMap((rule) =>
    cellsOf(rule)
      .filter((cell) => !isPrinted(cell))
      .map((cell) => `${rule.id}: ${cell.table}.${cell.row}.${cell.column}`),
  );
  expect(astray).toEqual([]);
});

test('a formula in words names every form that it reads', () => {
  for (const rule of rules.filter(isFormula)) {
    const words = formulaWords(rule);
    for (const cell of cellsOf(rule)) expect([rule.id, words.includes(formName(cell.table))]).toEqual([rule.id, true]);
    expect(words).not.toMatch(/\*|\^|undefined/);
  }
});

test('RULES.md is up to date; run `npm run rules`', () => {
  expect(writtenCatalogue()).toBe(currentCatalogue());
});

type Cell = Extract<Expr, { op: 'cell' }>;

function cellsOf(rule: Rule): readonly Cell[] {
  const found: Cell[] = [];
  const walk = (expr: Expr): void => {
    if (expr.op === 'cell') found.push(expr);
    else if (expr.op === 'sum') expr.terms.forEach(walk);
    else if (expr.op === 'minus') [expr.left, expr.right].forEach(walk);
    else if (expr.op === 'times') walk(expr.of);
  };
  for (const claim of [rule.claim, ...(rule.given ? [rule.given] : [])]) [claim.left, claim.right].forEach(walk);
  return found;
}

const isMatrix = (table: string): boolean => (matrixTables as readonly string[]).includes(table);
const rowsOfTable = (table: string): readonly string[] | undefined => {
  const id = fixedTables.find((form) => form === table);
  return id && rowsOf(id);
};

function isPrinted({ table, row, column }: Cell): boolean {
  const columns: readonly string[] = columnsOf([...fixedTables, ...codeTables].find((form) => form === table)!);
  const pattern = new RegExp(`^${column.replace(/\*/g, '.+')}$`);
  const columnOk = columns.some((name) => pattern.test(name)) || (isMatrix(table) && column === '^');
  const rows = rowsOfTable(table);
  const rowOk = row === '*' || (rows ? rows.includes(row) : row === '合计' || /^\d{3}(\d{2}){0,2}$/.test(row));
  return columnOk && rowOk;
}
