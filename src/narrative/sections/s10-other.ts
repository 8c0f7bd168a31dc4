import { heading } from '../say';
import { section } from '../section';
import { agencyAsks, agencyParagraphs } from './s10-agency';
import { assetsAsks, assetsParagraphs } from './s10-assets';
import { performanceAsks, performanceParagraphs } from './s10-performance';
import { procurementAsks, procurementParagraphs } from './s10-procurement';
import { otherReads } from './s10-reads';

const source = { by: 'official', doc: '四川省部门决算公开格式', clause: '第二部分 十' } as const;

export const s10Other = section({
  name: 'S10',
  id: 'S10',
  source,
  reads: otherReads,
  tables: ['F03'],
  prior: ['机关运行经费'],
  asks: { ...agencyAsks('S10.1.1'), ...procurementAsks('S10.2.1'), ...assetsAsks('S10.3.1'), ...performanceAsks('S10.4.1') },
  write: ({ figures, table, prior }, desk) => [
    heading('S10.1', 2, '（一）机关运行经费支出情况'),
    ...agencyParagraphs(desk, figures, prior('机关运行经费')),
    heading('S10.2', 2, '（二）政府采购支出情况'),
    ...procurementParagraphs(desk, figures),
    heading('S10.3', 2, '（三）国有资产占有使用情况'),
    ...assetsParagraphs(desk, figures, table('F03')),
    heading('S10.4', 2, '（四）预算绩效管理情况'),
    ...performanceParagraphs(desk),
  ],
});

/** The four parts of 十 as sections of their own, for provinces that give each its number. */
export const s10Agency = section({
  name: 'S10-agency',
  id: 'S10.1',
  source,
  reads: otherReads,
  prior: ['机关运行经费'],
  asks: agencyAsks('S10.1.1'),
  write: ({ figures, prior }, desk) => agencyParagraphs(desk, figures, prior('机关运行经费')),
});
export const s10Procurement = section({
  name: 'S10-procurement',
  id: 'S10.2',
  source,
  reads: otherReads,
  asks: procurementAsks('S10.2.1'),
  write: ({ figures }, desk) => procurementParagraphs(desk, figures),
});
export const s10Assets = section({
  name: 'S10-assets',
  id: 'S10.3',
  source,
  reads: otherReads,
  tables: ['F03'],
  asks: assetsAsks('S10.3.1'),
  write: ({ figures, table }, desk) => assetsParagraphs(desk, figures, table('F03')),
});
export const s10Performance = section({
  name: 'S10-performance',
  id: 'S10.4',
  source,
  asks: performanceAsks('S10.4.1'),
  write: (_given, desk) => performanceParagraphs(desk),
});
