import { UserError } from '../../src/kernel/errors';
import type { Key } from '../../src/layouts/keys';
import { functionalClassCodes } from '../../src/layouts/codes/functional';
import { defaultProfile, profileById, profiles } from '../../src/narrative/profiles/index';
import { sectionsIn } from '../../src/narrative/profile';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import { keyFigures } from '../../src/supplements/schema';
import { inputOf, paragraphs, profileOf, written } from './written';

describe('writeReport', () => {
  test('writes the sections of the profile in its order, numbered in Chinese', () => {
    const { document } = written({ now: {}, before: {} });
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      '一、收入支出决算总体情况说明',
      '二、收入决算情况说明',
      '三、支出决算情况说明',
      '四、财政拨款收入支出决算总体情况说明',
      '五、一般公共预算财政拨款支出决算情况说明',
      '六、一般公共预算财政拨款基本支出决算情况说明',
      '七、财政拨款“三公”经费支出决算情况说明',
      '八、政府性基金预算支出决算情况说明',
      '九、国有资本经营预算支出决算情况说明',
      '十、其他重要事项的情况说明',
    ]);
    expect(document.sections.map(({ id }) => id)).toEqual(['S01', 'S02', 'S03', 'S04', 'S05', 'S06', 'S07', 'S08', 'S09', 'S10']);
    expect(document.profile).toBe('sichuan-2024');
  });

  test('the Shanghai form has eleven sections, 绩效 the tenth, no charts, and does not say 支出收入', () => {
    const { document } = written({ now: { 'Z01_1.本年支出合计.决算数·政府性基金': '5' }, before: {}, profile: 'shanghai-2024' });
    expect(document.sections).toHaveLength(11);
    expect(document.sections[9]!.heading).toBe('十、预算绩效管理情况');
    expect(document.sections[10]!.heading).toBe('十一、其他重要事项的情况说明');
    expect(document.charts).toEqual([]);
    expect(document.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'chart'))).toBe(false);
    expect(JSON.stringify(document)).not.toContain('支出收入');
  });

  test('order, headings and charts are data: another profile needs no code', () => {
    const profile = {
      ...profileOf(),
      id: 'other',
      sections: [
        { use: 'S03', heading: '支出' },
        { use: 'S01', heading: '总体' },
      ],
      charts: ['C03'] as const,
    };
    const { document } = written({ now: { 'Z04.合计.基本支出': '5' }, before: {}, profile });
    expect(document.sections.map(({ heading }) => heading)).toEqual(['一、支出', '二、总体']);
    expect(document.charts.map(({ title }) => title)).toEqual(['图1：支出决算结构图']);
    expect(document.sections[1]!.blocks.some(({ kind }) => kind === 'chart')).toBe(false);
  });

  test('the title says 部门 or 单位 when it is known', () => {
    expect(written({ now: {}, supplement: { documentKind: '部门' } }).document.title).toBe('青川示例区档案局2024年度部门决算情况说明');
    expect(written({ now: {} }).document.title).toBe('青川示例区档案局2024年度决算情况说明');
  });

  test('without a year there is no report but a sentence that says what to do', () => {
    expect(() => written({ now: {}, nowOptions: { year: undefined } })).toThrow(UserError);
    expect(() => written({ now: {}, nowOptions: { year: undefined } })).toThrow(/年度/);
  });

  test('a section that the registry does not know is a defect of ours', () => {
    expect(() => writeReport(inputOf({ now: {} }), [], defaultProfile)).toThrow(/unknown section: S01/);
  });

  test.each(profiles.map((profile) => [profile.id] as const))(
    '%s: paragraphs have ids of their own, and every blank is listed',
    (profile) => {
      const { document } = written({ now: {}, nowOptions: { tables: ['Z01'] }, profile });
      const ids = paragraphs(document).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const blanks = paragraphs(document).flatMap(({ inlines }) => inlines.filter(({ kind }) => kind === 'blank'));
      expect(blanks.length).toBeGreaterThan(10);
      expect(new Set(document.missing.map(({ key }) => key))).toEqual(
        new Set(blanks.map((inline) => inline.kind === 'blank' && inline.key)),
      );
    },
  );
});

describe('the registries', () => {
  test('every section a profile asks for exists, and names are unique', () => {
    const names = sections.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const profile of profiles) for (const { use } of sectionsIn(profile)) expect(names).toContain(use);
  });

  test('every section is used by a profile', () => {
    const used = new Set(profiles.flatMap((profile) => sectionsIn(profile).map(({ use }) => use)));
    expect(sections.filter(({ name }) => !used.has(name)).map(({ name }) => name)).toEqual([]);
  });

  test('profiles are found by id', () => {
    expect(profileById('sichuan-2022')?.carTypes).toHaveLength(5);
    expect(profileById('xinjiang-2020')).toBeUndefined();
    expect(profiles[0]).toBe(defaultProfile);
  });

  test('a section reads what it says it reads, and nothing else', () => {
    for (const profile of profiles) {
      for (const { use } of sectionsIn(profile)) {
        const section = sections.find(({ name }) => name === use)!;
        const own = new Set<string>(Object.values(section.reads(profile.budget)));
        const prior = section.prior.map((figure) => keyFigures[figure]);
        const input = inputOf({ now: {}, before: {} });
        const seen: string[] = [];
        const find = input.years.now.find.bind(input.years.now);
        const spied = {
          ...input,
          years: { ...input.years, now: { ...input.years.now, find: (key: Key) => (seen.push(key), find(key)) } },
        };
        const only = { ...profile, sections: [{ use, heading: '' }], charts: [], glossary: { ...profile.glossary, terms: [] } };
        writeReport(spied, sections, only);
        const table = (key: string): string => key.split('.')[0]!;
        // Rows of a form it reads row by row, and CS02 and last year's cells behind a prior figure, come on top.
        const extra = seen.filter(
          (key) => !own.has(key) && !(section.tables as readonly string[]).includes(table(key)) && table(key) !== 'CS02',
        );
        // A budget that is left blank is held against the other budget of its row.
        const other = (key: string): string =>
          key.replace(/年初预算数|全年预算数/, (column) => (column === '年初预算数' ? '全年预算数' : '年初预算数'));
        expect({ use, extra: extra.filter((key) => !(prior as string[]).includes(key) && !own.has(other(key))) }).toEqual({
          use,
          extra: [],
        });
      }
    }
  });

  test('every 类 has a name', () => {
    const cells = Object.fromEntries(functionalClassCodes.map((code) => [`Z01_1.${code}.决算数·一般公共`, '10000']));
    const { text } = written({ now: { ...cells, 'Z01_1.本年支出合计.决算数·一般公共': '260000' } });
    expect(text('S05.2.1').split('；')).toHaveLength(functionalClassCodes.length);
  });
});
