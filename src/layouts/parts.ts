/** Own income and grants from elsewhere: what 本年收入合计 adds up beside 财政拨款, as 财决01 and 财决03 print it. */
export const otherIncomeParts = ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'] as const;

/** What 本年收入合计 of 财决01 adds up, in its order. */
export const incomeParts = [
  '一般公共预算财政拨款收入',
  '政府性基金预算财政拨款收入',
  '国有资本经营预算财政拨款收入',
  ...otherIncomeParts,
] as const;

/** What 本年支出合计 adds up by nature, as 财决04 and the nature block of 财决01 print it. */
export const expenditureParts = ['基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'] as const;
