import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { proofread } from '../../src/app/proof';
import { annotatedScore, plainOfNotes } from './annotated';
import { link } from '../../src/proof/links/link';
import { linkFacts } from './link-facts';
import { documentFrom } from './texts';

const folder = path.join(__dirname, 'links');
test.each(readdirSync(folder))('%s: what each figure states, against what a person has read', (file) => {
  const { figures, right, sentences, sentencesRight, wrong, unread } = annotatedScore(
    readFileSync(path.join(folder, file), 'utf8'),
    linkFacts,
  );
  // What is read is read as a person reads it; what is not read is grey and costs nothing.
  expect(wrong).toEqual([]);
  expect({ few: right / figures >= 0.95, unread }).toMatchObject({ few: true });
  expect(sentencesRight / sentences).toBeGreaterThanOrEqual(0.9);
});

test('two words of opposite direction are told where nothing of the sentence was understood', async () => {
  const told = async (words: string): Promise<readonly string[]> =>
    (await proofread(documentFrom(`一、收入支出决算总体情况说明\n往来收付净额比上年${words}。`))).findings.map(
      ({ rule, quote }) => `${rule} ${quote}`,
    );
  expect(await told('增加97.34万元，下降8.26%')).toEqual(['P-DIRECTION 增加97.34万元，下降8.26%']);
  expect(await told('减少97.34万元，下降8.26%')).toEqual([]);
});

test('groups of one’s own and of others are no total', () => {
  const text = '七、财政拨款“三公”经费支出决算情况说明\n全年安排本单位组织的出国团组1个，参加其他单位组织的出国团组2个。';
  const { figures } = link(documentFrom(text));
  expect(figures.map(({ claim }) => claim)).toEqual([undefined, undefined]);
});

test.each(readdirSync(folder))('%s: no error is told where there is none', async (file) => {
  const { findings } = await proofread(documentFrom(plainOfNotes(readFileSync(path.join(folder, file), 'utf8'))));
  expect(findings.filter(({ severity }) => severity !== 'info').map(({ rule, quote, message }) => `${rule} ${quote} ${message}`)).toEqual(
    [],
  );
});

const told = async (text: string): Promise<readonly string[]> =>
  (await proofread(documentFrom(text))).findings.filter(({ severity }) => severity !== 'info').map(({ rule, quote }) => `${rule} ${quote}`);

test('a year is compared with its own budget rightly, with its own outturn wrongly', async () => {
  const text = (what: string): string =>
    `某局2022年度一般公共预算财政拨款“三公”经费支出决算情况说明\n1.公务接待费支出3.6万元，与2022年度${what}相比，减少1.4万元。`;
  expect(await told(text('预算'))).toEqual([]);
  expect(await told(text('决算'))).toEqual([expect.stringMatching(/^P-YEAR 2022年度决算/)]);
});

test('the two parts of the cars stand for their sum in a list of the 三公', async () => {
  const text = (whole: string): string =>
    `某镇2022年“三公”经费支出说明\n2022年“三公”经费支出${whole}万元，其中：公务用车购置费20万元，公务用车运行维护费6万元，公务接待费4万元。`;
  expect(await told(text('30'))).toEqual([]);
  expect(await told(text('40'))).toEqual([expect.stringMatching(/^P-SUM /)]);
});

test('what a change is of: a fiscal total by its short name, the words in front of brackets', async () => {
  const fiscal = (rate: string): string =>
    `一、财政拨款收入支出决算总体情况说明\n2022年度财政拨款收入总计1150.00万元，支出总计1150.00万元。与上年度相比，财政拨款收入增加50.00万元，增长${rate}%。`;
  expect(await told(fiscal('4.55'))).toEqual([]);
  expect(await told(fiscal('4.95'))).toEqual([expect.stringMatching(/^P-GROWTH /)]);
  const income = (share: string): string =>
    `一、收入决算情况说明\n2022年度本年收入合计1200.00万元，其中：财政拨款收入1140.00万元（其中，一般公共预算1100.00万元，政府性基金预算40.00万元），占收入合计${share}%；其他收入60.00万元，占收入合计5.00%。`;
  expect(await told(income('95.00'))).toEqual([]);
  expect(await told(income('91.67'))).toEqual([expect.stringMatching(/^P-SHARE /)]);
});

test('two numbers may share one unit; two alternatives left in may not', async () => {
  expect(await told('一、收入支出决算总体情况说明\n2022年度收、支总计分别是1250.49、1243.91万元。')).toEqual([]);
  expect(await told('一、“三公”经费支出决算情况说明\n决算数大小于预算数的主要原因是节约。')).toEqual([
    expect.stringMatching(/^P-LEFTOVER /),
  ]);
});

test('a reason for 决算数大于预算数 is none for the change of the year', async () => {
  const text = (words: string): string =>
    `一、一般公共预算财政拨款支出决算情况说明\n2022年度一般公共预算财政拨款支出1095.00万元，与上年相比减少5.00万元；${words}主要原因：人员增加。`;
  expect(await told(text('决算数大于预算数95.00万元，'))).toEqual([]);
  expect(await told(text(''))).toEqual([expect.stringMatching(/^P-REASON-SIGN /)]);
});

test('what an outturn says of its distance to the budget is reckoned from itself and from the budget that is printed', async () => {
  const text = (words: string): string => `一、“三公”经费支出决算情况说明\n公务接待费支出3.60万元，${words}。`;
  expect(await told(text('与2022年度预算相比，减少1.40万元，下降28.00%'))).toEqual([]);
  expect(await told(text('与2022年度预算相比，减少1.40万元，下降0.28%'))).toEqual(['P-GROWTH 0.28%']);
  expect(await told(text('比2022年度年初预算数5.00万元减少1.40万元'))).toEqual([]);
  expect(await told(text('比2022年度年初预算数5.00万元减少1.60万元'))).toEqual(['P-CHANGE 1.60万元']);
  expect(await told(text('比2022年度年初预算数5.00万元增加1.40万元'))).toEqual(['P-CHANGE 1.40万元']);
  expect(await told(text('与上年相比减少0.40万元，下降10.00%；完成预算72.00%，决算数小于预算数1.40万元'))).toEqual([]);
  expect(await told(text('与上年相比减少0.40万元，下降10.00%；完成预算100%，决算数小于预算数1.40万元'))).toEqual(['P-COMPLETION 100%']);
});
