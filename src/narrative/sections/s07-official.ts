import { changeOf } from '../change';
import type { Desk } from '../desk';
import type { Block, Inline } from '../document';
import { isSpent, isZero, type AmountOrGap } from '../input';
import { withShares } from '../lists';
import { chart, heading, joined, nothing, paragraph, printed, say, sentence, type Phrase } from '../say';
import { section } from '../section';
import { officialReads, type OfficialFigures } from './official-reads';
import { given, partReasons } from './s07-parts';
import { vehicleParagraphs } from './s07-vehicles';

const parts = { abroad: 'S07.2.1', vehicles: 'S07.2.2', reception: 'S07.2.3' } as const;

/** What section 七 asks for, whole and by part. */
const officialAsks: Readonly<Record<string, string>> = {
  'reasons.S07': 'S07.1.1',
  'reasons.S07.change': 'S07.1.1',
  ...Object.fromEntries(
    Object.entries(parts).flatMap(([part, at]) => [
      [`reasons.S07.${part}`, at],
      [`reasons.S07.${part}.budget`, at],
    ]),
  ),
  'abroad.content': parts.abroad,
  'vehicles.bought.*.count': parts.vehicles,
  'vehicles.bought.*.amount': parts.vehicles,
  'vehicles.kept.*': parts.vehicles,
  'vehicles.use': parts.vehicles,
  'vehicles.boughtUse': parts.vehicles,
  'reception.use': parts.reception,
  'reception.content': parts.reception,
  'reception.foreign': parts.reception,
};

export const s07Official = section({
  name: 'S07',
  id: 'S07',
  source: { by: 'official', doc: '四川省部门决算公开格式', clause: '第二部分 七' },
  charts: ['C07'],
  reads: officialReads,
  prior: ['三公.合计', '三公.出国', '三公.用车', '三公.接待'],
  asks: officialAsks,
  write: ({ figures, prior }, desk) => {
    const before = prior('三公.合计');
    const shown = officialParts(desk, figures);
    const shares = partsOf(desk, figures);
    // One sentence needs no （一） of its own.
    if (isZero(figures.total) && isZero(figures.totalBudget)) return [paragraph('S07.1.1', noneSentences(desk, figures, before))];
    return [
      heading('S07.1', 2, '（一）“三公”经费财政拨款支出决算总体情况说明'),
      paragraph('S07.1.1', overall(desk, figures, before)),
      heading('S07.2', 2, '（二）“三公”经费财政拨款支出决算具体情况说明'),
      ...(shares.length > 0 ? [paragraph('S07.2.0', [shares])] : []),
      chart('C07'),
      paragraph('S07.2.0.1', [say`具体情况如下：`]),
      abroad(desk, figures, prior('三公.出国'), shown[0]!),
      ...vehicleParagraphs(desk, figures, prior('三公.用车'), shown[1]!),
      ...reception(desk, figures, prior('三公.接待'), shown[2]!),
    ];
  },
});

/** A unit without any 三公: one sentence; a fall to nothing and vehicles that are still kept are said all the same. */
export function noneSentences(desk: Desk, figures: OfficialFigures, before: AmountOrGap, explain = true): readonly Phrase[] {
  const none = say`${desk.unit}${desk.y}年度无“三公”经费财政拨款支出`;
  const change = changeOf(figures.total, before, desk.print);
  const moved = change.kind === 'level' ? nothing : desk.words.thanLastYear(figures.total, before);
  const kept = isZero(figures.kept)
    ? nothing
    : sentence(say`${desk.phrase(desk.profile.phrases.yearEnd)}`, say`${desk.holder}共有公务用车${desk.print.count(figures.kept)}辆`);
  return [
    sentence(none, moved),
    explain ? sentence(desk.changeReason(figures.total, before, 'S07.change', desk.profile.phrases.changeReason, '“三公”经费')) : nothing,
    kept,
  ];
}

/** The change against last year and the gap to the budget, each with its own reason. */
function overall(desk: Desk, figures: OfficialFigures, before: AmountOrGap): readonly Phrase[] {
  const { total, totalBudget } = figures;
  return [
    sentence(
      say`${desk.y}年度“三公”经费财政拨款支出决算为${desk.print.wan(total)}`,
      desk.completion(total, totalBudget),
      desk.words.thanLastYear(total, before),
    ),
    sentence(desk.changeReason(total, before, 'S07.change', desk.profile.phrases.changeReason, '“三公”经费')),
    sentence(desk.gapReason(total, totalBudget, desk.reason('S07'), 'reasons.S07', '“三公”经费')),
  ];
}

