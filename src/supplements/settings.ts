import { field, type Field } from './field';

/** What a person may set otherwise than the profile does, with the words for each choice. */
export const settingOptions = {
  rounding: {
    label: '尾差的处理',
    options: { note: '注明尾差', balance: '调整最大项' },
    hint: '各部分之和与合计差0.01万元时：在文末注明，或调整其中最大的一项（溯源中保留实际数）',
  },
  itemStyle: { label: '各项支出的排列', options: { flat: '逐项', grouped: '按类分组' }, hint: '按类分组时，每类先写小计' },
  zeroItems: { label: '没有发生额的项', options: { omit: '不列', list: '列出' }, hint: '收入、支出构成等列举中金额为0的项' },
  trailingZeros: { label: '小数末尾的0', options: { drop: '省略', keep: '保留' }, hint: '93.5万元，或93.50万元' },
  thousandsSeparator: { label: '千分位分隔符', options: { no: '不用', yes: '使用' }, hint: '1089.83万元，或1,089.83万元' },
  meetings: { label: '会议费和培训费', options: { no: '不写', yes: '写明' }, hint: '在机关运行经费之后写明财决08表的会议费、培训费' },
  wanDecimals: { label: '万元的小数位数', options: { '2': '两位', '4': '四位', '6': '六位' }, hint: '金额以万元列示时保留的小数' },
} as const;
export type SettingId = keyof typeof settingOptions;

export const settingFields: readonly Field[] = (Object.keys(settingOptions) as SettingId[]).map((id) => {
  const { label, options, hint } = settingOptions[id];
  return field(`settings/${id}`, 'settings', 'choice', label, hint, { options: Object.values(options) });
});
