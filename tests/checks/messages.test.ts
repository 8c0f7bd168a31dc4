import { phraseText } from '../../src/facts/phrase';
import { itemsOf } from '../../src/layouts/codes/economic';
import { buildYears, cellOf, clean, units, valueAt, withCell } from '../kit/index';
import { checkPaper, reportOf } from './support';

describe('what must be filled', () => {
  test('F03-F01 names form, cell and what speaks for it; it has no difference and no sides', async () => {
    const workbook = clean();
    const { a1 } = cellOf(workbook, 'F03', '国内公务接待批次', '统计数');
    const report = await reportOf(withCell(workbook, 'F03', a1, null));
    const finding = report.findings.find(({ rule }) => rule === 'F03-F01')!;
    expect(phraseText(report.groups[0]!.title)).toMatch(
      new RegExp(`^财决附03表 ${a1} 国内公务接待批次没有填，国内接待费却有 [\\d,.]+ 元。$`),
    );
    expect(phraseText(finding.equation!)).toMatch(/^国内接待费 [\d,.]+ 元 ＞ 0，国内公务接待批次为空$/);
    expect([finding.difference, finding.left, finding.right, report.groups[0]!.difference]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a zero that was typed is told from a blank', async () => {
    const report = await checkPaper({ 'F03.国内接待费.统计数': 5, 'F03.国内公务接待批次.统计数': 0 }, 'F03-F01');
    expect(phraseText(report.findings[0]!.message)).toContain('国内公务接待批次填的是 0，国内接待费却有 5.00 元。');
    expect(phraseText(report.findings[0]!.equation!)).toMatch(/^0 ＜ 1$/);
  });

  test('an amount against a limit is an equation with its cell', async () => {
    const { findings } = await checkPaper({ 'Z01.经营收入.决算数': -7 }, 'Z01-F01');
    expect(findings.map(({ equation }) => phraseText(equation!))).toEqual([
      expect.stringMatching(/^财决01表 [A-Z]+\d+ -7\.00 ＜ 0(\.00)?$/),
    ]);
  });
});

test('a blank is told in words, without the space that goes before an amount', async () => {
  const report = await checkPaper({ 'F03.因公出国（境）费.统计数': 700, 'F03.因公出国（境）费.全年预算数': null }, 'F03-H18');
  expect(phraseText(report.findings[0]!.message)).toMatch(/“因公出国（境）费”统计数为 700\.00 元，超过全年预算数（空白）。$/);
  const cars = await checkPaper({ 'F03.公务用车保有量.统计数': null, 'F03.车辆数合计.统计数': 3 }, 'F03-H15');
  expect(phraseText(cars.findings[0]!.message)).toContain('公务用车保有量为空白，车辆数合计为 3，');
});

test('counts and ratios have no difference in 元', async () => {
  const report = await checkPaper(
    { 'F03.车辆数合计.统计数': 3, 'F03.其他用车.统计数': 2, 'F03.国内接待费.统计数': 9000, 'F03.国内公务接待人次.统计数': 10 },
    'F03-A08',
    'F03-H31',
  );
  expect(report.findings.map(({ rule, difference }) => [rule, difference])).toEqual([
    ['F03-A08', undefined],
    ['F03-H31', undefined],
  ]);
  expect(phraseText(report.findings[0]!.message)).toMatch(/“车辆数合计”统计数（3）比同表 C\d+“其他用车”统计数（2）多 1。$/);
  expect(phraseText(report.findings[1]!.message)).toMatch(/每人次国内公务接待费约 900\.00 元，偏高/);
});

test('a long sum is named by what it adds up, an equation by how it fails', async () => {
  const workbook = clean();
  const { a1 } = cellOf(workbook, 'Z05', '2010301', '工资福利支出 > 基本工资');
  const report = await reportOf(withCell(workbook, 'Z05', a1, Number(valueAt(workbook, 'Z05', a1)) + 1));
  const finding = report.findings.find(({ rule }) => rule === 'Z05-A03')!;
  expect(phraseText(finding.message)).toMatch(
    /“行政运行”工资福利支出小计（[\d,.]+ 元）比同表各款之和（\d+ 格共 [\d,.]+ 元）少 1\.00 元。$/,
  );
  expect(phraseText(finding.equation!)).toMatch(/^财决05表 [A-Z]+\d+ [\d,.]+ ≠ [A-Z]+\d+ [\d,.]+ ＋/);
});

test('an equation prints a dozen cells, and of more says how many there are', async () => {
  const equation = async (many: number): Promise<string> => {
    const parts = Object.fromEntries(
      itemsOf('302')
        .slice(0, many)
        .map((item) => [`Z08.2010301.${item}`, 1]),
    );
    const { findings } = await checkPaper({ 'Z08.2010301.302': 99, ...parts }, 'Z08-A03');
    return phraseText(findings[0]!.equation!);
  };
  expect((await equation(12)).match(/ 1\.00/g)).toHaveLength(12);
  expect(await equation(12)).not.toContain('…');
  expect((await equation(13)).match(/ 1\.00/g)).toHaveLength(12);
  expect(await equation(13)).toMatch(/ …（共 13 格）$/);
  // A side without an amount is a zero.
  const { findings } = await checkPaper({ 'Z01.收入总计.决算数': 7 }, 'Z01-A10');
  expect(phraseText(findings[0]!.equation!)).toMatch(/^财决01表 C\d+ 7\.00 ≠ 0$/);
});

test('no sentence of a workbook full of faults holds a chain of names, an empty slot or a doubled mark', async () => {
  const said: string[] = [];
  for (const unit of Object.values(units).slice(0, 4)) {
    const { now, before } = buildYears(unit);
    let workbook = now;
    for (const form of ['Z01', 'Z02', 'Z04', 'Z05_1', 'Z07', 'Z08', 'F03'])
      for (const row of [9, 12, 15, 20])
        for (const column of ['E', 'F', 'J']) workbook = withCell(workbook, form, `${column}${row}`, row * 1717.13);
    const report = await reportOf(workbook, before);
    said.push(...report.findings.flatMap(({ message, equation, hint }) => [phraseText(message), phraseText(equation ?? []), hint]));
    said.push(...report.groups.flatMap(({ title, why, clues }) => [title, why, ...clues.map(({ text }) => text)].map(phraseText)));
  }
  expect(said.length).toBeGreaterThan(200);
  expect(said.filter((sentence) => / · |\{\w+\}|undefined|NaN|。。|·各栏/.test(sentence))).toEqual([]);
});

test('F03-X09, Z01-H01: a missing 单位性质 says where to fill it in', async () => {
  const { ledger } = await reportOf(clean());
  const reasons = ledger
    .filter(({ rule }) => ['F03-X09', 'Z01-H01', 'Z01-H02', 'F03-H17'].includes(rule))
    .flatMap(({ whyBlocked }) => whyBlocked.map(({ reason }) => reason));
  expect([...new Set(reasons)]).toEqual(['单位性质未填（在 补充信息 › 单位性质 中选择）']);
});

test('a sum that finds no row to add up says so, and no bare zero', async () => {
  const workbook = clean();
  const sheets = workbook.sheets.map((sheet) =>
    sheet.name.startsWith('Z04 ') ? { ...sheet, values: sheet.values.filter((row) => !/^\d{3,7}$/.test(String(row[0] ?? ''))) } : sheet,
  );
  const { findings } = await reportOf({ ...workbook, sheets });
  const said = findings.map(({ message }) => phraseText(message));
  expect(said).toContainEqual(
    expect.stringMatching(/^财决04表 E9“合计”本年支出合计（[\d,.]+ 元）比下级各行之和（没有可加的行，计为 0）多 [\d,.]+ 元。$/),
  );
});

test('both sides of a finding say which cells they are', async () => {
  const { a1 } = cellOf(clean(), 'Z04', '2010301', '基本支出');
  const { findings } = await reportOf(withCell(clean(), 'Z04', a1, 1));
  const finding = findings.find(({ rule }) => rule === 'Z04-X01')!;
  expect([finding.left!.text, finding.right!.text]).toEqual(['行政运行 · 基本支出', '行政运行 · 合计']);
});
