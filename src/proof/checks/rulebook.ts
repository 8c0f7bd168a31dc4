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

const form = (clause: string): Source => ({ by: 'official', doc: '四川省部门决算公开格式', clause, years: [2022] });
const reckoned = (clause: string): Source => ({ by: 'derived', doc: '部门决算报表与情况说明的对应关系', clause });
const house = (clause: string): Source => ({ by: 'house', doc: '文字校对', clause });

const total = '一、收入支出决算总体情况说明\n';
const agency = '（一）机关运行经费支出情况\n';
const list = '三、支出决算情况说明\n';
const items = '五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n';
const official = '七、财政拨款“三公”经费支出决算情况说明\n';
const cells = { 'Z01.收入总计.决算数': '7303906', 'Z01.收入总计.决算数@上年': '13899074' };
const line = '住房保障支出（类）住房改革支出（款）住房公积金（项）';
const budgetCells = { 'F03.公务接待费.统计数': '300000', 'F03.公务接待费.全年预算数': '320000', 'F03.公务接待费.年初预算数': '320000' };

const rules = {
  'P-CELL': {
    title: '数与决算报表的单元格一致',
    severity: 'error',
    words: '文中的金额、数量＝所说的单元格按印出的位数四舍五入',
    wrong: { text: `${total}2024年度收、支总计均为740.39万元。`, cells },
    right: { text: `${total}2024年度收、支总计均为730.39万元。`, cells },
    source: reckoned('各部分各数'),
    hint: '按单元格改正文中的数；若报表有误，先改报表。',
  },
  'P-CHANGE': {
    title: '增减额等于本年数减上年数',
    severity: 'error',
    words: '增减额＝本年单元格－上年单元格；用印出的万元数相减得到的也算对',
    wrong: {
      text: `${total}2024年度收、支总计均为730.39万元。与2023年度相比，收、支总计各减少669.52万元。主要变动原因是项目减少。`,
      cells,
    },
    right: {
      text: `${total}2024年度收、支总计均为730.39万元。与2023年度相比，收、支总计各减少659.52万元。主要变动原因是项目减少。`,
      cells,
    },
    source: reckoned('与上年比较'),
    hint: '按本年与上年的决算数重新计算。',
  },
  'P-GROWTH': {
    title: '增减幅度等于增减额除以上年数',
    severity: 'error',
    words: '幅度＝增减额÷上年数×100%；用元或用印出的万元计算，有一个四舍五入得到即算对',
    wrong: { text: `${agency}2024年度，机关运行经费支出41.51万元，比2023年度增加20万元，增长0.93%。主要原因是业务增加。` },
    right: { text: `${agency}2024年度，机关运行经费支出41.51万元，比2023年度增加20万元，增长92.98%。主要原因是业务增加。` },
    source: reckoned('与上年比较'),
    hint: '以上年数为分母重新计算，结果乘以100%。',
  },
  'P-SHARE': {
    title: '占比等于部分除以合计',
    severity: 'error',
    words: '占比＝部分÷合计×100%；用元或用印出的万元计算，有一个四舍五入得到即算对',
    wrong: { text: `${list}2024年度本年支出合计100万元，其中：基本支出60万元，占50%；项目支出40万元，占40%。` },
    right: { text: `${list}2024年度本年支出合计100万元，其中：基本支出60万元，占60%；项目支出40万元，占40%。` },
    source: reckoned('结构'),
    hint: '重新计算占比。',
  },
  'P-COMPLETION': {
    title: '完成预算的百分比等于决算数除以预算数',
    severity: 'error',
    words: '完成率＝决算数÷预算数×100%；没有写明是年初还是全年预算的，两者有一个对即算对；合计的完成率与各项一致',
    wrong: { text: `${official}公务接待费支出30万元，完成预算100%。`, cells: budgetCells },
    right: { text: `${official}公务接待费支出30万元，完成预算93.75%。`, cells: budgetCells },
    source: reckoned('预算完成情况'),
    hint: '按决算数和预算数重新计算。',
  },
  'P-LEVEL': {
    title: '写持平的，两年确实相等',
    severity: 'error',
    words: '持平：本年与上年之差不足0.01万元',
    wrong: { text: `${total}2024年度收、支总计均为730.39万元，与2023年度持平。`, cells },
    right: {
      text: `${total}2024年度收、支总计均为730.39万元，与2023年度持平。`,
      cells: { 'Z01.收入总计.决算数': '7303906', 'Z01.收入总计.决算数@上年': '7303906' },
    },
    source: reckoned('与上年比较'),
    hint: '写明增加或减少的金额、幅度和原因。',
  },
  'P-RELATION': {
    title: '决算数与预算数的大小关系符合数字',
    severity: 'error',
    words: '小于、大于、持平、未安排预算与决算数、预算数、完成率相符',
    wrong: { text: `${official}公务接待费支出30万元，完成预算93.75%，决算数大于预算数的主要原因是接待增加。` },
    right: { text: `${official}公务接待费支出30万元，完成预算93.75%，决算数小于预算数的主要原因是厉行节约。` },
    source: reckoned('预算完成情况'),
    hint: '核对预算数、完成率和文字。',
  },
  'P-DIRECTION': {
    title: '增减的方向符合数字',
    severity: 'error',
    words: '增加、增长对正数，减少、下降对负数；一句里两个词方向一致',
    wrong: { text: `${agency}2024年度，机关运行经费支出41.51万元，比2023年度减少0.24万元，增长0.57%。主要原因是压减支出。` },
    right: { text: `${agency}2024年度，机关运行经费支出41.51万元，比2023年度减少0.24万元，下降0.57%。主要原因是压减支出。` },
    source: reckoned('与上年比较'),
    hint: '按本年与上年的数改正方向。',
  },
  'P-CUT': {
    title: '四舍五入，不截去尾数',
    severity: 'warning',
    words: '只有截去尾数才能得到、四舍五入得不到的数',
    wrong: { text: `${list}2024年度本年支出合计730.18万元，其中：基本支出276万元，占37.79%；项目支出454.18万元，占62.2%。` },
    right: { text: `${list}2024年度本年支出合计730.18万元，其中：基本支出276万元，占37.8%；项目支出454.18万元，占62.2%。` },
    source: house('取数方法'),
    hint: '改为四舍五入的数。',
  },
  'P-TAIL': {
    title: '末位相差1',
    severity: 'warning',
    words: '与应有的数只差末位的1，又不是为使各项相加等于合计而调的尾差',
    wrong: { text: `${total}2024年度收、支总计均为730.38万元。`, cells: { 'Z01.收入总计.决算数': '7303900' } },
    right: { text: `${total}2024年度收、支总计均为730.39万元。`, cells: { 'Z01.收入总计.决算数': '7303900' } },
    source: house('取数方法'),
    hint: '核对取数；为使各项相加相等而调尾差的，可以保留并注明。',
  },
  'P-TWICE': {
    title: '同一个数前后一致',
    severity: 'error',
    words: '同一指标、同一年度在文中各处印出的数可以是同一个数',
    wrong: {
      text: `${official}公务接待费支出30万元。其中：国内公务接待支出30万元。国内公务接待170批次，2900人次（不包括陪同人员），共计支出28万元。`,
    },
    right: {
      text: `${official}公务接待费支出30万元。其中：国内公务接待支出30万元。国内公务接待170批次，2900人次（不包括陪同人员），共计支出30万元。`,
    },
    source: reckoned('前后一致'),
    hint: '核对哪一处是对的，改正另一处。',
  },
  'P-SUM': {
    title: '各项相加等于合计',
    severity: 'error',
    words: 'Σ所列各项＝合计，允许每个数末位的半个单位',
    wrong: { text: `${list}2024年度本年支出合计110万元，其中：基本支出60万元；项目支出40万元。` },
    right: { text: `${list}2024年度本年支出合计100万元，其中：基本支出60万元；项目支出40万元。` },
    source: reckoned('结构'),
    hint: '核对合计与各项，看是否多列、漏列或写错。',
  },
  'P-ZERO-BASE': {
    title: '分母为0时不写百分数',
    severity: 'info',
    words: '预算、合计或上年数为0时没有完成率、占比、增长率',
    wrong: { text: `${official}因公出国（境）经费支出0万元，完成预算0%。` },
    right: { text: `${official}因公出国（境）经费支出0万元，未安排预算。` },
    source: house('0÷0'),
    hint: '删去百分数，写“未安排预算”或“上年基数为0，不可比”。',
  },
  'P-ZERO-LIST': {
    title: '没有发生额的项目不列',
    severity: 'info',
    words: '收入、支出结构中金额为0的项目',
    wrong: { text: `${list}2024年度本年支出合计100万元，其中：基本支出100万元，占100%；经营支出0万元，占0%。` },
    right: { text: `${list}2024年度本年支出合计100万元，其中：基本支出100万元，占100%。` },
    source: form('第二部分 二、三（仅罗列本单位涉及的收入、支出）'),
    hint: '只列本单位涉及的项目。',
  },
  'P-YEAR': {
    title: '年度正确',
    severity: 'error',
    words: '说明的年度、比较的上一年度、年末日期的年份，以及自评结论中的年份',
    wrong: {
      text: `${agency}2024年度，机关运行经费支出41.51万元，比2022年度减少0.24万元，下降0.57%。主要原因是压减支出。`,
      cells: { 'F03.机关运行经费.统计数': '415100' },
    },
    right: {
      text: `${agency}2024年度，机关运行经费支出41.51万元，比2023年度减少0.24万元，下降0.57%。主要原因是压减支出。`,
      cells: { 'F03.机关运行经费.统计数': '415100' },
    },
    source: reckoned('年度'),
    hint: '改为本年度或上一年度。',
  },
  'P-LEFTOVER': {
    title: '没有保留范本的选择项和占位符',
    severity: 'error',
    words: '增加/减少、增长/下降、XX、×× 等',
    wrong: { text: `${official}因公出国（境）支出决算比2023年度增加/减少0万元。` },
    right: { text: `${official}因公出国（境）支出决算与2023年度持平。` },
    source: form('第二部分 各节'),
    hint: '只保留适用的一个，或填上内容。',
  },
  'P-HINT': {
    title: '没有保留范本的提示',
    severity: 'error',
    words: '（注：数据来源于…）、（项目名称）、请根据…罗列、范本 等',
    wrong: { text: `${total}2024年度收、支总计均为730.39万元。\n（注：数据来源于财决01表）` },
    right: { text: `${total}2024年度收、支总计均为730.39万元。` },
    source: form('第二部分 各节的注'),
    hint: '删去提示，或填上它要求的内容。',
  },
  'P-BLANK': {
    title: '没有未填写的空白',
    severity: 'warning',
    words: '【待补充：…】、空括号等',
    wrong: { text: `${total}2024年度收、支总计均为730.39万元。主要变动原因是【待补充】。` },
    right: { text: `${total}2024年度收、支总计均为730.39万元。主要变动原因是项目增加。` },
    source: house('空白'),
    hint: '补充内容。',
  },
  'P-CHART': {
    title: '图题后没有图形种类的提示',
    severity: 'info',
    words: '（柱状图）、（饼状图）',
    wrong: { text: `${total}（图1：收、支决算总计变动情况图）（柱状图）` },
    right: { text: `${total}（图1：收、支决算总计变动情况图）` },
    source: form('第二部分 图1至图7'),
    hint: '删去括号，放上图。',
  },
  'P-NOTHING': {
    title: '没有“主要用于无”一类的空话',
    severity: 'warning',
    words: '主要用于无、开支内容包括：无、其他用车无',
    wrong: { text: `${official}外事接待支出0万元，主要用于无。` },
    right: { text: `${official}外事接待支出0万元。` },
    source: house('空话'),
    hint: '没有发生的，把这一句删去。',
  },
  'P-STRAY': {
    title: '没有多出的字符和空的列举',
    severity: 'error',
    words: '“：。”、重复的标点、句末多出的数字',
    wrong: { text: `${official}公务用车购置及运行维护费支出0万元。0其中：公务用车购置支出0万元。` },
    right: { text: `${official}公务用车购置及运行维护费支出0万元。其中：公务用车购置支出0万元。` },
    source: house('多余字符'),
    hint: '删去多出的字符，或补上内容。',
  },
  'P-PUNCT': {
    title: '百分数后面有标点',
    severity: 'warning',
    words: '百分数与后面的另一句话之间缺少标点',
    wrong: { text: `${agency}2024年度，机关运行经费支出41.51万元，比2023年度减少0.24万元，下降0.57%无太大差距。` },
    right: { text: `${agency}2024年度，机关运行经费支出41.51万元，比2023年度减少0.24万元，下降0.57%。主要原因是压减支出。` },
    source: house('标点'),
    hint: '补上标点。',
  },
  'P-TOKEN': {
    title: '占比前有“占”字',
    severity: 'error',
    words: '列举中的百分数前少了“占”',
    wrong: { text: `${list}2024年度本年支出合计100万元，其中：基本支出60万元，60%；项目支出40万元，占40%。` },
    right: { text: `${list}2024年度本年支出合计100万元，其中：基本支出60万元，占60%；项目支出40万元，占40%。` },
    source: house('漏字'),
    hint: '补上“占”字。',
  },
  'P-UNIT': {
    title: '金额有单位',
    severity: 'error',
    words: '支出决算数为1080.02，…',
    wrong: { text: `${items}2024年度一般公共预算财政拨款支出决算数为1080.02，完成预算100%。` },
    right: { text: `${items}2024年度一般公共预算财政拨款支出决算数为1080.02万元，完成预算100%。` },
    source: house('漏字'),
    hint: '补上“万元”。',
  },
  'P-REASON': {
    title: '有增减的说明原因',
    severity: 'info',
    words: '增减额不为0的，同一段里说明主要原因',
    wrong: { text: `${official}2024年度“三公”经费财政拨款支出决算为7.59万元，较上年度减少6.52万元，下降46.21%。` },
    right: {
      text: `${official}2024年度“三公”经费财政拨款支出决算为7.59万元，较上年度减少6.52万元，下降46.21%。主要变动原因是压减公务接待。`,
    },
    source: form('第二部分 一、四、五、七、十（主要变动原因是）'),
    hint: '补充主要原因。',
  },
  'P-REASON-SIGN': {
    title: '原因与增减方向不相反',
    severity: 'warning',
    words: '减少的原因只说增加，或增加的原因只说减少',
    wrong: { text: `${agency}2024年度，机关运行经费支出41.51万元，比2023年度减少0.24万元，下降0.57%。主要原因是人员增加。` },
    right: { text: `${agency}2024年度，机关运行经费支出41.51万元，比2023年度减少0.24万元，下降0.57%。主要原因是人员减少。` },
    source: house('原因'),
    hint: '核对方向或改写原因。',
  },
  'P-ITEM-TWICE': {
    title: '一个项只列一次',
    severity: 'error',
    words: '第五部分同一科目列了两次',
    wrong: { text: `${items}1.${line}：支出决算为10万元。\n2.${line}：支出决算为5万元。` },
    right: { text: `${items}1.${line}：支出决算为10万元。\n2.住房保障支出（类）住房改革支出（款）购房补贴（项）：支出决算为5万元。` },
    source: reckoned('第五部分（三）'),
    hint: '删去多列的一项，或改正科目名称。',
  },
  'P-PATH': {
    title: '科目写全类、款、项',
    severity: 'error',
    words: '其他各项都写了类，这一项没有',
    wrong: {
      text: `${items}1.${line}：支出决算为10万元。\n2.${line.replace('公积金', '补贴')}：支出决算为1万元。\n3.住房改革支出（款）购房补贴（项）：支出决算为5万元。`,
    },
    right: { text: `${items}1.${line}：支出决算为10万元。\n2.住房保障支出（类）住房改革支出（款）购房补贴（项）：支出决算为5万元。` },
    source: form('第二部分 五（三）'),
    hint: '补上“…（类）”。',
  },
  'P-NAME': {
    title: '科目名称前后一致',
    severity: 'warning',
    words: '名词解释、第五部分与决算报表中的科目名称一致',
    wrong: {
      text: `${items}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.住房保障支出（类）住房改革（款）住房公积金（项）：指住房公积金支出。`,
    },
    right: { text: `${items}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。` },
    source: reckoned('科目'),
    hint: '按决算报表的科目名称改正。',
  },
  'P-GLOSSARY': {
    title: '名词解释不列没有的项',
    severity: 'warning',
    words: '名词解释中的项在第五部分（和决算报表）中没有',
    wrong: {
      text: `${items}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。\n2.教育支出（类）普通教育（款）小学教育（项）：指小学教育支出。`,
    },
    right: { text: `${items}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。` },
    source: form('第三部分'),
    hint: '删去本年没有的项。',
  },
  'P-GLOSSARY-MISSING': {
    title: '名词解释列全',
    severity: 'info',
    words: '第五部分的项和有金额的收入在名词解释中都有',
    wrong: {
      text: `${items}1.${line}：支出决算为10万元。\n2.教育支出（类）普通教育（款）小学教育（项）：支出决算为5万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。`,
    },
    right: { text: `${items}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。` },
    source: form('第三部分'),
    hint: '补上解释。',
  },
  'P-GLOSSARY-TWICE': {
    title: '一个项只解释一次',
    severity: 'error',
    words: '名词解释中同一科目列了两次',
    wrong: { text: `${items}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。\n2.${line}：指提租补贴支出。` },
    right: { text: `${items}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。` },
    source: form('第三部分'),
    hint: '核对名称与解释，改正或删去。',
  },
  'P-GLOSSARY-TEXT': {
    title: '解释与名称相符',
    severity: 'warning',
    words: '事业单位医疗解释成行政单位，养老保险解释成职业年金等',
    wrong: {
      text: `${items}1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）：支出决算为4万元。\n第三部分 名词解释\n1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）：指事业单位的缴费，以及未参加医疗保险的行政单位的经费。`,
    },
    right: {
      text: `${items}1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）：支出决算为4万元。\n第三部分 名词解释\n1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）：指事业单位基本医疗保险缴费经费。`,
    },
    source: house('名词解释'),
    hint: '核对解释是否抄错。',
  },
  'P-ORG': {
    title: '单位名称一致',
    severity: 'warning',
    words: '文中自称的单位名称、表头的单位名称与本单位名称一致',
    wrong: {
      text: `${agency}2024年度，青川示例区经济和信息化局机关运行经费支出41万元。\n（三）国有资产占有使用情况\n截至2024年12月31日，青川示例区经济和信息化局共有车辆0辆。\n第四部分 附件\n一、部门基本情况\n青川示例区经济与信息化局是一级行政单位。`,
    },
    right: {
      text: `${agency}2024年度，青川示例区经济和信息化局机关运行经费支出41万元。\n（三）国有资产占有使用情况\n截至2024年12月31日，青川示例区经济和信息化局共有车辆0辆。\n第四部分 附件\n一、部门基本情况\n青川示例区经济和信息化局是一级行政单位。`,
    },
    source: reckoned('单位名称'),
    hint: '改为本单位的全称。',
  },
  'P-NUMBERING': {
    title: '序号连续',
    severity: 'warning',
    words: '标题的序号不跳、不重',
    wrong: { text: '二、部门财政资金收支情况\n（一）收入情况\n（三）支出情况\n（三）结转结余情况' },
    right: { text: '二、部门财政资金收支情况\n（一）收入情况\n（二）支出情况\n（三）结转结余情况' },
    source: house('序号'),
    hint: '改正序号。',
  },
  'P-SECTION': {
    title: '内容与标题相符',
    severity: 'error',
    words: '政府性基金预算、国有资本经营预算两节没有互相抄错',
    wrong: { text: '九、国有资本经营预算支出决算情况说明\n2024年度政府性基金预算财政拨款支出0万元。' },
    right: { text: '九、国有资本经营预算支出决算情况说明\n2024年度国有资本经营预算财政拨款支出0万元。' },
    source: form('第二部分 八、九'),
    hint: '改正预算的名称并核对金额。',
  },
  'P-ECONOMIC': {
    title: '基本支出只列有发生额的经济分类',
    severity: 'warning',
    words: '人员经费、公用经费的列举与“三公”经费各数、财决08-1表相符',
    wrong: {
      text: `六、一般公共预算财政拨款基本支出决算情况说明\n2024年度一般公共预算财政拨款基本支出10万元，其中：公用经费10万元，主要包括：办公费、公务接待费、水费等。\n${official}公务接待费支出0万元。`,
    },
    right: {
      text: `六、一般公共预算财政拨款基本支出决算情况说明\n2024年度一般公共预算财政拨款基本支出10万元，其中：公用经费10万元，主要包括：办公费、水费等。\n${official}公务接待费支出0万元。`,
    },
    source: form('第二部分 六（仅罗列本单位实际支出涉及的经济分类科目）'),
    hint: '只列实际有支出的科目。',
  },
  'P-SECTIONS': {
    title: '各部分齐全',
    severity: 'info',
    words: '公开格式要求的各部分都有',
    wrong: {
      text: [
        '一、收入支出决算总体情况说明',
        '二、收入决算情况说明',
        '三、支出决算情况说明',
        '四、财政拨款收入支出决算总体情况说明',
        '五、一般公共预算财政拨款支出决算情况说明',
        '六、一般公共预算财政拨款基本支出决算情况说明',
        '七、财政拨款“三公”经费支出决算情况说明',
        '八、政府性基金预算支出决算情况说明',
      ].join('\n'),
    },
    right: { text: '一、收入支出决算总体情况说明' },
    source: form('第二部分'),
    hint: '补上缺少的部分；没有发生的也要写明。',
  },
  'P-OFFICIAL': {
    title: '“三公”经费各部分都写明',
    severity: 'info',
    words: '出国（境）、购车、用车运行、接待四项都提到，没有发生也写明',
    wrong: { text: `${official}2024年度“三公”经费财政拨款支出决算为3万元。公务接待费支出3万元。` },
    right: {
      text: `${official}2024年度“三公”经费财政拨款支出决算为3万元。因公出国（境）费支出0万元。公务用车购置支出0万元，公务用车运行维护费支出0万元。公务接待费支出3万元。`,
    },
    source: { by: 'official', doc: '部门决算公开检查要点（普陀区）', clause: '“三公”经费', years: [2025] },
    hint: '补上没有写的部分。',
  },
  'P-CARRY': {
    title: '自评报告的结转结余与第二部分一致',
    severity: 'warning',
    words: '自评报告说没有结转结余或结转结余较大，与第二部分收、支总计和本年支出的差不符',
    wrong: {
      text: `${total}2024年度收、支总计均为730.39万元。\n${list}2024年度本年支出合计730.18万元。\n第四部分 附件\n区级部门整体绩效自评报告\n二、部门财政资金收支情况\n（一）部门财政资金结转结余情况\n无`,
    },
    right: {
      text: `${total}2024年度收、支总计均为730.18万元。\n${list}2024年度本年支出合计730.18万元。\n第四部分 附件\n区级部门整体绩效自评报告\n二、部门财政资金收支情况\n（一）部门财政资金结转结余情况\n无`,
    },
    source: reckoned('绩效自评与说明'),
    hint: '核对结转结余。',
  },
  'P-TYPO': {
    title: '固定用语没有错字',
    severity: 'warning',
    words: '决算数等预算数、世纪缴纳、1量 等常见错字',
    wrong: { text: `${official}公务用车运行维护费支出1万元，决算数等预算数。` },
    right: { text: `${official}公务用车运行维护费支出1万元，决算数等于预算数。` },
    source: house('错字'),
    hint: '改正错字。',
  },
} as const satisfies Readonly<Record<string, ProofRule>>;

export type ProofRuleId = keyof typeof rules;
export const rulebook: Readonly<Record<ProofRuleId, ProofRule>> = rules;
export const proofRuleIds = Object.keys(rules) as readonly ProofRuleId[];