/** The three parts as they are printed: the list and the paragraph of each say the same. */
export const officialParts = (desk: Desk, { abroad: a, vehicles, reception: r, total }: OfficialFigures): readonly Inline[] =>
  desk.parts([a, vehicles, r], total);

function partsOf(desk: Desk, figures: OfficialFigures): Phrase {
  const list = withShares(
    [
      { name: '因公出国（境）费支出决算', amount: figures.abroad },
      { name: '公务用车购置及运行维护费支出决算', amount: figures.vehicles },
      { name: '公务接待费支出决算', amount: figures.reception },
    ],
    figures.total,
    desk,
  );
  return list.length > 0 ? sentence(say`${desk.y}年度“三公”经费财政拨款支出决算中`, list) : nothing;
}

function abroad(desk: Desk, figures: OfficialFigures, before: AmountOrGap, shown: Inline): Block {
  const { print } = desk;
  const spent = figures.abroad;
  const happened = isSpent(spent) || isSpent(figures.groups);
  return paragraph('S07.2.1', [
    say`1.`,
    sentence(say`因公出国（境）经费支出${shown}`, desk.completion(spent, figures.abroadBudget)),
    sentence(say`全年安排因公出国（境）团组${print.count(figures.groups)}次`, say`出国（境）${print.count(figures.travellers)}人`),
    sentence(desk.words.than('因公出国（境）支出决算', spent, before)),
    partReasons(desk, spent, before, figures.abroadBudget, 'S07.abroad', '因公出国（境）支出'),
    happened
      ? sentence(
          say`开支内容包括：${given(desk.supplements.abroadContent, '因公出国（境）团组名称、出访地点、取得成效', 'abroad.content')}`,
        )
      : nothing,
  ]);
}

function reception(desk: Desk, figures: OfficialFigures, before: AmountOrGap, shown: Inline): readonly Block[] {
  const { print, supplements } = desk;
  const { reception: spent, domestic, foreign, foreignPlace } = figures;
  const [home, abroadPlace] = desk.parts([domestic, foreignPlace], spent, shown) as [Inline, Inline];
  const domesticWords = [
    say`国内公务接待支出${home}`,
    !isSpent(domestic)
      ? nothing
      : say`主要用于执行公务、开展业务活动开支的${given(supplements.text('reception.use'), '国内公务接待费的开支范围（交通费、住宿费、用餐费中实际发生的）', 'reception.use')}`,
  ];
  return [
    paragraph('S07.2.3', [
      say`3.`,
      sentence(say`公务接待费支出${shown}`, desk.completion(spent, figures.receptionBudget)),
      sentence(desk.words.than('公务接待费支出决算', spent, before)),
      partReasons(desk, spent, before, figures.receptionBudget, 'S07.reception', '公务接待费支出'),
    ]),
    paragraph('S07.2.3.1', [
      say`其中：`,
      sentence(...domesticWords),
      sentence(
        say`国内公务接待${print.count(figures.domesticBatches)}批次`,
        say`${print.count(figures.domesticPersons)}人次（不包括陪同人员）`,
        say`共计支出${home}`,
        !isSpent(domestic)
          ? nothing
          : say`具体内容包括：${given(supplements.receptionContent, '国内公务接待的具体内容', 'reception.content')}`,
      ),
    ]),
    paragraph('S07.2.3.2', [
      sentence(
        // 附03 prints 外事接待 as a part of 国内接待费: the two are not to be added up.
        joined(
          [
            say`${printed(isSpent(foreign) ? '国内公务接待支出中，' : '')}外事接待支出${print.wan(foreign)}`,
            say`外事接待${print.count(figures.foreignBatches)}批次`,
          ],
          '，',
        ),
        say`${print.count(figures.foreignPersons)}人次（不包括陪同人员）`,
        say`共计支出${print.wan(foreign)}`,
        !isSpent(foreign) ? nothing : say`主要用于${given(supplements.receptionForeign, '外事接待的主要用途', 'reception.foreign')}`,
      ),
      isSpent(foreignPlace) ? sentence(say`国（境）外公务接待支出${abroadPlace}`) : nothing,
    ]),
  ];
}
