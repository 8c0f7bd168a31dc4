import type { FaultKind } from '../kind-finding';

const source = (clause: string): FaultKind['source'] => ({ by: 'derived', doc: '部门决算报表表式及编制说明', clause });

/** What can be wrong with the money unit of a whole workbook; for the findings and for RULES.md. */
export const moneyKinds = {
  apart: {
    id: 'MONEY-H01',
    title: '本年与上年的金额相差约一万倍',
    severity: 'warning',
    source: source('本年、上年各表 金额按表头的金额单位填列'),
    hint: '对照报表软件，看哪一年的金额不是按表头的金额单位填列的：改正该年各表的金额单位后重新核对。两年规模确实相差这么多的，可以搁置。',
  },
  inWan: {
    id: 'MONEY-H02',
    title: '金额很可能是按万元填列的',
    severity: 'warning',
    source: source('各表 金额按表头的金额单位填列'),
    hint: '核对各表表头的金额单位：金额按万元填列的，把“元”改为“万元”后重新核对；最好从报表软件按元重新导出。',
  },
} as const satisfies Record<string, FaultKind>;
