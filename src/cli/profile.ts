import { basename } from 'node:path';
import type { Profile } from '../narrative/profile';
import { profileIn } from '../narrative/profile-file';
import { sections } from '../narrative/sections/index';
import { decodeText } from '../proof/text/decode';
import { product } from '../product/index';
import { readBytes } from './files/input';
import { UsageError, type Io } from './io';
import { tell } from './messages';

/** Is it a file that --profile names, and not one of the profiles that come with the product? */
export const isProfileFile = (profile: string): boolean => /\.json$/i.test(profile);

/**
 * The profile of --profile, or the default: the id of one, or a file with one.
 * Throws UsageError that names the known ones, UserError for a file that cannot be used.
 */
export async function profileOf(profile: string | undefined): Promise<Profile> {
  if (profile !== undefined && isProfileFile(profile)) {
    const file = basename(profile);
    const modules = sections.map(({ name }) => name);
    return profileIn(decodeText(await readBytes(profile), file), file, modules);
  }
  const found = profile === undefined ? product.profiles[0] : product.profile(profile);
  if (!found) {
    const known = product.profiles.map(({ id }) => id).join('、');
    throw new UsageError(`没有“${profile}”这个口径，可用的有：${known}；也可以写口径文件（.json）。`);
  }
  return found;
}

/** The same; undefined after the user was told that the file cannot be used. */
export async function profileFor(profile: string | undefined, io: Io): Promise<Profile | undefined> {
  try {
    return await profileOf(profile);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    tell(error, io);
    return undefined;
  }
}
