import type { MatrixTable } from '../layouts/keys';
import { formName } from '../layouts/keys';
import type { Rule } from './rule';
import { derived } from './sources';
import { atMost, equal, adding } from './terms';

const cells = (...forms: readonly MatrixTable[]): NonNullable<Rule['each']> => ({
  rows: { of: forms },
  columns: { of: forms[0]!, level: 'all' },
});

const partOf = (id: string, part: MatrixTable, whole: MatrixTable): Rule => ({
  id,
  title: `${formName(part)}各格不大于${formName(whole)}`,
  severity: 'error',
  each: cells(part),
  source: derived(`${formName(part)}≤${formName(whole)}，各科目、各经济分类`),
  unlessNegative: true,
  claim: atMost(`${part}.*.*`, `${whole}.*.*`),
  hint: '财政拨款支出是全部支出的一部分；请核对这一格。',
});

/** 财决05, 08, 10 and their children, cell by cell. */
export const matrixRules: readonly Rule[] = [
  {
    id: 'Z05-X01',
    title: '财决05表各格等于05-1、05-2、05-3表之和',
    severity: 'error',
    each: cells('Z05', 'Z05_1', 'Z05_2', 'Z05_3'),
    source: derived('财决05表＝财决05-1表＋05-2表＋05-3表，各科目、各经济分类'),
    claim: equal('Z05.*.*', adding('Z05_1.*.*', 'Z05_2.*.*', 'Z05_3.*.*')),
    hint: '请核对该科目该经济分类在四张表的数字。',
  },
  {
    id: 'Z08-X01',
    title: '财决08表各格等于08-1、08-2表之和',
    severity: 'error',
    each: cells('Z08', 'Z08_1', 'Z08_2'),
    source: derived('财决08表＝财决08-1表＋08-2表，各科目、各经济分类'),
    claim: equal('Z08.*.*', adding('Z08_1.*.*', 'Z08_2.*.*')),
    hint: '请核对该科目该经济分类在三张表的数字。',
  },
  {
    id: 'Z10-X01',
    title: '财决10表各格等于10-1、10-2表之和',
    severity: 'error',
    each: cells('Z10', 'Z10_1', 'Z10_2'),
    source: derived('财决10表＝财决10-1表＋10-2表，各科目、各经济分类'),
    claim: equal('Z10.*.*', adding('Z10_1.*.*', 'Z10_2.*.*')),
    hint: '请核对该科目该经济分类在三张表的数字。',
  },
  partOf('Z08-X02', 'Z08', 'Z05'),
  partOf('Z08_1-X01', 'Z08_1', 'Z05_1'),
  partOf('Z08_2-X01', 'Z08_2', 'Z05_2'),
  partOf('Z10-X02', 'Z10', 'Z05'),
];
