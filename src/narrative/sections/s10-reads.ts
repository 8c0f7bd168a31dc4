import type { AmountOrGap } from '../input';

/** 附03 as section 十 needs it, and the two 款 of 财决08 that some provinces print beside 机关运行经费. */
export const otherReads = () =>
  ({
    agency: 'F03.机关运行经费.统计数',
    meetings: 'Z08.合计.30215',
    training: 'Z08.合计.30216',
    purchases: 'F03.政府采购支出合计.统计数',
    goods: 'F03.政府采购货物支出.统计数',
    works: 'F03.政府采购工程支出.统计数',
    services: 'F03.政府采购服务支出.统计数',
    small: 'F03.授予中小企业合同金额.统计数',
    micro: 'F03.授予小微企业合同金额.统计数',
    cars: 'F03.车辆数合计.统计数',
    otherCars: 'F03.其他用车.统计数',
    equipment: 'F03.单价100万元以上设备.统计数',
    equipment50: 'F03.单价50万元以上通用设备.统计数',
    equipment100: 'F03.单价100万元以上专用设备.统计数',
  }) as const;
export type OtherFigures = Readonly<Record<keyof ReturnType<typeof otherReads>, AmountOrGap>>;
