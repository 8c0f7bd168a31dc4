import type { Severity } from '../../facts/outcome';
import type { Source } from '../../kernel/source';

/** A small text, and the cells it is held against where the rule needs any (`Key: number in 元`, `@上年` for last year's). */
export interface ProofExample {
  readonly text: string;
  readonly cells?: Readonly<Record<string, string>>;
}

/** One rule of 校对. Ids are permanent and never reused. */
export interface ProofRule {
  readonly title: string;
  /** error = 错误, warning = 疑似, info = 建议; single findings may be milder. */
  readonly severity: Severity;
  readonly words: string;
  /** A text that the rule reports, and its nearest neighbour that it does not. */
  readonly wrong: ProofExample;
  readonly right: ProofExample;
  readonly source: Source;
  readonly hint: string;
}

export const ofFormat = (clause: string): Source => ({ by: 'official', doc: '四川省部门决算公开格式（2022年度起）', clause });
export const reckoned = (clause: string): Source => ({ by: 'derived', doc: '部门决算报表与情况说明的对应关系', clause });
export const wordingAdvice = (clause: string): Source => ({ by: 'house', doc: '文字校对', clause });

export const totalHead = '一、收入支出决算总体情况说明\n';
export const agency = '（一）机关运行经费支出情况\n';
export const list = '三、支出决算情况说明\n';
export const itemsHead = '五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n';
export const officialHead = '七、财政拨款“三公”经费支出决算情况说明\n';
export const cells = { 'Z01.收入总计.决算数': '7303906', 'Z01.收入总计.决算数@上年': '13899074' };
export const line = '住房保障支出（类）住房改革支出（款）住房公积金（项）';
export const budgetCells = {
  'F03.公务接待费.统计数': '300000',
  'F03.公务接待费.全年预算数': '320000',
  'F03.公务接待费.年初预算数': '320000',
};
/** 公开01表 with a total, as a text file holds it. */
export const publicTable = (total: string): string =>
  [
    '收入支出决算总表',
    '公开01表\t\t单位：万元',
    '项目\t决算数\t项目\t决算数',
    '一般公共预算财政拨款收入\t700\t一般公共服务支出\t700',
    '本年收入合计\t700\t本年支出合计\t700',
    `年初结转和结余\t30.39\t年末结转和结余\t30.39`,
    `总计\t${total}\t总计\t730.39`,
  ].join('\n');
export const tableCells = {
  'Z01.一般公共预算财政拨款收入.决算数': '7000000',
  'Z01.201.决算数': '7000000',
  'Z01.本年收入合计.决算数': '7000000',
  'Z01.本年支出合计.决算数': '7000000',
  'Z01.年初结转和结余.决算数': '303906',
  'Z01.年末结转和结余.决算数': '303906',
  'Z01.收入总计.决算数': '7303906',
  'Z01.支出总计.决算数': '7303906',
};
