import { changeOf } from '../../change';
import type { Desk } from '../../desk';
import type { Block, Inline } from '../../document';
import { isSpent, isZero, type AmountOrGap } from '../../input';
import { heading, joined, nothing, paragraph, printed, say, sentence, type Phrase } from '../../say';
import { section } from '../../section';
import type { ReasonKey } from '../../../supplements/schema';
import { officialReads, type OfficialFigures } from '../official-reads';
import { given } from '../s07-parts';
import { noneSentences, officialParts } from '../s07-official';
import { boughtTypes } from '../s07-vehicles';
import { fulfilled } from './general-budget';
import { shanghai } from './source';

interface Part {
  readonly name: string;
  readonly spent: AmountOrGap;
  readonly budget: AmountOrGap;
  readonly before: AmountOrGap;
  readonly key: ReasonKey;
}

/** 七: against the budget at the beginning of the year and against last year, whole and by part. */
export const s07Shanghai = section({
  name: 'S07-shanghai',
  id: 'S07',
  source: shanghai('七'),
  reads: officialReads,
  prior: ['三公.合计', '三公.出国', '三公.用车', '三公.接待'],
  asks: {
    'reasons.S07': 'S07.1',
    'reasons.S07.abroad': 'S07.1',
    'reasons.S07.vehicles': 'S07.1',
    'reasons.S07.reception': 'S07.1',
    'abroad.content': 'S07.2',
    'vehicles.bought.*.count': 'S07.2',
    'vehicles.bought.*.amount': 'S07.2',
    'vehicles.use': 'S07.2',
    'reception.content': 'S07.2',
  },
  write: ({ figures, prior }, desk) => {
    const { total, totalBudget } = figures;
    const parts: readonly Part[] = [
      { name: '因公出国（境）费', spent: figures.abroad, budget: figures.abroadBudget, before: prior('三公.出国'), key: 'S07.abroad' },
      {
        name: '公务用车购置及运行维护费',
        spent: figures.vehicles,
        budget: figures.vehiclesBudget,
        before: prior('三公.用车'),
        key: 'S07.vehicles',
      },
      { name: '公务接待费', spent: figures.reception, budget: figures.receptionBudget, before: prior('三公.接待'), key: 'S07.reception' },
    ];
    if (isZero(total) && isZero(totalBudget))
      return [paragraph('S07.1.1', [...noneSentences(desk, figures, prior('三公.合计'), false), ...partReasons(desk, parts)])];
    const shown = officialParts(desk, figures);
    return [
      heading('S07.1', 2, '（一）“三公”经费财政拨款支出决算总体情况说明'),
      paragraph('S07.1.1', againstBudget(desk, total, totalBudget, parts, shown)),
      ...againstLastYear(desk, total, prior('三公.合计'), parts),
      heading('S07.2', 2, '（二）“三公”经费财政拨款支出决算具体情况说明'),
      paragraph('S07.2.0', [shares(desk, total, parts, shown), say`具体情况如下：`]),
      abroad(desk, figures, shown[0]!),
      ...vehicles(desk, figures, shown[1]!),
      ...reception(desk, figures, shown[2]!),
    ];
  },
});

function againstBudget(
  desk: Desk,
  total: AmountOrGap,
  budget: AmountOrGap,
  parts: readonly Part[],
  shown: readonly Inline[],
): readonly Phrase[] {
  // Every part is named, at zero too: the inspection of the city looks for the words.
  const list = parts.map(({ name, spent, budget: own }, i) =>
    joined([say`${printed(name)}支出决算为${shown[i]!}`, isZero(spent) && isZero(own) ? nothing : desk.completion(spent, own)], '，'),
  );
  const head = [
    say`“三公”经费财政拨款支出年初预算为${desk.print.wan(budget)}`,
    say`支出决算为${desk.print.wan(total)}`,
    fulfilled(desk, total, budget),
  ];
  const reason = desk.gapReason(total, budget, desk.reason('S07'), 'reasons.S07', '“三公”经费');
  return [
    sentence(...head, say`其中：${joined(list, '；')}`),
    reason.length > 0 ? sentence(say`${desk.y}年度“三公”经费支出${reason}`) : nothing,
  ];
}

function againstLastYear(desk: Desk, total: AmountOrGap, before: AmountOrGap, parts: readonly Part[]): readonly Block[] {
  if (changeOf(total, before, desk.print).kind === 'none') return [];
  const moved = parts.filter((part) => changeOf(part.spent, part.before, desk.print).kind !== 'level');
  const list = moved.map((part) => movement(desk, part));
  const whole = desk.words.than(`${String(desk.input.years.now.year)}年度“三公”经费财政拨款支出决算数`, total, before);
  return [
    paragraph('S07.1.2', [
      list.length > 0 ? sentence(whole, say`其中：${joined(list, '；')}`) : sentence(whole),
      ...partReasons(desk, moved),
    ]),
  ];
}

