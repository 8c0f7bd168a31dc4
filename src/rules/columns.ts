import { matrixTables, type TableId } from '../layouts/keys';
import type { Rule } from './rule';
import { derived } from './sources';
import { cell, equal, sumColumns, sumRows, type Pattern } from './terms';
import { formName } from '../layouts/keys';

const columnForms = ['Z02', 'Z03', 'Z04', 'Z06', 'Z07', 'Z09', 'Z11', ...matrixTables] as const satisfies readonly TableId[];

/** H-1: every printed 科目 row is the sum of the rows one level below it, in every column of every column table. */
export const hierarchyRules: readonly Rule[] = columnForms.map((form) => ({
  id: `${form}-A01`,
  title: `${formName(form)}：上级行等于下级行之和`,
  severity: 'error',
  each: { rows: { of: [form], level: 'parents' }, columns: { of: form, level: 'all' } },
  source: derived(`${formName(form)} 合计＝Σ类，类＝Σ款，款＝Σ项，项＝Σ项目（H-1）`),
  claim: equal(cell(`${form}.*.*` as Pattern), sumRows(form, 'children', '*')),
  hint: '逐行核对下级科目：是否漏行、重复行，或某一行数字有误。',
}));

/** EC-1, EC-2: 合计 = ten groups, each group = its 款, in every row of the 经济分类 forms. */
export const economicRules: readonly Rule[] = matrixTables.flatMap((form): Rule[] => [
  {
    id: `${form}-A02`,
    title: `${formName(form)}：合计等于经济分类各类之和`,
    severity: 'error',
    each: { rows: { of: [form], level: 'all' } },
    source: derived(`${formName(form)} 合计＝301＋302＋303＋307＋309＋310＋311＋312＋313＋399（EC-1）`),
    claim: equal(`${form}.*.合计`, sumColumns(form, 'groups')),
    hint: '核对该行合计与十类小计。',
  },
  {
    id: `${form}-A03`,
    title: `${formName(form)}：各类小计等于各款之和`,
    severity: 'error',
    each: { rows: { of: [form], level: 'all' }, columns: { of: form, level: 'groups' } },
    source: derived(`${formName(form)} 小计＝Σ款（EC-2）`),
    claim: equal(`${form}.*.*`, sumColumns(form, 'items')),
    hint: '核对该行该类的小计与各款。',
  },
]);
