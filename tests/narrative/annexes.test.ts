import { annexes } from '../../src/narrative/annexes/annexes';
import type { Annex, AnnexCell } from '../../src/narrative/annexes/annex';
import { readWorkbook } from '../../src/reading/read';
import { buildPublic, buildYears, units, type UnitName } from '../kit/index';
import { factSet } from './facts';

const of = async (unit: UnitName): Promise<readonly Annex[]> =>
  annexes((await readWorkbook(buildYears(units[unit]).now)).facts, '全年预算数');
const texts = (cells: readonly AnnexCell[]): readonly string[] => cells.map(({ text }) => text);
const rowOf = (annex: Annex, first: string): readonly string[] => texts(annex.body.find((cells) => texts(cells).includes(first))!);
const named = (all: readonly Annex[], title: string): Annex => all.find((annex) => annex.title === title)!;

describe('附表', () => {
  test('forms with figures only, in the order of the official list', async () => {
    expect((await of('onlyGeneral')).map(({ title }) => title)).toEqual([
      '收入支出决算总表',
      '收入决算表',
      '支出决算表',
      '财政拨款收入支出决算总表',
      '一般公共预算财政拨款支出决算表',
      '一般公共预算财政拨款基本支出决算表',
      '财政拨款“三公”经费支出决算表',
    ]);
    expect((await of('withFund')).map(({ title }) => title)).toContain('政府性基金预算财政拨款收入支出决算表');
    expect((await of('withStateCapital')).map(({ title }) => title)).toContain('国有资本经营预算财政拨款支出决算表');
    expect((await of('noThreePublic')).map(({ title }) => title)).not.toContain('财政拨款“三公”经费支出决算表');
  });

  test('every row fills the width of its head, covered cells counted', async () => {
    for (const unit of Object.keys(units) as UnitName[]) {
      for (const { title, widths, head, body } of await of(unit)) {
        const covered = head.map(() => 0);
        head.forEach((cells, i) =>
          cells.forEach((cell) => {
            for (let k = 0; k < (cell.rows ?? 1); k += 1) covered[i + k]! += cell.columns ?? 1;
          }),
        );
        const rows = body.map((cells) => cells.reduce((sum, { columns = 1 }) => sum + columns, 0));
        expect([title, ...new Set([...covered, ...rows])]).toEqual([title, widths.length]);
      }
    }
  });

  test('are the same from the 财决 forms in 元 and from the published forms in 万元', async () => {
    const published = annexes((await readWorkbook(buildPublic(units.withFund, 'sichuan'))).facts, '全年预算数');
    const own = await of('withFund');
    for (const title of ['收入支出决算总表', '收入决算表', '一般公共预算财政拨款支出决算表', '政府性基金预算财政拨款收入支出决算表']) {
      expect([title, named(published, title).body.map(texts)]).toEqual([title, named(own, title).body.map(texts)]);
    }
  });

  test('amounts are 万元 with two decimals; a zero is left blank, a text asks to be seen to', () => {
    const [annex] = annexes(
      factSet(
        {
          'Z04.合计.本年支出合计': '12345678.5',
          'Z04.合计.基本支出': '0',
          'Z04.201.本年支出合计': '待定',
          'Z04.2010302#1.本年支出合计': '5',
          'Z04.合计.项目支出': '—',
        },
        { tables: ['Z04'], names: { '201': '一般公共服务支出' } },
      ),
      '全年预算数',
    );
    expect(rowOf(annex!, '合计')).toEqual(['合计', '1,234.57', '', '—', '', '', '']);
    expect(annex!.body).toHaveLength(2);
    expect(annex!.body[1]!.slice(0, 3).map(({ text, waiting }) => [text, waiting ?? false])).toEqual([
      ['201', false],
      ['一般公共服务支出', false],
      [expect.stringContaining('【待补充：') as string, true],
    ]);
  });

  test('“三公”: the budget of the profile beside the expenditure, zeros printed', () => {
    const facts = factSet({ 'F03.公务接待费.统计数': '93000', 'F03.公务接待费.年初预算数': '95000' }, { tables: ['F03'] });
    const [annex] = annexes(facts, '年初预算数');
    expect(texts(annex!.head[0]!)).toEqual(['年初预算数', '决算数']);
    expect(texts(annex!.body[0]!)).toEqual([
      '0.00',
      '0.00',
      '0.00',
      '0.00',
      '0.00',
      '9.50',
      '0.00',
      '0.00',
      '0.00',
      '0.00',
      '0.00',
      '9.30',
    ]);
  });
});
