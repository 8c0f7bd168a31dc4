import { yuan, type Entry, type Operation, type Unit, type UnitYear } from '../description';
import { cleanUnit, project, socialEntries, spend } from './clean';

/** 行政运行 of a small office; every amount grows by `more` 元 per 款 where units need two different years. */
const office = (more = 0, extra: Readonly<Record<string, number>> = {}): Entry => ({
  source: '一般公共',
  code: '2010301',
  basic: spend({
    '30101': 820000 + more,
    '30102': 710000.5,
    '30103': 640000,
    '30112': 21000.3,
    '30201': 82000.25,
    '30206': 18000,
    '30207': 12000,
    '30211': 41000 + more,
    '30228': 30500.4,
    '30239': 168000,
    ...extra,
  }),
});
const social = (more = 0): readonly Entry[] => socialEntries(268000 + more, 102000.35 + more, 26000.2 + more / 8, 214000 + more);
const services = (printing: number, more: Partial<Entry> = {}): Entry => ({
  source: '一般公共',
  code: '2010302',
  projects: [project('综合事务保障经费', { '30201': 93000, '30202': printing, '30227': 120000 })],
  ...more,
});

/** Reception of 3.2 万元 and two cars: what most small units have. */
const usual: Readonly<Record<string, number>> = { '30217': 32000, '30231': 61000.5 };
const usualOperation: Operation = {
  kept: 2,
  batches: 40,
  persons: 360,
  vehicles: [0, 1, 0, 1, 0, 0, 0, 0],
  procurement: { goods: yuan(45000), sme: yuan(45000) },
};
const staff = { administrative: 18, retired: 5 };

const year = (n: number, entries: readonly Entry[], operation: Operation = usualOperation): UnitYear => ({
  year: n,
  entries,
  operation,
  staff,
});
const two = (name: string, now: UnitYear, before?: UnitYear, kind: Unit['kind'] = '行政单位'): Unit => ({ name, kind, now, before });

const plain2023 = year(2023, [office(0, usual), services(30000), ...social()]);
const plain2024 = year(2024, [office(12000, usual), services(24500.5), ...social(3200)]);

const onlyGeneral = two('青川示例区档案服务中心', plain2024, plain2023, '参公事业单位');

const withFund = two(
  '青川示例区城市管理局',
  year(2024, [
    ...plain2024.entries,
    { source: '政府性基金', code: '2120803', projects: [project('背街小巷整治', { '31005': 1240000.5, '30227': 86000 })] },
  ]),
  year(2023, [...plain2023.entries, { source: '政府性基金', code: '2120803', projects: [project('背街小巷整治', { '31005': 980000 })] }]),
);

const withStateCapital = two(
  '青川示例区国有资产管理办公室',
  year(2024, [
    ...plain2024.entries,
    { source: '国有资本', code: '2230105', projects: [project('国企退休人员社会化管理补助', { '31204': 356000.75 })] },
  ]),
  year(2023, [
    ...plain2023.entries,
    { source: '国有资本', code: '2230105', projects: [project('国企退休人员社会化管理补助', { '31204': 402000 })] },
  ]),
);

const school = (n: number, more: number): UnitYear => ({
  year: n,
  staff: { institution: 46, retired: 9 },
  entries: [
    {
      source: '一般公共',
      code: '2050202',
      basic: spend({
        '30101': 2100000 + more,
        '30107': 1850000.4,
        '30112': 48000,
        '30201': 210000,
        '30205': 36000,
        '30206': 52000.5,
        '30228': 61000,
        '30399': 12000,
      }),
      projects: [project('义务教育薄弱环节改善', { '31003': 380000 + more, '30213': 120000 })],
    },
    { source: '教育收费', code: '2050202', basic: spend({ '30201': 60000, '30213': 42000.25 }), basicLeaves: yuan(5000) },
    {
      source: '事业',
      code: '2050202',
      basic: spend({ '30226': 98000 + more }),
      basicIncome: yuan(130000),
      distribution: { special: yuan(3200), surplus: yuan(28800 - more) },
    },
    {
      source: '经营',
      code: '2050299',
      operating: { spending: spend({ '30201': 26000 - more, '30226': 54000.6 }), income: yuan(110000 - more) },
      distribution: { tax: yuan(2999.4), surplus: yuan(27000) },
    },
    { source: '上级补助', code: '2050299', projects: [project('课后服务补助', { '30226': 76000 }, { leaves: yuan(4000) })] },
    { source: '附属上缴', code: '2050299', toSubordinate: yuan(15000), toSuperior: yuan(8000) },
    { source: '其他', code: '2050299', basic: spend({ '30201': 31500.3 }), usedSurplus: yuan(11500.3) },
    { source: '一般公共', code: '2080505', basic: spend({ '30108': 560000 + more * 2 }) },
    { source: '一般公共', code: '2080506', basic: spend({ '30109': 280000 + more }) },
    { source: '一般公共', code: '2101102', basic: spend({ '30110': 196000 + more / 2 }) },
    { source: '一般公共', code: '2210201', basic: spend({ '30113': 402000.5 + more }) },
  ],
  operation: { procurement: { goods: yuan(380000), services: yuan(42000), sme: yuan(400000), micro: yuan(180000) }, equipment: 1 },
});
const institution = two('青川示例区第一实验小学', school(2024, 6000), school(2023, 0), '事业单位');

