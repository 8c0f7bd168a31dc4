import { settingOptions, type SettingId } from '../supplements/settings';
import type { Supplements } from '../supplements/supplements';
import type { Profile } from './profile';

/** The option chosen on 补充信息, by its id; undefined where the profile decides. */
function chosen(supplements: Supplements, id: SettingId): string | undefined {
  const words = supplements.text(`settings.${id}`)?.text;
  return Object.entries(settingOptions[id].options).find(([, label]) => label === words)?.[0];
}

const changes: { readonly [Id in SettingId]: (option: string) => Partial<Profile> } = {
  rounding: (option) => ({ rounding: option as Profile['rounding'] }),
  itemStyle: (option) => ({ itemStyle: option as Profile['itemStyle'] }),
  zeroItems: (option) => ({ zeroItems: option as Profile['zeroItems'] }),
  trailingZeros: (option) => ({ dropTrailingZeros: option === 'drop' }),
  thousandsSeparator: (option) => ({ thousandsSeparator: option === 'yes' }),
  meetings: (option) => ({ meetings: option === 'yes' }),
  wanDecimals: () => ({}),
};

/** The profile as this unit uses it: what is chosen on 补充信息 goes before what the province's form says. */
export function settled(profile: Profile, supplements: Supplements): Profile {
  const own = (Object.keys(changes) as SettingId[]).flatMap((id) => {
    const option = chosen(supplements, id);
    return option === undefined ? [] : [changes[id](option)];
  });
  const decimals = chosen(supplements, 'wanDecimals');
  return Object.assign({}, profile, ...own, decimals ? { decimals: { ...profile.decimals, wan: Number(decimals) } } : {}) as Profile;
}
