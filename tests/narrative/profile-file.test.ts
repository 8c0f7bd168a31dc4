import { profileFileText, profileIn } from '../../src/narrative/profile-file';
import { profiles } from '../../src/narrative/profiles/index';
import { sections } from '../../src/narrative/sections/index';

const modules = sections.map(({ name }) => name);
const changed = (change: (file: { profile: Record<string, unknown> }) => void): string => {
  const file = JSON.parse(profileFileText(profiles[0])) as { profile: Record<string, unknown> };
  change(file);
  return JSON.stringify(file);
};

describe('a profile as a file', () => {
  test.each(profiles.map((profile) => [profile.id, profile] as const))('%s comes back as it was', (_, profile) => {
    expect(profileIn(profileFileText(profile), 'a.json', modules)).toEqual(profile);
  });

  test('keeps what the unit’s own document says of a term and of a 科目', () => {
    const meanings = { 财政拨款收入: '指财政拨付的经费', '2010301': '指行政单位的基本支出' };
    const text = changed(({ profile }) => (profile.glossary = { ...profiles[0]!.glossary, meanings }));
    expect(profileIn(text, 'a.json', modules).glossary.meanings).toEqual(meanings);
  });

  test.each([
    ['no JSON', '{', '全文'],
    ['a supplement', '{"reasons":{}}', 'version、kind'],
    ['a file of ours of another kind', JSON.stringify({ ...JSON.parse(changed(() => undefined)), kind: '补充信息' }), 'version、kind'],
    ['a file of a later version', JSON.stringify({ ...JSON.parse(changed(() => undefined)), version: 2 }), 'version、kind'],
    [
      'a term that there is not',
      changed(({ profile }) => (profile.glossary = { ...profiles[0]!.glossary, meanings: { 某词: '某意' } })),
      'profile.glossary.meanings.某词',
    ],
    ['an unknown section', changed(({ profile }) => (profile.sections = [{ use: 'S99', heading: '一' }])), 'profile.sections[0].use'],
    ['a phrase that is missing', changed(({ profile }) => (profile.phrases = { total: '收、支总计' })), 'profile.phrases.totalIs'],
    ['decimals out of range', changed(({ profile }) => (profile.decimals = { wan: 9, percent: 2 })), 'profile.decimals.wan'],
    ['a flag in words', changed(({ profile }) => (profile.carryOver = '是')), 'profile.carryOver'],
    ['a setting that there is not', changed(({ profile }) => (profile.style = 'x')), 'profile.style'],
  ])('%s is refused by its key, with what to do', (_, text, key) => {
    expect(() => profileIn(text, '口径.json', modules)).toThrow(
      expect.objectContaining({
        code: 'badProfile',
        fault: { code: 'badProfile', key },
        message: expect.stringContaining('口径.json') as string,
      }),
    );
  });
});