const newUnit = two('青川示例区数据局', plain2024);

const lastYearZero = two('青川示例区低空经济促进办公室', plain2024, { year: 2023, entries: [] });

const unchanged = two('青川示例区地方志编纂中心', plain2024, { ...plain2024, year: 2023 }, '参公事业单位');

const noThreePublic = two(
  '青川示例区信访服务中心',
  year(2024, [office(12000), services(24500.5), ...social(3200)], {}),
  year(2023, [office(), services(30000), ...social()], {}),
);

const abroad = two(
  '青川示例区外事交流服务中心',
  year(
    2024,
    [
      office(12000, { ...usual, '30212': 86000.4 }),
      { source: '一般公共', code: '2020599', projects: [project('友城交流专项', { '30212': 124000, '30217': 26000 })] },
      ...social(3200),
    ],
    {
      ...usualOperation,
      groups: 2,
      travellers: 7,
      batches: 52,
      persons: 480,
      foreign: { amount: yuan(26000), batches: 6, persons: 95 },
      budget: { abroad: { initial: yuan(260000), full: yuan(240000) } },
    },
  ),
  year(2023, [office(0, { ...usual, '30212': 62000 }), ...social()], { ...usualOperation, groups: 1, travellers: 3 }),
);

const vehicleBought = two(
  '青川示例区应急服务中心',
  year(
    2024,
    [
      office(12000, usual),
      {
        source: '一般公共',
        code: '2240106',
        projects: [project('执法车辆更新', { '31013': 359600.8 }), project('应急指挥车购置', { '30913': 268000 })],
      },
      ...social(3200),
    ],
    {
      ...usualOperation,
      kept: 5,
      bought: 3,
      vehicles: [0, 1, 0, 1, 3, 0, 0, 0],
      procurement: { goods: yuan(627600.8), sme: yuan(359600.8) },
    },
  ),
  year(2023, [office(0, usual), services(30000), ...social()]),
);

const carryOver = two(
  '青川示例区乡村振兴服务中心',
  year(2024, [
    office(12000, usual),
    ...social(3200),
    { source: '一般公共', code: '2130122', projects: [project('高标准农田奖补', { '31005': 640000.5 }, { income: yuan(420000) })] },
    { source: '政府性基金', code: '2082201', projects: [project('移民直补', { '30305': 186000 }, { leaves: yuan(12400) })] },
  ]),
  year(2023, [
    office(0, usual),
    ...social(),
    {
      source: '一般公共',
      code: '2130122',
      basicOpening: yuan(1500),
      projects: [project('高标准农田奖补', { '31005': 380000 }, { opening: yuan(60000), leaves: yuan(268400.5) })],
    },
    {
      source: '一般公共',
      code: '2130599',
      projects: [project('帮扶项目尾款', { '31299': 84000 }, { leaves: yuan(9600.25), finished: true })],
    },
    { source: '政府性基金', code: '2082201', projects: [project('移民直补', { '30305': 171600 }, { leaves: yuan(9000) })] },
  ]),
);

/** The twelve kinds of unit that a text must be right for; the public forms (万元) are those of `cleanUnit`. */
export const units = {
  onlyGeneral,
  withFund,
  withStateCapital,
  institution,
  newUnit,
  lastYearZero,
  unchanged,
  noThreePublic,
  abroad,
  vehicleBought,
  carryOver,
  publicForms: cleanUnit,
} as const satisfies Record<string, Unit>;
export type UnitName = keyof typeof units;
