import type { SpecialOutcome } from '../../src/rules/rule';
import { suppliedBook } from '../kit/books';
import { kinds, messages, ruleOf, run, specials, supplied } from './special-run';

/** Numbers of a printed example in the order of the pattern; a changed wording asks for a new pattern. */
function numbersOf(id: string, pattern: RegExp): readonly number[] {
  const found = pattern.exec(ruleOf(id).example);
  if (!found) throw new Error(`${id}: ${ruleOf(id).example}`);
  return found.slice(1).map((text) => Number(text.replace(/,/g, '')));
}

const fine = (outcomes: readonly SpecialOutcome[]): void => {
  expect(kinds(outcomes)).toContain('passed');
  expect(kinds(outcomes)).not.toContain('failed');
};
const reported = (outcomes: readonly SpecialOutcome[], says: RegExp): void => {
  expect(messages(outcomes)).toMatch(says);
};

/** The example of each special rule, run by the rule with the numbers and names as printed. */
const examples: Readonly<Record<string, () => void>> = {
  'CS02-N01': () => {
    const [stated, form] = numbersOf('CS02-N01', /^CS02 公务接待费本年数 ([\d,.]+) 元，财决附03表 ([\d,.]+) 元：一致。$/);
    fine(run('CS02-N01', { 'CS02.公务接待费.本年数': stated!, 'F03.公务接待费.统计数': form! }));
  },
  'F03-N01': () => {
    const [cars, jeeps, buses, kept] = numbersOf('F03-N01', /^轿车 (\d+)、越野车 (\d+)、载客汽车 (\d+)，保有量 (\d+)：一致。$/);
    const vehiclesKept = Object.entries({ 轿车: cars!, 越野车: jeeps!, 载客汽车: buses! }).map(([type, count]) => ({
      type,
      count: supplied(type, count, 'count'),
    }));
    fine(run('F03-N01', { 'F03.公务用车保有量.统计数': kept! }, { supplements: { vehiclesKept } }));
  },
  'F03-N02': () => {
    const [, text] = /^接待内容写“(.+)”，/.exec(ruleOf('F03-N02').example)!;
    const [stated] = numbersOf('F03-N02', /国内接待费 ([\d,.]+) 元：一致。$/);
    const receptionContent = { key: 'reception.content', text: text!, at: { book: suppliedBook, sheet: '补充信息', a1: 'C40' } };
    fine(run('F03-N02', { 'F03.国内接待费.统计数': stated! }, { supplements: { receptionContent } }));
  },
  'Z01-N01': () => {
    const [typed, form] = numbersOf('Z01-N01', /^手填上年收支总计 ([\d.]+) 万元，而上年财决01表为 ([\d.]+) 万元：报错。$/);
    const outcomes = run(
      'Z01-N01',
      {},
      {
        before: { 'Z01.收入总计.决算数': Math.round(form! * 10000) },
        supplements: { prior: (figure) => (figure === '收支总计' ? supplied(figure, Math.round(typed! * 10000)) : undefined) },
      },
    );
    reported(outcomes, /收支总计/);
  },
  'Z01-N02': () => {
    const pattern = /^财决01表收入总计 ([\d,.]+) 元，公开01表 ([\d,.]+) 万元：一致；([\d,.]+) 万元：提示多 ([\d,.]+) 元。$/;
    const [form, good, bad] = numbersOf('Z01-N02', pattern);
    const published = (wan: number): readonly SpecialOutcome[] =>
      run('Z01-N02', { 'Z01.收入总计.决算数': form! }, { published: { 'Z01.收入总计.决算数': Math.round(wan * 10000) } });
    fine(published(good!));
    reported(published(bad!), new RegExp(`多 ${pattern.exec(ruleOf('Z01-N02').example)![4]!} 元`));
  },
  'Z01_1-N01': () => {
    const pattern = /^201 类下 (\d+)、(\d+)、(\d+) 三项预算 ([\d,.]+) 元，财决01-1表 201 类 ([\d,.]+) 元：一致。$/;
    const [a, b, c, sum, form] = numbersOf('Z01_1-N01', pattern);
    // How the total is spread over the three is not printed: the first holds it.
    const typed: Readonly<Record<string, number>> = { [a!]: sum!, [b!]: 0, [c!]: 0, '2080505': 0, '2080506': 0, '2210201': 0 };
    const supplements = {
      itemBudgetCodes: Object.keys(typed),
      itemBudget: (code: string) => (code in typed ? supplied(code, typed[code]!) : undefined),
    };
    const cells = { 'Z01_1.201.全年预算数·一般公共': form!, 'Z01_1.本年支出合计.全年预算数·一般公共': form! };
    fine(run('Z01_1-N01', cells, { supplements }));
  },
  'Z04-F01': () => {
    const [, code, old, other] = /^编码 (\d+) 印成“(.+)”是旧名，不报；印成“(.+)”则提示。$/.exec(ruleOf('Z04-F01').example)!;
    fine(run('Z04-F01', {}, { renamed: { [code!]: old! } }));
    reported(run('Z04-F01', {}, { renamed: { [code!]: other! } }), new RegExp(`${code!} 的名称印为“${other!}”`));
  },
  'Z04-F02': () => {
    const [, below, absent] = /^表中有 (\d+) 而没有 (\d+) 行，其他项都有款级行：报错。$/.exec(ruleOf('Z04-F02').example)!;
    reported(run('Z04-F02', {}, { renamed: { [absent!]: '' } }), new RegExp(`${absent!} .*${below!}`));
  },
  'Z04-F03': () => {
    const [, code] = /^(\d+) 在财决04表与财决07表印的名称不同：提示。$/.exec(ruleOf('Z04-F03').example)!;
    reported(run('Z04-F03', {}, { renamed: { [code!]: '别名' } }), new RegExp(`${code!} 在财决04表印为“别名”`));
  },
  'Z04-H05': () => {
    const [, a, b] = /^(\d+)、(\d+) 都是 .+：请核实是否重复填列。$/.exec(ruleOf('Z04-H05').example)!;
    const [amount] = numbersOf('Z04-H05', /都是 ([\d,.]+) 元/);
    const cells = Object.fromEntries([a, b].map((code) => [`Z04.${code!}.本年支出合计`, amount!]));
    reported(run('Z04-H05', cells), /都是/);
  },
  'Z04-Y01': () => {
    const [, code] = /^(\d+) 本年、上年都是 .+：请核实是否沿用了上年数。$/.exec(ruleOf('Z04-Y01').example)!;
    const [amount] = numbersOf('Z04-Y01', /都是 ([\d,.]+) 元/);
    const cells = { [`Z04.${code!}.本年支出合计`]: amount! };
    reported(run('Z04-Y01', cells, { before: cells }), /分毫不差/);
  },
};

test.each(specials.map((rule) => [rule.id, rule.example] as const))('%s does what its example says: %s', (id) => {
  examples[id]!();
});
