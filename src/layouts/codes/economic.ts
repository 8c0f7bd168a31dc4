/** 部门预算支出经济分类, 2018 revision as printed in 财决05…12 from 2019 on (政府收支分类科目); the 399 group has two printings. */

export interface EconomicGroup {
  readonly name: string;
  /** 人员经费 = 301 + 303; everything else in basic expenditure is 公用经费. */
  readonly kind: '人员经费' | '公用经费';
  /** 基本建设 money: never part of basic expenditure. */
  readonly projectOnly?: boolean;
  readonly items: Readonly<Record<string, string>>;
}

/** 款 that both groups of 资本性支出 print. */
type CapitalItem = '01' | '02' | '03' | '05' | '06' | '07' | '08' | '13' | '19' | '21' | '22' | '99';

const capital = <Group extends '309' | '310'>(group: Group, last: string): Readonly<Record<`${Group}${CapitalItem}`, string>> => {
  const names: Readonly<Record<CapitalItem, string>> = {
    '01': '房屋建筑物购建',
    '02': '办公设备购置',
    '03': '专用设备购置',
    '05': '基础设施建设',
    '06': '大型修缮',
    '07': '信息网络及软件购置更新',
    '08': '物资储备',
    '13': '公务用车购置',
    '19': '其他交通工具购置',
    '21': '文物和陈列品购置',
    '22': '无形资产购置',
    '99': last,
  };
  const named = Object.entries(names).map(([item, name]) => [`${group}${item}`, name]);
  return Object.fromEntries(named) as Record<`${Group}${CapitalItem}`, string>;
};

export const economicGroups = {
  '301': {
    name: '工资福利支出',
    kind: '人员经费',
    items: {
      '30101': '基本工资',
      '30102': '津贴补贴',
      '30103': '奖金',
      '30106': '伙食补助费',
      '30107': '绩效工资',
      '30108': '机关事业单位基本养老保险缴费',
      '30109': '职业年金缴费',
      '30110': '职工基本医疗保险缴费',
      '30111': '公务员医疗补助缴费',
      '30112': '其他社会保障缴费',
      '30113': '住房公积金',
      '30114': '医疗费',
      '30199': '其他工资福利支出',
    },
  },
  '302': {
    name: '商品和服务支出',
    kind: '公用经费',
    items: {
      '30201': '办公费',
      '30202': '印刷费',
      '30203': '咨询费',
      '30204': '手续费',
      '30205': '水费',
      '30206': '电费',
      '30207': '邮电费',
      '30208': '取暖费',
      '30209': '物业管理费',
      '30211': '差旅费',
      '30212': '因公出国（境）费用',
      '30213': '维修（护）费',
      '30214': '租赁费',
      '30215': '会议费',
      '30216': '培训费',
      '30217': '公务接待费',
      '30218': '专用材料费',
      '30224': '被装购置费',
      '30225': '专用燃料费',
      '30226': '劳务费',
      '30227': '委托业务费',
      '30228': '工会经费',
      '30229': '福利费',
      '30231': '公务用车运行维护费',
      '30239': '其他交通费用',
      '30240': '税金及附加费用',
      '30299': '其他商品和服务支出',
    },
  },
  '303': {
    name: '对个人和家庭的补助',
    kind: '人员经费',
    items: {
      '30301': '离休费',
      '30302': '退休费',
      '30303': '退职（役）费',
      '30304': '抚恤金',
      '30305': '生活补助',
      '30306': '救济费',
      '30307': '医疗费补助',
      '30308': '助学金',
      '30309': '奖励金',
      '30310': '个人农业生产补贴',
      '30311': '代缴社会保险费',
      '30399': '其他对个人和家庭的补助',
    },
  },
  '307': {
    name: '债务利息及费用支出',
    kind: '公用经费',
    items: { '30701': '国内债务付息', '30702': '国外债务付息', '30703': '国内债务发行费用', '30704': '国外债务发行费用' },
  },
  '309': { name: '资本性支出（基本建设）', kind: '公用经费', projectOnly: true, items: capital('309', '其他基本建设支出') },
  '310': {
    name: '资本性支出',
    kind: '公用经费',
    items: {
      ...capital('310', '其他资本性支出'),
      '31009': '土地补偿',
      '31010': '安置补助',
      '31011': '地上附着物和青苗补偿',
      '31012': '拆迁补偿',
    },
  },
  '311': {
    name: '对企业补助（基本建设）',
    kind: '公用经费',
    projectOnly: true,
    items: { '31101': '资本金注入', '31199': '其他对企业补助' },
  },
  '312': {
    name: '对企业补助',
    kind: '公用经费',
    items: { '31201': '资本金注入', '31203': '政府投资基金股权投资', '31204': '费用补贴', '31205': '利息补贴', '31299': '其他对企业补助' },
  },
  '313': {
    name: '对社会保障基金补助',
    kind: '公用经费',
    items: { '31302': '对社会保险基金补助', '31303': '补充全国社会保障基金', '31304': '对机关事业单位职业年金的补助' },
  },
  '399': {
    name: '其他支出',
    kind: '公用经费',
    items: {
      '39906': '赠与',
      '39907': '国家赔偿费用支出',
      '39908': '对民间非营利组织和群众性自治组织补贴',
      '39909': '经常性赠与',
      '39910': '资本性赠与',
      '39999': '其他支出',
    },
  },
} as const satisfies Record<string, EconomicGroup>;

export type EconomicGroupCode = keyof typeof economicGroups;
type ItemOf<Group extends EconomicGroupCode> = Group extends EconomicGroupCode ? keyof (typeof economicGroups)[Group]['items'] : never;
/** A group or a 款. */
export type EconomicCode = EconomicGroupCode | ItemOf<EconomicGroupCode>;
export const economicGroupCodes = Object.keys(economicGroups).sort() as readonly EconomicGroupCode[];
/** Printed order of every 款 of a group. */
export const itemsOf = (group: EconomicGroupCode): readonly EconomicCode[] =>
  Object.keys(economicGroups[group].items).sort() as EconomicCode[];
/** 办公费 for 30201, 商品和服务支出 for 302. */
export const economicName = (code: string): string | undefined => {
  const group = economicGroups[code.slice(0, 3) as EconomicGroupCode] as EconomicGroup | undefined;
  return code.length === 3 ? group?.name : group?.items[code];
};
