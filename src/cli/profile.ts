import type { Profile } from '../narrative/profile';
import { product } from '../product/index';
import { UsageError } from './io';

/** The profile of --profile, or the default. Throws UsageError that names the known ones. */
export function profileOf(id: string | undefined): Profile {
  const found = id === undefined ? product.profiles[0] : product.profile(id);
  if (!found) throw new UsageError(`没有“${id}”这个口径，可用的有：${product.profiles.map((profile) => profile.id).join('、')}。`);
  return found;
}
