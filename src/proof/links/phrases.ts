/**
 * The words that texts of different provinces use for the same relation, as data. All of them are read in plain text
 * (half-width digits, full-width punctuation, no blanks, no quotation marks).
 *
 * Sources: 四川省部门决算公开格式 2022 and 2024; 上海市部门决算模板 2024 (完成年初预算的, 比…增加, 决算数大于预算数);
 * 云南、新疆、湖南 published reports as far as their wording is known (收入总计…支出总计, 与上年对比, 占…的比重).
 */
export const up = ['增加', '增长', '上升', '提高', '上涨', '增幅', '上浮', '增'] as const;
export const down = ['减少', '下降', '降低', '压减', '降幅', '减幅', '缩减', '回落', '减'] as const;

const anyOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const direction = `${anyOf(up)}|${anyOf(down)}`;
const year = '(?:(?:19|20)\\d\\d年(?:度)?|上年度?|去年|上一年度?)';
const near = '(?<near>约|近)?(?<under>不足)?';

/** Behind a name, before its number: 支出决算数为. */
export const connector =
  /^(?:（[^（）]{0,30}）)?(?:(?:19|20)\d\d年度?|，(?=合计|共计))?(?:财政拨款)?(?:支出|收入|费用?)?(?:决算)?(?:支出|收入)?(?:数|额|总额|金额)?(?:各|均|分别|共|约|近|不足|合计|总计|共计|累计|达到?|为|是|有|：|购置|数量?|实际支出|实际)*$/;

/** Words that go on with the subject of the clause before: ，支出决算为 / ：支出决算数为. */
export const goesOn =
  /^[，：。、；]?(?:其中：?)?(?:本年|全年|当年)?(?:共计|合计)?(?:实际)?(?:支出)?(?:决算)?(?:数|支出数?)?(?:支出)?(?:共计|合计)?(?:为|是|约|近|不足|均为)*$/;

/** A comparison in front of a change; nothing else may stand between the subject and the word of direction. */
export const compares = new RegExp(`(?:与|比|较|同|和)${year}(?:决算数?|执行数)?(?:相比|对比|相较)?`, 'g');
export const onlyConnects =
  /^）?[，。、；：]?(?:其中：?)?(?:财政拨款)?(?:支出|收入|费用?)?(?:决算)?(?:支出|收入)?(?:数|额|总额)?(?:[，、]|各|均|分别|共|总体|同比|同期|相比|对比)*$/;

/** 较年初预算数增加…万元 (重庆): no change against last year. */
export const besideBudget = new RegExp(`(?:与|比|较)${year}?(?:年初|全年|年度|调整后)?预算数?(?:相比)?，?(?:${direction})(?:了|额为?)?$`);
/** 比2021年度年初预算数5.00万元减少1.40万元 (北京): straight behind a budget. */
export const besidePlanned = new RegExp(`^(?:相比)?，?(?:${direction}|节约)(?:了|额为?)?$`);
/** 比2021年度三公经费年初预算 (北京), 与2021年度预算相比 (安徽): a year of comparison that is the budget's own. */
export const ownBudget = /^[^，。；：\d（）]{0,24}(?<!一般公共|政府性基金|国有资本经营|部门)预算(?!财政|拨款|收入|管理)/;
/** 比预算无增减变化，比去年… (广西): what stands between a name and its change. */
export const levelToBudget = /(?:与|比|较)(?:年初|全年|年度|调整后)?预算数?(?:相比)?(?:无增减变化|无增减|无变化|持平|一致)，?/g;
/** 增加…万元 */
export const changeEnd = new RegExp(`(?<alternative>(?:${direction})/)?(?<word>${direction})(?:了|额为?|支出|收入|金额为?)?${near}$`);
/** 增长…% */
export const rateEnd = new RegExp(
  `(?<alternative>(?:${direction})/)?(?<word>${direction})(?:了|率为?|幅度为?|幅为?|比例为?|为|达)?${near}$`,
);
/** 占本年支出合计的…% ; 占收入合计…% (浙江); 占比…% */
export const shareEnd = new RegExp(`占(?:(?<of>[^，。；：]{2,34}?)(?:的比[重例]|比[重例]|的)?)??(?:比[重例]?)?(?:为|达|是)?${near}$`);
/** 完成预算…% ; 为年初预算的…% */
export const completionEnd = new RegExp(
  `(?:(?:完成|为|占|达)(?<which>年初|全年|年度|调整|调整后|支出)?预算(?:数|安排)?的?(?:比例)?(?:为|达)?|预算(?:完成|执行)率(?:为|达到?)?)${near}$`,
);
/** 年初预算为…万元 */
export const budgetEnd = new RegExp(
  `(?:年中调整后的?)?(?<which>年初|全年|年度|调整|调整后|支出)?预算(?:数|安排|安排数|总额|总计|合计)?(?:支出)?(?:为|是|：)${near}$`,
);
/** 年初预算…万元, without 为 (江苏); 一般公共预算…万元 is a name. */
export const budgetBare = new RegExp(`(?<which>年初|全年|年度|调整后|支出)预算(?:数|安排|总额|总计|合计)?${near}$`);
/** 公务接待费预算5.00万元 (陕西), 三公经费预算总额15万元: without 年初 only straight behind a name. */
export const budgetNamed = new RegExp(`(?<which>)预算(?:数|安排|总额|总计|合计)?${near}$`);
/** Behind the budget of a whole: those of its parts follow, up to where the outturn is spoken of. */
export const planOpens = /^(?:，|（)其中：?/;
export const planCloses = /[；。）]|决算|实际|执行/;

