import type { Table } from '../../facts/fact-set';
import { f03VehicleUses } from '../../layouts/f03';
import type { Desk } from '../desk';
import type { Paragraph } from '../document';
import { isSpent, type AmountOrGap } from '../input';
import { listed } from '../lists';
import { plainName } from '../names';
import { joined, nothing, paragraph, printed, say, sentence, type Phrase } from '../say';
import type { OtherFigures } from './s10-reads';
import { given } from './s07-parts';

export const assetsAsks = (at: string): Readonly<Record<string, string>> => ({ 'vehicles.otherUse': at });

export const assetsParagraphs = (desk: Desk, figures: OtherFigures, table: Table | undefined): readonly Paragraph[] => [
  paragraph('S10.3.1', [carSentence(desk, figures, table, [desk.unit]), equipmentSentence(desk, figures)]),
];

/** Uses of vehicles by the names that the form of the year prints. */
function vehicleUses(table: Table | undefined): readonly { readonly name: string; readonly amount: AmountOrGap }[] {
  return f03VehicleUses.flatMap((use) => {
    const row = table?.row(use);
    const reading = table?.at(use, '统计数');
    if (!row || reading?.state !== 'number') return [];
    return [{ name: plainName(row.name) || use, amount: reading.fact }];
  });
}

export function carSentence(desk: Desk, figures: OtherFigures, table: Table | undefined, owner: Phrase): Phrase {
  const uses = listed(vehicleUses(table), figures.cars, desk.profile.zeroItems);
  const list = joined(
    uses.map(({ name, amount }) => say`${printed(name)}${desk.print.count(amount)}辆`),
    '、',
  );
  return sentence(
    say`${desk.phrase(desk.profile.phrases.yearEnd)}`,
    say`${owner}共有车辆${desk.print.count(figures.cars)}辆`,
    list.length > 0 ? say`其中：${list}` : nothing,
    isSpent(figures.otherCars)
      ? say`其他用车主要用于${given(desk.supplements.text('vehicles.otherUse'), '其他用车的用途', 'vehicles.otherUse')}`
      : nothing,
  );
}

/** The form prints one row for equipment, or two until 2021. */
export function equipmentSentence(desk: Desk, figures: OtherFigures): Phrase {
  const { print } = desk;
  const older = figures.equipment.kind === 'gap' && figures.equipment50.kind !== 'gap' && figures.equipment100.kind !== 'gap';
  return older
    ? sentence(
        say`单价50万元以上通用设备${print.count(figures.equipment50)}台（套）`,
        say`单价100万元以上专用设备${print.count(figures.equipment100)}台（套）`,
      )
    : sentence(say`单价100万元（含）以上设备（不含车辆）${print.count(figures.equipment)}台（套）`);
}
