import type { Fen } from '../description';
import type { Line, ProjectLine } from '../ledger';
import type { Heading } from './heading';
import { columnForm } from './columns';
import type { KitSheet } from './grid';
import { projectCodes, projectLead, projectRows } from './matrices';
import { byCode } from './totals';

/** Twelve amounts of a project under one source of money. */
function values(project: ProjectLine, fiscal: boolean): Fen[] {
  const own = (fen: Fen): Fen => (fiscal ? fen : 0);
  const { opening, income, spent, closing } = project;
  return [
    opening + income,
    opening,
    own(opening),
    income,
    own(income),
    income - own(income),
    spent,
    own(spent),
    0,
    0,
    closing,
    own(closing),
  ];
}

/** 财决06 (geometry unverified on a real workbook) */
export function z06(heading: Heading, lines: readonly Line[]): KitSheet {
  const start = (): Fen[] => new Array<Fen>(12).fill(0);
  const collect = (row: Fen[], project: ProjectLine, line: Line): void => {
    values(project, line.fund !== undefined).forEach((fen, i) => (row[i]! += fen));
  };
  const rows = projectRows(lines, projectCodes(lines), start, collect, (row) => row);
  return columnForm({
    ...heading,
    id: 'Z06',
    title: '项目收入支出决算表',
    number: '财决06表',
    lead: projectLead,
    columns: [
      ['资金来源', '合计'],
      ['资金来源', '年初结转和结余', '小计'],
      ['资金来源', '年初结转和结余', '其中：财政拨款结转和结余'],
      ['资金来源', '本年收入', '小计'],
      ['资金来源', '本年收入', '财政拨款收入'],
      ['资金来源', '本年收入', '其他资金'],
      ['本年支出', '合计'],
      ['本年支出', '其中：财政拨款'],
      ['使用非财政拨款结余'],
      ['结余分配'],
      ['年末结转和结余', '合计'],
      ['年末结转和结余', '其中：财政拨款结转和结余'],
    ],
    items: [...byCode(lines)].map(([code, own]) => {
      const all = start();
      own.forEach((line) => line.projects.forEach((project) => collect(all, project, line)));
      return { code, values: all, projects: rows.get(code) };
    }),
    note: '注：本表反映单位本年度项目收入、支出及结转和结余情况。',
  });
}
