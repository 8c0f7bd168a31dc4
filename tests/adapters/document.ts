import { lastYear, suppliedBook, thisYear } from '../kit/books';
import Decimal from 'decimal.js';
import { minus, percent } from '../../src/facts/arithmetic';
import type { Fact, Traced } from '../../src/facts/traced';
import type { ChartSpec, Inline, PublishedDocument } from '../../src/narrative/document';

const fact = (value: string, a1: string, more: Partial<Fact> = {}): Fact => ({
  kind: 'fact',
  key: `Z01.总计.${a1}`,
  value: new Decimal(value),
  half: new Decimal(0),
  unit: '元',
  scale: 1,
  at: { book: thisYear, sheet: "Z01 '总表'", a1 },
  label: '总计 · 决算数',
  ...more,
});
const figure = (text: string, of: Traced, as: 'wan' | 'percent' = 'wan'): Inline => ({
  kind: 'figure',
  text,
  of,
  shown: { as, decimals: 2 },
});
const words = (text: string): Inline => ({ kind: 'words', text });
const source = { by: 'official', doc: '模板', clause: '一' } as const;

const total = fact('10898277', 'E37');
const last = fact('11967200.5', 'E37', { at: { book: lastYear, sheet: "Z01 '总表'", a1: 'E37' } });

const chart = (id: string, more: Partial<ChartSpec>): ChartSpec => ({
  id,
  title: `图1：${id}`,
  kind: 'column',
  categories: ['2023年度', '2024年度'],
  series: [{ name: '收、支总计', values: [last, total] }],
  ...more,
});

/** A small document with everything a document can hold. */
export const sample: PublishedDocument = {
  stage: 'published',
  preface: [],
  unit: '示例局',
  year: 2024,
  profile: 'sichuan-2024',
  title: '2024年度单位决算情况说明',
  sections: [
    {
      id: 'S01',
      heading: '一、收入支出决算总体情况说明',
      source,
      asks: [],
      blocks: [
        { kind: 'heading', id: 'S01.h', level: 2, text: '（一）总体情况' },
        {
          kind: 'paragraph',
          id: 'S01.1',
          sources: ['财决01表'],
          inlines: [
            words('2024年度收、支总计均为'),
            figure('1089.83万元', total),
            words('，减少'),
            figure('106.89万元', minus(last, total)),
            words('，占'),
            figure('91.07%', percent(total, last)!, 'percent'),
            words('。主要变动原因是'),
            {
              kind: 'supplied',
              text: '=项目减少\n第二段\u0002',
              key: 'reasons.S01',
              at: { book: suppliedBook, sheet: '补充信息', a1: 'C12' },
            },
            words('；'),
            { kind: 'blank', ask: '总计变动的原因', key: 'reasons.S01' },
            words('。'),
          ],
        },
        { kind: 'chart', id: 'C01' },
        { kind: 'heading', id: 'S01.h3', level: 3, text: '1.小标题' },
      ],
    },
    {
      id: 'S02',
      heading: '二、结构',
      source,
      asks: [],
      blocks: [
        { kind: 'chart', id: 'C02' },
        { kind: 'chart', id: 'C03' },
      ],
    },
  ],
  glossary: {
    id: 'G',
    heading: '名词解释',
    source,
    asks: [],
    blocks: [{ kind: 'paragraph', id: 'G.1', sources: [], inlines: [words('1.财政拨款收入：指……。')] }],
  },
  charts: [
    chart('C01', {}),
    chart('C02', { kind: 'pie', title: '图2：C02', categories: ['基本支出', '项目支出'] }),
    chart('C03', { title: '图3：C03', categories: [], series: [], empty: '没有上年数' }),
  ],
  missing: [{ ask: '总计变动的原因', key: 'reasons.S01', paragraph: 'S01.1' }],
};
