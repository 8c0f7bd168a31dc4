import { factSet } from '../narrative/facts';

/** 科目 as the forms of the unit print them; no figure of a workbook is looked at. */
const names = {
  '2010601': '行政运行',
  '20106': '财政事务',
  '2010602': '一般行政管理事务',
  '20108': '审计事务',
  '2010801': '行政运行',
  '2010804': '审计业务',
  '20126': '档案事务',
  '2012601': '行政运行',
  '2012604': '档案馆',
  '20805': '行政事业单位养老支出',
  '2080505': '机关事业单位基本养老保险缴费支出',
  '22102': '住房改革支出',
  '2210201': '住房公积金',
};
export const linkFacts = factSet(Object.fromEntries(Object.keys(names).map((code) => [`Z08.${code}.合计`, '0'])), { names });
