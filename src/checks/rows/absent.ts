import type { Finding, TableStatus } from '../../facts/outcome';
import type { CellRef } from '../../kernel/workbook';
import { splitKey } from '../../facts/fact-set';
import { formName, type Key, type TableId } from '../../layouts/keys';
import type { Grids } from '../grid';
import { cellName } from '../messages';
import { exactly, printed, say } from '../../facts/phrase';
import { kindFinding } from '../kind-finding';
import { rowKinds } from './kinds';

/** The figure of another form that says that a form cannot be empty. */
const witnesses: readonly (readonly [form: TableId, witness: Key])[] = [
  ['Z01_1', 'Z01.一般公共预算财政拨款收入.决算数'],
  ['Z02', 'Z01.本年支出合计.决算数'],
  ['Z03', 'Z01.本年收入合计.决算数'],
  ['Z04', 'Z01.本年支出合计.决算数'],
  ['Z05', 'Z01.本年支出合计.决算数'],
  ['Z05_1', 'Z01.基本支出.决算数'],
  ['Z05_2', 'Z01.项目支出.决算数'],
  ['Z05_3', 'Z01.经营支出.决算数'],
  ['Z07', 'Z01_1.本年支出合计.决算数·一般公共'],
  ['Z08', 'Z01_1.本年支出合计.决算数·一般公共'],
  ['Z08_1', 'Z01_1.基本支出.决算数·一般公共'],
  ['Z08_2', 'Z01_1.项目支出.决算数·一般公共'],
  ['Z09', 'Z01_1.本年支出合计.决算数·政府性基金'],
  ['Z10', 'Z01_1.本年支出合计.决算数·政府性基金'],
  ['Z10_1', 'Z01_1.基本支出.决算数·政府性基金'],
  ['Z10_2', 'Z01_1.项目支出.决算数·政府性基金'],
  ['Z11', 'Z01_1.本年支出合计.决算数·国有资本'],
  ['Z12', 'Z01_1.本年支出合计.决算数·国有资本'],
];

/** Forms that only break down by economic code what another form states; exports often leave them out. */
const details: readonly TableId[] = ['Z05_3', 'Z10_1', 'Z10_2', 'Z12'];

/** Fewer forms than this are a part of a workbook that somebody put together on purpose. */
const WHOLE = 8;

/** A form whose head was lost is one of the sheets that were not recognised, more likely than a form that was never exported. */
const askedOf = (strange: readonly string[], form: TableId): string =>
  strange.length === 0 || strange.length > 5
    ? ''
    : `工作表${strange.join('、')}没有认出是哪张表，如果其中有${formName(form)}，在它的表头写上“${formName(form)}”即可；没有的，`;

/** Forms that are not there, or could not be read, though another form states what they would hold. */
export function absentForms(tables: readonly TableStatus[], grids: Grids): readonly Finding[] {
  const mine = tables.filter(({ role }) => role === '本年');
  if (mine.filter(({ id, status }) => status === 'read' && /^Z/.test(id)).length < WHOLE) return [];
  const strange = mine.flatMap(({ id, status, sheet }) => (status === 'unrecognised' && id === sheet ? [`“${sheet}”`] : []));
  return witnesses.flatMap(([form, witness]): readonly Finding[] => {
    const status = mine.find(({ id }) => id === form);
    if (!status || status.told || (status.status !== 'missing' && status.status !== 'unrecognised') || grids.find(form)) return [];
    const { table, row, column } = splitKey(witness);
    const reading = grids.find(table)?.table.at(row, column);
    if (reading?.state !== 'number' || reading.fact.value.isZero()) return [];
    const { fact } = reading;
    const at: readonly CellRef[] = status.sheet === undefined ? [] : [{ book: fact.at.book, sheet: status.sheet, a1: 'A1' }];
    const how = status.sheet === undefined ? '工作簿里没有' : `工作表“${status.sheet}”没有读成`;
    const kind = details.includes(form) ? rowKinds.absentDetail : rowKinds.absentForm;
    const hint = `${status.sheet === undefined ? askedOf(strange, form) : ''}${kind.hint}`;
    const message = say`${printed(`${how}${formName(form)}`)}，而${cellName(fact)}有 ${exactly(fact)}。`;
    return [kindFinding({ ...kind, hint }, form, message, [...at, fact.at], [status.status, fact.value.toString()])];
  });
}
