import type { Profile } from '../../src/narrative/profile';

/** The profile of a file, or as it was remembered. Throws UserError that names the key that cannot be used. */
export async function profileFrom(text: string, file: string): Promise<Profile> {
  const [{ profileIn }, { sections }] = await Promise.all([
    import(/* webpackChunkName: "profile-file" */ '../../src/narrative/profile-file'),
    import(/* webpackChunkName: "text" */ '../../src/narrative/sections/index'),
  ]);
  return profileIn(
    text,
    file,
    sections.map(({ name }) => name),
  );
}

/** The same of what an earlier version may have remembered: what cannot be used any more is forgotten. */
export async function rememberedProfile(text: string | undefined): Promise<Profile | undefined> {
  try {
    return text === undefined ? undefined : await profileFrom(text, '');
  } catch {
    return undefined;
  }
}
