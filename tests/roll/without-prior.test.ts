import { toDocx } from '../../src/adapters/docx/docx';
import { openText } from '../../src/adapters/word/open-text';
import { rolledLines, rolledWord, rollFile, type RolledFile } from '../../src/app/roll';
import { annexes } from '../../src/narrative/annexes/annexes';
import { sections } from '../../src/narrative/sections/index';
import { product } from '../../src/product/index';
import { buildYears, units, type Unit } from '../kit/index';
import { by, docx, paragraph, parts, run } from '../ooxml/word/docx';

const [profile] = product.profiles;
const writing = { sections, profiles: [] };

async function rolledTwice(
  unit: Unit,
  tables: boolean,
): Promise<{ bytes: Uint8Array; with: RolledFile; without: () => Promise<RolledFile> }> {
  const { now, before } = buildYears(unit);
  const last = await product.open({ workbook: { ...before!, role: '本年' }, profile });
  const report = await product.report(last, { date: '2025-08-12' });
  const bytes = await toDocx(report.published, { annexes: tables ? annexes(last.checked.years.now, profile.budget) : [] });
  const source = openText(bytes, '2023.docx');
  const both = await product.check({ workbook: now, prior: before, profile });
  const alone = await product.check({ workbook: now, profile });
  return { bytes, with: await rollFile(source, both, writing), without: () => rollFile(source, alone, writing) };
}

const figures = (text: string): readonly string[] => text.match(/\d[\d.]*(?:万元|%)/g) ?? [];

describe('without last year’s workbook', () => {
  test('the 公开表 inside the document say what last year’s figures were; what they do not print is marked', async () => {
    const made = await rolledTwice(units.withFund, true);
    const without = await made.without();
    expect(without.sources).toEqual([expect.stringMatching(/^“2023\.docx”里的公开表（\d+ 张）$/)]);
    const { counts, paragraphs } = without.rolled;
    expect(counts.rolled).toBeGreaterThan(counts.figures * 0.8);
    // Where it rolled, it rolled to what last year's workbook gives as well: but for the last digit of a difference of rounded amounts.
    const full = new Map(made.with.rolled.paragraphs.map(({ index, text }) => [index, text]));
    const differing = paragraphs.flatMap(({ index, text, status, act }) => {
      const wanted = figures(full.get(index) ?? '');
      return status !== 'rolled' || act !== 'change' ? [] : figures(text).filter((figure, i) => !isNear(figure, wanted[i]));
    });
    expect(differing).toEqual([]);
    // Nothing of last year stays unmarked.
    for (const { status, text, last, act } of paragraphs)
      if (status !== 'open' && act === 'change' && figures(last).some((figure) => !/^0(?:万元|%)$/.test(figure)))
        expect([last, text]).not.toEqual([last, last]);
    const head = parts(rolledWord(openText(made.bytes, '2023.docx').word!, without, by))['word/comments.xml']!;
    expect(head).toContain('上年的数取自“2023.docx”里的公开表');
    const cut = { ...openText(made.bytes, '2023.docx').word!, bytes: made.bytes.subarray(0, 100) };
    expect(() => rolledWord(cut, without, by)).toThrow(/^2023\.docx：文件内部已损坏/);
  });

  test('CS02 of this year prints last year’s 三公: these roll, by their own cells, and all else is marked', async () => {
    const { rolled, sources } = await (await rolledTwice({ ...units.withFund, withCs02: true }, false)).without();
    expect(sources).toEqual(['本年工作簿 CS02 表的上年数']);
    expect(rolled.counts.rolled).toBeGreaterThan(0);
    const reception = rolled.paragraphs.find(({ last }) => /公务接待费支出决算[^。]*万元/.test(last))!;
    expect(reception.changes.length).toBeGreaterThan(0);
    const income = rolled.paragraphs.find(({ last }) => /^2023年度收、支总计/.test(last.trim()))!;
    expect(income.status).toBe('open');
    expect(income.text).toContain(/总计均为([\d.]+万元)/.exec(income.last)![1]);
  });

  test('a document under 限制编辑 is refused with where to lift it', async () => {
    const { now, before } = buildYears(units.withFund);
    const settings = (enforced: string): Record<string, string> => ({
      'word/settings.xml': `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:documentProtection w:edit="readOnly" w:enforcement="${enforced}"/></w:settings>`,
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>',
    });
    const body = paragraph(run('2023年度收、支总计均为1万元。'));
    const checked = await product.check({ workbook: now, prior: before, profile });
    await expect(rollFile(openText(docx(body, settings('1')), '去年.docx'), checked, writing)).rejects.toMatchObject({
      code: 'restricted',
      message: expect.stringContaining('停止保护') as string,
    });
    await expect(rollFile(openText(docx(body, settings('0')), '去年.docx'), checked, writing)).resolves.toBeDefined();
  });

  test('with neither 公开表 nor CS02 it says what to choose, and rolls nothing', async () => {
    const made = await rolledTwice(units.withFund, false);
    await expect(made.without()).rejects.toMatchObject({
      code: 'noLastYear',
      message: expect.stringContaining('请选择上年的部门决算工作簿') as string,
    });
    expect(rolledLines(made.with).join('\n')).not.toMatch(/2022(?![^【]*】)/);
  });
});

function isNear(figure: string, wanted: string | undefined): boolean {
  const [a, b] = [figure, wanted ?? ''].map((one) => Math.round(Number.parseFloat(one) * 100));
  return Math.abs(a! - b!) <= 1;
}

test('a document that is no 情况说明 is refused: nothing to roll is no result', async () => {
  const { now, before } = buildYears(units.withFund);
  const checked = await product.check({ workbook: now, prior: before, profile });
  const notice = openText(new TextEncoder().encode('会议通知\n请各科室准时参加。'), '通知.txt');
  await expect(rollFile(notice, checked, writing)).rejects.toMatchObject({ code: 'noText' });
});
