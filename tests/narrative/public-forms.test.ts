import { formsToPublish, type PublicForm } from '../../src/narrative/annexes/public';
import { sichuan2024 } from '../../src/narrative/profiles/sichuan-2024';
import { yunnan2024 } from '../../src/narrative/profiles/yunnan-2024';
import { shanghai2024 } from '../../src/narrative/profiles/shanghai-2024';
import { readWorkbook } from '../../src/reading/read';
import { buildYears, units, type UnitName } from '../kit/index';

const formsOf = async (unit: UnitName, profile = sichuan2024): Promise<readonly PublicForm[]> =>
  formsToPublish((await readWorkbook(buildYears(units[unit]).now)).facts, profile, '某局', 2024);
const form = (forms: readonly PublicForm[], id: string): PublicForm => forms.find((one) => one.id === id)!;
const cells = ({ parts }: PublicForm): readonly string[] => parts.flatMap(({ body }) => body.flatMap((row) => row.map(({ text }) => text)));
/** The amount in the row 合计 of the first table. */
const whole = ({ parts }: PublicForm): string => parts[0]!.body[0]![1]!.text;

describe('公开表', () => {
  test('all thirteen of Sichuan, numbered in their order, whatever they hold; nine of Shanghai', async () => {
    const forms = await formsOf('onlyGeneral');
    expect(forms.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, i) => `公开${String(i + 1).padStart(2, '0')}表`));
    expect(forms.every(({ parts }) => parts.length > 0 && parts.every(({ body }) => body.length > 0))).toBe(true);
    expect((await formsOf('onlyGeneral', shanghai2024)).map(({ id }) => id)).toEqual([
      'P01',
      'P02',
      'P03',
      'P04',
      'P06',
      'P08',
      'P13',
      'P10',
      'P11',
    ]);
  });

  test('each has the heads of its official form', async () => {
    const heads = (await formsOf('withFund')).map(({ id, parts }) => [
      id,
      ...parts[0]!.head.map((row) => row.map(({ text }) => text).join(' ')),
    ]);
    const balance = ['项目 年初结转和结余 本年收入 本年支出 年末结转和结余', '科目编码 科目名称 小计 基本支出 项目支出'];
    const spending = ['项目 本年支出', '科目编码 科目名称 小计 基本支出 项目支出'];
    const three = '因公出国（境）费 公务用车购置及运行维护费 公务接待费';
    const vehicles = '小计 公务用车购置费 公务用车运行维护费';
    const kinds = '一般公共预算财政拨款 政府性基金预算财政拨款 国有资本经营预算财政拨款';
    expect(heads.filter(([id]) => id !== 'P05' && id !== 'P07')).toEqual([
      ['P01', '收入 支出', '项目 决算数 项目（按功能分类） 决算数'],
      ['P02', '项目 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入', '科目编码 科目名称'],
      ['P03', '项目 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出', '科目编码 科目名称'],
      ['P04', '收入 支出', `项目 决算数 项目（按功能分类） 合计 ${kinds}`],
      ['P06', ...spending],
      ['P08', '人员经费 公用经费', '科目编码 科目名称 决算数 科目编码 科目名称 决算数'],
      ['P09', '科目编码 科目名称（项目） 金额'],
      ['P10', ...balance],
      ['P11', ...balance],
      ['P12', ...spending],
      ['P13', '全年预算数 决算数', `合计 ${three} 合计 ${three}`, `${vehicles} ${vehicles}`],
    ]);
  });

  test('a form without data says so in its row and in a sentence', async () => {
    const forms = await formsOf('onlyGeneral');
    const empty = form(forms, 'P10');
    expect(cells(empty)).toEqual(['本表无数据']);
    expect(empty.parts[0]!.body[0]![0]!.columns).toBe(empty.parts[0]!.widths.length);
    expect(empty.empty).toBe('某局2024年度没有政府性基金预算财政拨款收入、支出和结转结余，故本表无数据。');
    expect(form(await formsOf('withFund'), 'P10').empty).toBeUndefined();
    expect(form(await formsOf('withStateCapital'), 'P12').empty).toBeUndefined();
  });

  test('三公 is printed with its zeros', async () => {
    const none = form(await formsOf('noThreePublic'), 'P13');
    expect(cells(none)).toContain('0.00');
    expect(none.empty).toContain('没有财政拨款“三公”经费支出');
  });

  test('08 ends with 人员经费合计 and 公用经费合计, which are all of 基本支出', async () => {
    for (const unit of ['onlyGeneral', 'withFund', 'institution'] as const) {
      const { body } = form(await formsOf(unit), 'P08').parts[0]!;
      const [parts, all] = body.slice(-2);
      expect(parts!.map(({ text }) => text).filter((text) => /合计/.test(text))).toEqual(['人员经费合计', '公用经费合计']);
      const [staff, running] = [parts![1]!.of!.value, parts![3]?.of?.value ?? 0];
      expect(staff.plus(running).toFixed(2)).toBe(all![1]!.of!.value.toFixed(2));
    }
  });

  test('Yunnan: eleven; 三公 of the general budget from 财决08 stands beside that of all funds and is never more', async () => {
    const amounts = (one: PublicForm, column: number): ReadonlyMap<string, number> =>
      new Map(one.parts[0]!.body.map((row) => [row[0]!.text.trim(), Number((row[column]!.text || '0').replace(/,/g, ''))]));
    for (const unit of ['onlyGeneral', 'vehicleBought', 'abroad', 'noThreePublic'] as const) {
      const forms = await formsOf(unit, yunnan2024);
      expect(forms.map(({ id }) => id)).toEqual(['P01', 'P02', 'P03', 'P04', 'P06', 'P08', 'P09', 'P10', 'P11', 'P13L', 'P13G']);
      const all = amounts(form(forms, 'P13L'), 2);
      const general = amounts(form(forms, 'P13G'), 1);
      expect([...general.keys()]).toEqual([
        '“三公”经费支出合计',
        '因公出国（境）费',
        '公务用车购置及运行维护费',
        '公务用车购置费',
        '公务用车运行维护费',
        '公务接待费',
      ]);
      for (const [row, value] of general) expect([unit, row, value <= all.get(row)!]).toEqual([unit, row, true]);
      if (unit === 'vehicleBought') expect(general.get('公务用车购置费')).toBeGreaterThan(0);
      expect([...all.keys()]).toContain('机关运行经费');
    }
  });

  test('05 adds the funds that 07 leaves out, and each adds up to its 财决 form', async () => {
    const { facts } = await readWorkbook(buildYears(units.withFund).now);
    const forms = formsToPublish(facts, sichuan2024, '某局', 2024);
    const value = (key: 'Z08.合计.合计' | 'Z10.合计.合计'): number => {
      const reading = facts.find(key);
      return reading.state === 'number' ? reading.fact.value.toNumber() : NaN;
    };
    const printed = (one: PublicForm): number => one.parts[0]!.body[0]![1]!.of!.value.toNumber();
    expect(printed(form(forms, 'P07'))).toBe(value('Z08.合计.合计'));
    expect(printed(form(forms, 'P05'))).toBeCloseTo(value('Z08.合计.合计') + value('Z10.合计.合计'), 2);
    expect(whole(form(forms, 'P09'))).not.toBe('');
  });

  test('a wide form goes on in further tables, each row as wide as its head', async () => {
    const all = (Object.keys(units) as UnitName[]).map((unit) => [unit, sichuan2024] as const);
    for (const [unit, profile] of [...all, ['withFund', yunnan2024] as const]) {
      for (const { id, parts } of await formsOf(unit, profile)) {
        for (const { widths, head, body } of parts) {
          expect(widths.length).toBeLessThanOrEqual(12);
          const covered = head.map(() => 0);
          head.forEach((row, i) =>
            row.forEach((cell) => Array.from({ length: cell.rows ?? 1 }, (_, k) => (covered[i + k]! += cell.columns ?? 1))),
          );
          const rows = body.map((row) => row.reduce((sum, { columns = 1 }) => sum + columns, 0));
          expect([unit, id, ...new Set([...covered, ...rows])]).toEqual([unit, id, widths.length]);
        }
      }
    }
  });

  test('a form that the workbook lacks is a visible blank, not an empty form', async () => {
    const { facts } = await readWorkbook(buildYears(units.onlyGeneral).now);
    const tables = new Map([...facts.tables].filter(([id]) => id !== 'Z03'));
    const lacking = form(formsToPublish({ ...facts, tables }, sichuan2024, '某局', 2024), 'P02');
    expect(cells(lacking).join()).toContain('没有读到财决03表');
    expect(lacking.empty).toBeUndefined();
  });
});
