import { formName, type CodeTable, type MatrixTable } from '../layouts/keys';
import { codeTables, matrixTables } from '../layouts/shape';
import type { Rule } from './rule';
import { derived } from './sources';
import { cell, equal, sumColumns, sumRows } from './terms';

/** A form that is added has its ids added here: every id stands literally in the source. */
const hierarchyIds: Readonly<Record<CodeTable, string>> = {
  Z02: 'Z02-A01',
  Z03: 'Z03-A01',
  Z04: 'Z04-A01',
  Z05: 'Z05-A01',
  Z05_1: 'Z05_1-A01',
  Z05_2: 'Z05_2-A01',
  Z05_3: 'Z05_3-A01',
  Z06: 'Z06-A01',
  Z07: 'Z07-A01',
  Z08: 'Z08-A01',
  Z08_1: 'Z08_1-A01',
  Z08_2: 'Z08_2-A01',
  Z09: 'Z09-A01',
  Z10: 'Z10-A01',
  Z10_1: 'Z10_1-A01',
  Z10_2: 'Z10_2-A01',
  Z11: 'Z11-A01',
  Z12: 'Z12-A01',
};
const totalIds: Readonly<Record<MatrixTable, readonly [groups: string, items: string]>> = {
  Z05: ['Z05-A02', 'Z05-A03'],
  Z05_1: ['Z05_1-A02', 'Z05_1-A03'],
  Z05_2: ['Z05_2-A02', 'Z05_2-A03'],
  Z05_3: ['Z05_3-A02', 'Z05_3-A03'],
  Z08: ['Z08-A02', 'Z08-A03'],
  Z08_1: ['Z08_1-A02', 'Z08_1-A03'],
  Z08_2: ['Z08_2-A02', 'Z08_2-A03'],
  Z10: ['Z10-A02', 'Z10-A03'],
  Z10_1: ['Z10_1-A02', 'Z10_1-A03'],
  Z10_2: ['Z10_2-A02', 'Z10_2-A03'],
  Z12: ['Z12-A02', 'Z12-A03'],
};

/** Every printed 科目 row is the sum of the rows one level below it, in every column of every column table. */
export const hierarchyRules: readonly Rule[] = codeTables.map((form) => ({
  id: hierarchyIds[form],
  title: `${formName(form)}：上级行等于下级行之和`,
  severity: 'error',
  each: { rows: { of: [form], level: 'parents' }, columns: { of: form, level: 'all' } },
  source: derived(`${formName(form)} 合计＝Σ类，类＝Σ款，款＝Σ项，项＝Σ项目`),
  claim: equal(cell(`${form}.*.*`), sumRows(form, 'children', '*')),
  hint: '逐行核对下级科目：是否漏行、重复行，或某一行数字有误。',
}));

/** 合计 = ten groups, each group = its 款, in every row of the 经济分类 forms. */
export const economicRules: readonly Rule[] = matrixTables.flatMap((form): Rule[] => [
  {
    id: totalIds[form][0],
    title: `${formName(form)}：合计等于经济分类各类之和`,
    severity: 'error',
    each: { rows: { of: [form], level: 'all' } },
    source: derived(`${formName(form)} 合计＝301＋302＋303＋307＋309＋310＋311＋312＋313＋399`),
    claim: equal(`${form}.*.合计`, sumColumns(form, 'groups')),
    hint: '核对该行合计与十类小计。',
  },
  {
    id: totalIds[form][1],
    title: `${formName(form)}：各类小计等于各款之和`,
    severity: 'error',
    each: { rows: { of: [form], level: 'all' }, columns: { of: form, level: 'groups' } },
    source: derived(`${formName(form)} 小计＝Σ款`),
    claim: equal(`${form}.*.*`, sumColumns(form, 'items')),
    hint: '核对该行该类的小计与各款。',
  },
]);
