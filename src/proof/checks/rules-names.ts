import { ofFormat, reckoned, wordingAdvice, totalHead, agency, list, itemsHead, officialHead, line, type ProofRule } from './rule';

/** Names of 科目 and of the unit, numbering, what must be there. */
export const nameRules = {
  'P-ITEM-TWICE': {
    title: '一个项只列一次',
    severity: 'error',
    words: '第五部分同一科目列了两次',
    wrong: { text: `${itemsHead}1.${line}：支出决算为10万元。\n2.${line}：支出决算为5万元。` },
    right: { text: `${itemsHead}1.${line}：支出决算为10万元。\n2.住房保障支出（类）住房改革支出（款）购房补贴（项）：支出决算为5万元。` },
    source: reckoned('第五部分（三）'),
    hint: '删去多列的一项，或改正科目名称。',
  },
  'P-PATH': {
    title: '科目写全类、款、项',
    severity: 'error',
    words: '其他各项都写了类，这一项没有',
    wrong: {
      text: `${itemsHead}1.${line}：支出决算为10万元。\n2.${line.replace('公积金', '补贴')}：支出决算为1万元。\n3.住房改革支出（款）购房补贴（项）：支出决算为5万元。`,
    },
    right: { text: `${itemsHead}1.${line}：支出决算为10万元。\n2.住房保障支出（类）住房改革支出（款）购房补贴（项）：支出决算为5万元。` },
    source: ofFormat('第二部分 五（三）'),
    hint: '补上“…（类）”。',
  },
  'P-NAME': {
    title: '科目名称前后一致',
    severity: 'warning',
    words: '名词解释、第五部分与决算报表中的科目名称一致',
    wrong: {
      text: `${itemsHead}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.住房保障支出（类）住房改革（款）住房公积金（项）：指住房公积金支出。`,
    },
    right: { text: `${itemsHead}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。` },
    source: reckoned('科目'),
    hint: '按决算报表的科目名称改正。',
  },
  'P-GLOSSARY': {
    title: '名词解释不列没有的项',
    severity: 'warning',
    words: '名词解释中的项在第五部分（和决算报表）中没有',
    wrong: {
      text: `${itemsHead}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。\n2.教育支出（类）普通教育（款）小学教育（项）：指小学教育支出。`,
    },
    right: { text: `${itemsHead}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。` },
    source: ofFormat('第三部分'),
    hint: '删去本年没有的项。',
  },
  'P-GLOSSARY-MISSING': {
    title: '名词解释列全',
    severity: 'info',
    words: '第五部分的项和有金额的收入在名词解释中都有',
    wrong: {
      text: `${itemsHead}1.${line}：支出决算为10万元。\n2.教育支出（类）普通教育（款）小学教育（项）：支出决算为5万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。`,
    },
    right: { text: `${itemsHead}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。` },
    source: ofFormat('第三部分'),
    hint: '补上解释。',
  },
  'P-GLOSSARY-TWICE': {
    title: '一个项只解释一次',
    severity: 'error',
    words: '名词解释中同一科目列了两次',
    wrong: {
      text: `${itemsHead}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。\n2.${line}：指提租补贴支出。`,
    },
    right: { text: `${itemsHead}1.${line}：支出决算为10万元。\n第三部分 名词解释\n1.${line}：指住房公积金支出。` },
    source: ofFormat('第三部分'),
    hint: '核对名称与解释，改正或删去。',
  },
  'P-GLOSSARY-TEXT': {
    title: '解释与名称相符',
    severity: 'warning',
    words: '事业单位医疗解释成行政单位，养老保险解释成职业年金等',
    wrong: {
      text: `${itemsHead}1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）：支出决算为4万元。\n第三部分 名词解释\n1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）：指事业单位的缴费，以及未参加医疗保险的行政单位的经费。`,
    },
    right: {
      text: `${itemsHead}1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）：支出决算为4万元。\n第三部分 名词解释\n1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）：指事业单位基本医疗保险缴费经费。`,
    },
    source: wordingAdvice('名词解释'),
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
    source: wordingAdvice('序号'),
    hint: '改正序号。',
  },
  'P-SECTION': {
    title: '内容与标题相符',
    severity: 'error',
    words: '政府性基金预算、国有资本经营预算两节没有互相抄错',
    wrong: { text: '九、国有资本经营预算支出决算情况说明\n2024年度政府性基金预算财政拨款支出0万元。' },
    right: { text: '九、国有资本经营预算支出决算情况说明\n2024年度国有资本经营预算财政拨款支出0万元。' },
    source: ofFormat('第二部分 八、九'),
    hint: '改正预算的名称并核对金额。',
  },
  'P-ECONOMIC': {
    title: '基本支出只列有发生额的经济分类',
    severity: 'warning',
    words: '人员经费、公用经费的列举与“三公”经费各数、财决08-1表相符',
    wrong: {
      text: `六、一般公共预算财政拨款基本支出决算情况说明\n2024年度一般公共预算财政拨款基本支出10万元，其中：公用经费10万元，主要包括：办公费、公务接待费、水费等。\n${officialHead}公务接待费支出0万元。`,
    },
    right: {
      text: `六、一般公共预算财政拨款基本支出决算情况说明\n2024年度一般公共预算财政拨款基本支出10万元，其中：公用经费10万元，主要包括：办公费、水费等。\n${officialHead}公务接待费支出0万元。`,
    },
    source: ofFormat('第二部分 六（仅罗列本单位实际支出涉及的经济分类科目）'),
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
    source: ofFormat('第二部分'),
    hint: '补上缺少的部分；没有发生的也要写明。',
  },
  'P-OFFICIAL': {
    title: '“三公”经费各部分都写明',
    severity: 'info',
    words: '出国（境）、购车、用车运行、接待四项都提到，没有发生也写明',
    wrong: { text: `${officialHead}2024年度“三公”经费财政拨款支出决算为3万元。公务接待费支出3万元。` },
    right: {
      text: `${officialHead}2024年度“三公”经费财政拨款支出决算为3万元。因公出国（境）费支出0万元。公务用车购置支出0万元，公务用车运行维护费支出0万元。公务接待费支出3万元。`,
    },
    source: { by: 'official', doc: '部门决算公开检查要点（普陀区，2025年）', clause: '“三公”经费' },
    hint: '补上没有写的部分。',
  },
  'P-CARRY': {
    title: '自评报告的结转结余与第二部分一致',
    severity: 'warning',
    words: '自评报告说没有结转结余或结转结余较大，与第二部分收、支总计和本年支出的差不符',
    wrong: {
      text: `${totalHead}2024年度收、支总计均为730.39万元。\n${list}2024年度本年支出合计730.18万元。\n第四部分 附件\n区级部门整体绩效自评报告\n二、部门财政资金收支情况\n（一）部门财政资金结转结余情况\n无`,
    },
    right: {
      text: `${totalHead}2024年度收、支总计均为730.18万元。\n${list}2024年度本年支出合计730.18万元。\n第四部分 附件\n区级部门整体绩效自评报告\n二、部门财政资金收支情况\n（一）部门财政资金结转结余情况\n无`,
    },
    source: reckoned('绩效自评与说明'),
    hint: '核对结转结余。',
  },
} as const satisfies Readonly<Record<string, ProofRule>>;
