import { yuan, type Entry, type Fen, type Project, type Spending, type Unit, type UnitYear } from '../description';

/** 元 by economic 款 → 分. */
export const spend = (amounts: Readonly<Record<string, number>>): Spending =>
  Object.fromEntries(Object.entries(amounts).map(([code, amount]) => [code, yuan(amount)]));

export const project = (name: string, amounts: Readonly<Record<string, number>>, more: Partial<Project> = {}): Project => ({
  name,
  spending: spend(amounts),
  ...more,
});

/** 社会保障, 医疗 and 住房 of civil servants: pension and annuity 2 : 1, housing fund in both classifications alike. */
export const socialEntries = (pension: number, medical: number, subsidy: number, housing: number): readonly Entry[] => [
  { source: '一般公共', code: '2080505', basic: spend({ '30108': pension }) },
  { source: '一般公共', code: '2080506', basic: spend({ '30109': Number((pension / 2).toFixed(2)) }) },
  { source: '一般公共', code: '2101101', basic: spend({ '30110': medical }) },
  ...(subsidy ? [{ source: '一般公共', code: '2101103', basic: spend({ '30111': subsidy }) } as const] : []),
  { source: '一般公共', code: '2210201', basic: spend({ '30113': housing }) },
];

const plan = (initial: Fen, full: Fen): { readonly initial: Fen; readonly full: Fen } => ({ initial, full });

const before: UnitYear = {
  year: 2023,
  entries: [
    {
      source: '一般公共',
      code: '2010301',
      basic: spend({
        '30101': 1502400,
        '30102': 1398600,
        '30103': 1215000.5,
        '30112': 38600.4,
        '30201': 168320.15,
        '30205': 12040,
        '30206': 46210.36,
        '30207': 28800,
        '30211': 96420.5,
        '30217': 62000,
        '30228': 74000,
        '30231': 148600.25,
        '30239': 318000,
        '30299': 21400.4,
      }),
      basicOpening: 0,
    },
    {
      source: '一般公共',
      code: '2010302',
      projects: [
        project(
          '政务服务保障经费',
          { '30201': 412300, '30202': 86500.5, '30211': 240180.2, '30217': 98000, '30227': 318000 },
          { category: '其他运转类', opening: yuan(15000), income: yuan(1180000) },
        ),
        project('区志编纂经费', { '30202': 124000, '30226': 66000 }, { category: '特定目标类' }),
      ],
      budget: { initial: { project: yuan(1300000) } },
    },
    { source: '其他', code: '2010302', projects: [project('政务服务保障经费', { '30201': 1500 }, { income: yuan(6700) })] },
    ...socialEntries(498200.4, 186420.35, 52300.2, 402318),
    {
      source: '一般公共',
      code: '2130599',
      projects: [project('驻村工作经费', { '30201': 26000, '30211': 9000.6 }, { income: yuan(40000) })],
    },
    {
      source: '政府性基金',
      code: '2120803',
      projects: [project('老旧街巷改造', { '31005': 2150000 }, { category: '特定目标类', income: yuan(2300000) })],
    },
  ],
  operation: {
    budget: { running: plan(yuan(160000), yuan(150000)), reception: plan(yuan(180000), yuan(160000)) },
    kept: 4,
    batches: 96,
    persons: 1420,
    vehicles: [0, 1, 0, 3, 0, 0, 0, 0],
    equipment: 1,
    procurement: { goods: yuan(86000), services: yuan(124000), sme: yuan(180000), micro: yuan(96000) },
  },
  staff: { administrative: 32, retired: 11 },
};

const now: UnitYear = {
  year: 2024,
  entries: [
    {
      source: '一般公共',
      code: '2010301',
      basic: spend({
        '30101': 1548200,
        '30102': 1421350.6,
        '30103': 1190400,
        '30112': 41020.4,
        '30201': 171250.35,
        '30205': 12880,
        '30206': 47315.62,
        '30207': 28500,
        '30211': 99120.8,
        '30217': 58000,
        '30228': 76400,
        '30231': 141330.17,
        '30239': 324600,
        '30299': 20118.06,
      }),
    },
    {
      source: '一般公共',
      code: '2010302',
      projects: [
        project(
          '政务服务保障经费',
          { '30201': 398210.4, '30202': 74200, '30211': 226340.75, '30217': 92000, '30227': 305600 },
          { category: '其他运转类', income: yuan(1072000) },
        ),
        project('信息化运维经费', { '30213': 186000, '31007': 94500 }, { category: '其他运转类' }),
      ],
      budget: { initial: { project: yuan(1320000) } },
    },
    { source: '其他', code: '2010302', projects: [project('政务服务保障经费', { '30201': 8100.35 }, { income: yuan(3312.5) })] },
    ...socialEntries(512640.8, 191205.6, 53880, 415626),
    {
      source: '一般公共',
      code: '2130599',
      projects: [project('驻村工作经费', { '30201': 24100.2, '30211': 11340 }, { income: yuan(32000) })],
    },
    {
      source: '政府性基金',
      code: '2120803',
      projects: [project('老旧街巷改造', { '31005': 1876543.21 }, { category: '特定目标类', income: yuan(1780000) })],
    },
  ],
  operation: {
    budget: { running: plan(yuan(150000), yuan(145000)), reception: plan(yuan(170000), yuan(155000)) },
    kept: 4,
    batches: 91,
    persons: 1308,
    vehicles: [0, 1, 0, 3, 0, 0, 0, 0],
    equipment: 1,
    procurement: { goods: yuan(94500), services: yuan(186000), sme: yuan(280500), micro: yuan(94500) },
  },
  staff: { administrative: 32, retired: 12 },
};

/** General budget with carry-over, 政府性基金, other money, four vehicles; this year and last. */
export const cleanUnit: Unit = { name: '青川示例区政务服务局', kind: '行政单位', now, before };
