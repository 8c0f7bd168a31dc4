import type { Scheme } from './scheme';

/**
 * 部门整体绩效自评 as one county of Sichuan publishes it for 2025. The five groups of part one are printed with 60 points
 * under a heading of 65; the 5 that are missing are taken for 结果应用 until the notice itself has been seen.
 */
export const sichuanDept2025: Scheme = {
  id: 'sichuan-dept-2025',
  name: '四川（区县级部门整体，2025年度）',
  source: { by: 'derived', doc: '区级部门整体绩效自评报告（2025年度）', clause: '三、部门预算绩效分析', unverified: true },
  parts: [
    {
      id: 'overall',
      heading: '部门预算总体绩效分析',
      kind: 'overall',
      groups: [
        { id: '1', name: '履职效能', points: 15, paragraphs: 3, asks: '一项履职目标的完成情况' },
        {
          id: '2',
          name: '预算管理',
          points: 25,
          children: [
            { id: '2.1', name: '预算编制质量', points: 6, asks: '年初部门预算的编制情况', about: ['预算编制'] },
            { id: '2.2', name: '单位收入统筹', points: 3, asks: '收入是否全部纳入统筹、报表是否按时报送' },
            { id: '2.3', name: '支出执行进度', points: 8, asks: '支出进度、上级资金分配的时间', about: ['支出进度', '执行进度'] },
            { id: '2.4', name: '预算年终结余', points: 3, asks: '年末结转的情况', about: ['结转', '结余'] },
            { id: '2.5', name: '严控一般性支出', points: 5, states: '一般性支出', asks: '“三公”经费等支出是否在预算内' },
          ],
        },
        {
          id: '3',
          name: '财务管理',
          points: 6,
          children: [
            { id: '3.1', name: '财务管理制度', points: 2, asks: '内控制度、重大事项集体决策', about: ['财务管理制度', '内控'] },
            { id: '3.2', name: '财务岗位设置', points: 2, asks: '岗位和不相容岗位的设置' },
            { id: '3.3', name: '资金使用规范', points: 2, asks: '资金使用是否合规' },
          ],
        },
        {
          id: '4',
          name: '资产管理',
          points: 8,
          children: [
            { id: '4.1', name: '资产月报和年报报送', points: 3, asks: '资产报表的报送情况' },
            { id: '4.2', name: '账账相符', points: 3, asks: '资产账与财务账是否相符' },
            { id: '4.3', name: '资产利用率与盘活率', points: 2, asks: '设备和办公用房的利用情况', about: ['资产'] },
          ],
        },
        { id: '5', name: '采购管理', points: 6, asks: '政府采购的组织情况' },
      ],
    },
    {
      id: 'projects',
      heading: '部门预算项目绩效分析',
      kind: 'projects',
      groups: [
        {
          id: '6',
          name: '项目决策',
          points: 12,
          children: [
            { id: '6.1', name: '决策程序', points: 4, asks: '事前评估的情况' },
            { id: '6.2', name: '目标设置', points: 4, asks: '目标设置的情况', about: ['绩效指标', '目标设置', '指标量化', '指标不够'] },
            { id: '6.3', name: '项目入库', points: 4, asks: '入库是否及时' },
          ],
        },
        {
          id: '7',
          name: '项目执行',
          points: 12,
          children: [
            { id: '7.1', name: '资金执行同向', also: ['执行同向'], points: 4, asks: '列支内容是否与目标相符' },
            { id: '7.2', name: '项目调整', points: 4, asks: '收回预算、调整目标等措施', about: ['绩效监控', '过程跟踪'] },
            { id: '7.3', name: '执行结果', points: 4, follows: '项目执行率', about: ['执行率'] },
          ],
        },
        {
          id: '8',
          name: '目标实现',
          points: 11,
          children: [
            { id: '8.1', name: '目标完成', points: 4, asks: '数量指标的完成情况' },
            { id: '8.2', name: '目标偏离', points: 4, asks: '偏离预设目标的情况' },
            { id: '8.3', name: '实现效果', points: 3, asks: '效益指标的实现情况' },
          ],
        },
      ],
    },
    {
      id: 'application',
      heading: '绩效结果应用情况',
      kind: 'application',
      groups: [
        {
          id: '9',
          name: '绩效结果应用',
          also: ['结果应用'],
          points: 5,
          asks: '内部应用、信息公开、整改反馈',
          about: ['结果与预算', '结果运用', '结果应用'],
        },
      ],
    },
  ],
  grades: [
    ['优', 90],
    ['良', 80],
    ['中', 60],
    ['差', 0],
  ],
  ratePoints: 10,
  indicatorPoints: 90,
  generalExpense: [
    '30201',
    '30202',
    '30203',
    '30204',
    '30207',
    '30209',
    '30211',
    '30212',
    '30213',
    '30214',
    '30215',
    '30216',
    '30217',
    '30226',
    '30227',
    '30231',
    '30239',
    '30299',
  ],
};