/** Each part that moved, with its own reason. */
const partReasons = (desk: Desk, parts: readonly Part[]): readonly Phrase[] =>
  parts.map((part) => {
    const change = changeOf(part.spent, part.before, desk.print);
    if (change.kind !== 'moved') return nothing;
    const why = desk.changeReason(part.spent, part.before, part.key, '主要原因是', `${part.name}支出`);
    return sentence(say`${printed(`${part.name}支出${change.up ? '增加' : '减少'}的`)}${why}`);
  });

function movement(desk: Desk, part: Part): Phrase {
  const change = changeOf(part.spent, part.before, desk.print);
  return change.kind === 'moved'
    ? say`${printed(part.name)}支出决算${desk.words.movement(change)}`
    : desk.words.than(`${part.name}支出决算`, part.spent, part.before);
}

function shares(desk: Desk, total: AmountOrGap, parts: readonly Part[], shown: readonly Inline[]): Phrase {
  const list = parts.map(({ name, spent }, i) => joined([say`${printed(name)}支出决算${shown[i]!}`, desk.print.share(spent, total)], '，'));
  return sentence(say`“三公”经费财政拨款支出决算中`, joined(list, '；'));
}

function abroad(desk: Desk, figures: OfficialFigures, shown: Inline): Block {
  const happened = isSpent(figures.abroad) || isSpent(figures.groups);
  return paragraph('S07.2.1', [
    say`1、`,
    sentence(say`因公出国（境）费支出${shown}`),
    sentence(say`全年安排因公出国（境）团组${desk.print.count(figures.groups)}个`, say`累计${desk.print.count(figures.travellers)}人次`),
    happened
      ? sentence(say`开支内容包括：${given(desk.supplements.abroadContent, '因公出国（境）的开支内容', 'abroad.content')}`)
      : nothing,
  ]);
}

function vehicles(desk: Desk, figures: OfficialFigures, shown: Inline): readonly Block[] {
  const { print } = desk;
  const [purchase, upkeep] = desk.parts([figures.purchase, figures.running], figures.vehicles, shown) as [Inline, Inline];
  const bought = boughtTypes(desk, figures.bought, figures.purchase, purchase);
  const running = !isSpent(figures.running)
    ? nothing
    : say`主要用于${given(desk.supplements.vehicleUse, '公务用车的用途', 'vehicles.use')}`;
  return [
    paragraph('S07.2.2', [say`2、公务用车购置及运行维护费支出${shown}。其中：`]),
    paragraph('S07.2.2.1', [
      sentence(
        say`公务用车购置费支出为${purchase}`,
        !isSpent(figures.bought) ? nothing : say`主要用于更新购置公务用车${print.count(figures.bought)}辆`,
        bought.length > 0 ? say`其中：${bought}` : nothing,
      ),
    ]),
    paragraph('S07.2.2.2', [
      sentence(say`公务用车运行维护费支出${upkeep}`, running),
      sentence(
        say`${desk.y}年，${desk.unit}${printed(desk.supplements.documentKind === '部门' ? '所属各预算单位' : '')}开支财政拨款的公务用车保有量为${print.count(figures.kept)}辆`,
      ),
    ]),
  ];
}

function reception(desk: Desk, figures: OfficialFigures, shown: Inline): readonly Block[] {
  const { print } = desk;
  const [home] = desk.parts([figures.domestic, figures.foreignPlace], figures.reception, shown) as [Inline, Inline];
  const foreign = !isSpent(figures.foreign) ? nothing : say`（含外宾接待支出${print.wan(figures.foreign)}）`;
  const content = !isSpent(figures.domestic)
    ? nothing
    : say`主要用于${given(desk.supplements.receptionContent, '国内公务接待的主要用途', 'reception.content')}`;
  const guests = !isSpent(figures.foreignBatches)
    ? nothing
    : say`其中：接待外宾${print.count(figures.foreignBatches)}批次、${print.count(figures.foreignPersons)}人次`;
  return [
    paragraph('S07.2.3', [say`3、公务接待费支出${shown}。其中：`]),
    paragraph('S07.2.3.1', [
      sentence(say`国内公务接待支出${home}${foreign}`, content),
      sentence(say`公务接待${print.count(figures.domesticBatches)}批次、${print.count(figures.domesticPersons)}人次`, guests),
    ]),
  ];
}
