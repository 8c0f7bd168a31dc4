import type { Key } from '../../layouts/keys';
import type { AmountOrGap } from '../input';
import type { BudgetColumn } from '../../supplements/schema';

/** 附03 as section 七 needs it. */
export const officialReads = (budget: BudgetColumn) =>
  ({
    total: 'F03.三公经费支出合计.统计数',
    totalBudget: `F03.三公经费支出合计.${budget}`,
    abroad: 'F03.因公出国（境）费.统计数',
    abroadBudget: `F03.因公出国（境）费.${budget}`,
    groups: 'F03.因公出国（境）团组数.统计数',
    travellers: 'F03.因公出国（境）人次数.统计数',
    vehicles: 'F03.公务用车购置及运行维护费.统计数',
    vehiclesBudget: `F03.公务用车购置及运行维护费.${budget}`,
    purchase: 'F03.公务用车购置费.统计数',
    bought: 'F03.公务用车购置数.统计数',
    running: 'F03.公务用车运行维护费.统计数',
    kept: 'F03.公务用车保有量.统计数',
    reception: 'F03.公务接待费.统计数',
    receptionBudget: `F03.公务接待费.${budget}`,
    domestic: 'F03.国内接待费.统计数',
    domesticBatches: 'F03.国内公务接待批次.统计数',
    domesticPersons: 'F03.国内公务接待人次.统计数',
    foreign: 'F03.外事接待费.统计数',
    foreignBatches: 'F03.外事接待批次.统计数',
    foreignPersons: 'F03.外事接待人次.统计数',
    foreignPlace: 'F03.国（境）外接待费.统计数',
  }) as const satisfies Readonly<Record<string, Key>>;

export type OfficialFigures = Readonly<Record<keyof ReturnType<typeof officialReads>, AmountOrGap>>;
