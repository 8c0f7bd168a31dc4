import type { Profile } from '../profile';
import { shanghai2024 } from './shanghai-2024';
import { sichuan2022 } from './sichuan-2022';
import { sichuan2024 } from './sichuan-2024';
import { yunnan2024 } from './yunnan-2024';

/** All profiles; the first is the default. */
export const profiles: readonly [Profile, ...Profile[]] = [sichuan2024, sichuan2022, shanghai2024, yunnan2024];
export const defaultProfile: Profile = sichuan2024;
/** undefined for an unknown id; the door then names the known ones. */
export const profileById = (id: string): Profile | undefined => profiles.find((profile) => profile.id === id);