/** 2024年年初预算为…: the year within what goes on. */
export const ownYear = /(?:19|20)\d\d年度?$/;

export const levelWords = new RegExp(
  `(?<compare>(?:与|比|较|同|和)(?<year>${year})(?:决算数?)?(?:相比)?，?)(?<word>基本持平|持平|无增减变化|无变化|没有变化)`,
  'g',
);
const which = '(?:年初|全年|年度|调整|调整后)?预算数?';
export const relationWords: readonly (readonly ['less' | 'more' | 'equal' | 'none', RegExp])[] = [
  ['equal', new RegExp(`决算数?(?:与${which}(?:基本)?(?:持平|一致|相等|相同)|等于?${which})|与${which}(?:基本)?持平`, 'g')],
  ['less', new RegExp(`决算数?(?:小于|低于|少于)${which}`, 'g')],
  ['more', new RegExp(`决算数?(?:大于|高于|多于|超过|超出)${which}`, 'g')],
  ['none', /(?:年初)?(?:未安排|没有安排|无)(?:年初|全年)?预算(?![^，。；（]*[收支])/g],
];

/** From these words to the end of the sentence a person reasons: numbers there are not statements of the forms. */
export const reasonLead =
  /(?:变动|增减)?(?:的)?(?:主要)?(?:变动)?原因(?:主要)?(?:是|为|：|有|在于|系)|具体内容包括：|开支内容包括：|主要(?:是由于|系)/g;

/** …，与上年相比减少1万元: the comparison of the clause before the reason goes on (湖南). */
export const reasonEnd = new RegExp(
  `。|，与${year}相比(?=(?:${direction})[\\d,.]+万元，(?:${direction})[\\d.]+%)` +
    // …；其中：因公出国（境）费…, …；公务接待费支出决算比…; 浙江: …；财政拨款支出年初预算数…
    '|；(?=其中：|财政拨款支出年初预算|(?:因公出国|公务用车购置|公务用车运行|公务接待费)[^，。；]{0,20}(?:\\d|比|较|与))',
);

/** Types of cars by the two official forms. */
export const carTypes = /(轿车|越野车|小型载客汽车|大中型载客汽车|载客汽车|其他车型|商务车|其他用车)$/;

/** Projects under 绩效管理: the words stand behind the number (四川) or in front of it (上海). */
export const projectsBehind: readonly (readonly [field: string, name: string, words: RegExp])[] = [
  ['performance.evaluated', '开展预算事前绩效评估的项目数', /^项目(?:开展|进行)了?(?:预算)?事前(?:绩效)?评估/],
  ['performance.targets', '编制绩效目标的项目数', /^项目(?:编制|编报|设定|设置)了?(?:预算)?绩效目标/],
  ['performance.monitored', '开展绩效监控的项目数', /^项目(?:开展|进行)了?(?:绩效)?(?:运行)?监控/],
  ['performance.selfEvaluated', '开展绩效自评的项目数', /^项目(?:开展|进行)了?(?:绩效)?自评/],
];
export const projectsInFront: readonly (readonly [field: string, name: string, words: RegExp])[] = [
  ['performance.targets', '编报绩效目标的项目数', /编报绩效目标的(?:\d{4}年度?)?项目$/],
  ['performance.monitored', '绩效跟踪评价的项目数', /绩效跟踪评价的(?:\d{4}年度?)?项目$/],
  ['performance.selfEvaluated', '绩效自评的项目数', /绩效自评的(?:\d{4}年度?)?项目$/],
];
/** The score of all projects; that of one project by name is another figure. */
export const scoreEnd = /(?:项目开展绩效自评，|平均)得分(?:为)?$/;

export const signOf = (word: string): 1 | -1 => ((up as readonly string[]).includes(word) ? 1 : -1);
