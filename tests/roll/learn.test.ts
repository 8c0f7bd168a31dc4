import { toText } from '../../src/adapters/text/text';
import { learnProfile } from '../../src/app/learn';
import type { Profile } from '../../src/narrative/profile';
import { profileFileText, profileIn } from '../../src/narrative/profile-file';
import { profiles } from '../../src/narrative/profiles/index';
import { published } from '../../src/narrative/published';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import { documentOf } from '../../src/proof/text/blocks';
import { textParagraphs } from '../../src/proof/text/lines';
import { units, type UnitName } from '../kit/index';
import { pairOf, type Pair } from './texts';

const writing = { sections, profiles };
const names: readonly UnitName[] = ['carryOver'];

const textOf = (input: Pair['now'], profile: Profile): string => toText(published(writeReport(input, sections, profile)));
const learned = (text: string, input: Pair['now']) => learnProfile(documentOf('说明.txt', textParagraphs(text)), input, writing);

describe('a learned profile', () => {
  test.each(names.flatMap((name) => profiles.map((profile) => [name, profile] as const)))(
    '%s: writes the text that it was learned from',
    async (name, profile) => {
      const { now } = (await pairOf(units[name]))!;
      const text = textOf(now, profile);
      const found = await learned(text, now);
      expect(found.others.map((one) => one.text)).toEqual([]);
      expect(found.figures).toBe(0);
      expect(
        textOf(
          now,
          profileIn(
            profileFileText(found.profile),
            'a.json',
            sections.map((one) => one.name),
          ),
        ),
      ).toBe(text);
    },
  );

  test('titles, order, phrases, decimals and lists that no province has are learned, and write next year’s text', async () => {
    const { now, last } = (await pairOf(units.withFund))!;
    const [base] = profiles;
    const [first, second, third, ...rest] = base.sections as readonly { readonly use: string; readonly heading: string }[];
    const own: Profile = {
      ...base,
      sections: [
        first!,
        { ...third!, heading: '支出决算的情况说明' },
        { ...second!, closing: ['以上收入均已纳入部门决算统一核算管理。'] },
        ...rest,
      ],
      phrases: {
        ...base.phrases,
        comparedWith: '与{上年}年度决算数相比',
        than: '较{上年}年',
        changeReason: '变动原因是',
        total: '收支总计',
      },
      decimals: { wan: 4, percent: 1 },
      dropTrailingZeros: false,
      zeroItems: 'list',
    };
    const found = await learned(textOf(now, own), now);
    expect(found.others.map((one) => one.text)).toEqual([]);
    expect(found.profile).toMatchObject({ decimals: own.decimals, dropTrailingZeros: false, zeroItems: 'list', sections: own.sections });
    expect(found.profile.phrases).toMatchObject({ comparedWith: own.phrases.comparedWith, total: '收支总计' });
    expect(textOf(last, found.profile)).toBe(textOf(last, own));
  });

  test('what it cannot write is listed: nothing is made up, and a figure that the cells give otherwise is told apart', async () => {
    const { now } = (await pairOf(units.withFund))!;
    const lines = textOf(now, profiles[0]).split('\n');
    const at = lines.findIndex((line) => /总计均为/.test(line));
    lines[at] = lines[at]!.replace(/总计均为([\d.]+)万元/, '总计均为1.23万元');
    lines.splice(at + 1, 0, '　　我单位按照过紧日子的要求，全年压减一般性支出3.5%。');
    const found = await learned(lines.join('\n'), now);
    expect(found.figures).toBe(1);
    expect(found.others.map((one) => one.text)).toEqual(['我单位按照过紧日子的要求，全年压减一般性支出3.5%。']);
  });

  test('名词解释 in the unit’s own words go on; a slip in them does not', async () => {
    const { now, last } = (await pairOf(units.withFund))!;
    const own = textOf(now, profiles[0])
      .replace(/(财政拨款收入：)[^\n]*/, '$1指本单位从区财政取得的资金。')
      .replace(/(公务员医疗补助（项）：)指[^\n]*/, '$1反映按区里规定安排的公务员医疗补助经费。')
      .replace(/(机关事业单位基本养老保险缴费支出（项）：)指[^\n]*/, '$1反映由单位缴纳的职业年金支出。')
      .replace(/(其他收入：|项目支出：)指[^\n]*/g, '$1指请按照2024年科目填写的内容。');
    const found = await learned(own, now);
    expect(found.profile.glossary.meanings).toEqual({
      财政拨款收入: '指本单位从区财政取得的资金',
      '2101103': '反映按区里规定安排的公务员医疗补助经费',
    });
    const names = sections.map((one) => one.name);
    const next = textOf(last, profileIn(profileFileText(found.profile), 'a.json', names));
    expect(next).toContain('财政拨款收入：指本单位从区财政取得的资金。');
    expect(next).not.toContain('反映由单位缴纳的职业年金支出');
    const broken = profileFileText({ ...found.profile, glossary: { ...found.profile.glossary, meanings: { 没有的名词: '指' } } });
    expect(() => profileIn(broken, 'a.json', names)).toThrow('glossary.meanings.没有的名词');
  });

  test('a document of another year, or none at all, is refused', async () => {
    const { now, last } = (await pairOf(units.withFund))!;
    await expect(learned(textOf(last, profiles[0]), now)).rejects.toMatchObject({ code: 'wrongYear' });
    await expect(learned('会议通知。\n请各科室参加。', now)).rejects.toMatchObject({ code: 'noText' });
  });
});
