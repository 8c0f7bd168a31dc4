import { settled } from '../../src/narrative/settings';
import { settingOptions, type SettingId } from '../../src/supplements/settings';
import { parseSupplement } from '../../src/supplements/parse';
import { profileOf } from './written';

const profile = profileOf();
const chosen = (id: SettingId, option: string): ReturnType<typeof settled> => {
  const label = (settingOptions[id].options as Readonly<Record<string, string>>)[option]!;
  return settled(profile, parseSupplement({ settings: { [id]: label } }, 'supplement.json'));
};

test.each([
  ['trailingZeros', 'drop', { dropTrailingZeros: true }],
  ['trailingZeros', 'keep', { dropTrailingZeros: false }],
  ['thousandsSeparator', 'yes', { thousandsSeparator: true }],
  ['thousandsSeparator', 'no', { thousandsSeparator: false }],
  ['meetings', 'yes', { meetings: true }],
  ['rounding', 'balance', { rounding: 'balance' }],
  ['itemStyle', 'grouped', { itemStyle: 'grouped' }],
  ['zeroItems', 'list', { zeroItems: 'list' }],
  ['wanDecimals', '4', { decimals: { ...profile.decimals, wan: 4 } }],
] as const)('%s: what is chosen on 补充信息 goes before the profile: %s', (id, option, change) => {
  expect(chosen(id, option)).toEqual({ ...profile, ...change });
});

test('what is not chosen is as the profile says', () => {
  expect(settled(profile, parseSupplement({}, 'supplement.json'))).toEqual(profile);
});
