import { UserError } from '../kernel/errors';
import { officialFormIds } from './annexes/form-ids';
import { generalTerms } from './glossary/general';
import type { Profile } from './profile';

/** A profile as a file: what it is, then the profile. */
interface ProfileFile {
  readonly version: 1;
  readonly kind: '口径';
  readonly profile: Profile;
}

/** The text of a profile file. */
export const profileFileText = (profile: Profile): string =>
  `${JSON.stringify({ version: 1, kind: '口径', profile } satisfies ProfileFile, null, 2)}\n`;

type Check = (value: unknown, key: string) => void;

/** What is wrong, at which key; told with the name of the file. */
class Wrong {
  constructor(
    readonly key: string,
    readonly what: string,
  ) {}
}

const string: Check = (value, key) => {
  if (typeof value !== 'string') throw new Wrong(key, '应是文字');
};
const flag: Check = (value, key) => {
  if (typeof value !== 'boolean') throw new Wrong(key, '应是 true 或 false');
};
const decimals: Check = (value, key) => {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 6) throw new Wrong(key, '应是 0 到 6 的整数');
};
const oneOf =
  (names: readonly string[]): Check =>
  (value, key) => {
    if (!names.includes(value as string)) throw new Wrong(key, `应是 ${names.join('、')} 之一`);
  };
const listOf =
  (each: Check): Check =>
  (value, key) => {
    if (!Array.isArray(value)) throw new Wrong(key, '应是列表');
    value.forEach((one, i) => each(one, `${key}[${i}]`));
  };
const optional =
  (check: Check): Check =>
  (value, key) => {
    if (value !== undefined) check(value, key);
  };
const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, key) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Wrong(key, '应是一组内容');
    const strange = Object.keys(value).find((name) => !(name in fields));
    if (strange !== undefined) throw new Wrong(`${key}.${strange}`, '没有这一项');
    for (const [name, check] of Object.entries(fields)) check((value as Record<string, unknown>)[name], `${key}.${name}`);
  };

const meanings: Check = (value, key) => {
  const known = (name: string): boolean => /^\d{7}$/.test(name) || name in generalTerms;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Wrong(key, '应是一组内容');
  for (const [name, text] of Object.entries(value)) {
    if (!known(name)) throw new Wrong(`${key}.${name}`, '没有这一项');
    string(text, `${key}.${name}`);
  }
};

const phraseNames = [
  'total',
  'totalIs',
  'each',
  'comparedWith',
  'than',
  'thanLastYear',
  'lastYear',
  'changeReason',
  'reason',
  'yearEnd',
  'completes',
  'noBudget',
] as const satisfies readonly (keyof Profile['phrases'])[];
const all = (names: readonly string[], check: Check): Readonly<Record<string, Check>> =>
  Object.fromEntries(names.map((name) => [name, check]));

const sectionEntry =
  (modules: readonly string[]): Check =>
  (value, key) => {
    if (typeof value === 'object' && value !== null && 'part' in value) return object({ part: string })(value, key);
    object({ use: oneOf(modules), heading: string, id: optional(string), closing: optional(listOf(string)) })(value, key);
  };

const profileOf = (modules: readonly string[]): Check =>
  object({
    id: string,
    name: string,
    source: object({
      by: oneOf(['official', 'derived', 'house']),
      doc: string,
      clause: string,
      url: optional(string),
      unverified: optional(flag),
    }),
    sections: listOf(sectionEntry(modules)),
    phrases: object(all(phraseNames, string)),
    budget: oneOf(['年初预算数', '全年预算数']),
    decimals: object({ wan: decimals, percent: decimals }),
    dropTrailingZeros: flag,
    thousandsSeparator: flag,
    zeroItems: oneOf(['omit', 'list']),
    rounding: oneOf(['note', 'balance']),
    carryOver: flag,
    adjustment: flag,
    fundItems: flag,
    meetings: flag,
    itemStyle: oneOf(['flat', 'grouped']),
    carTypes: listOf(string),
    forms: optional(listOf(object({ form: oneOf([...officialFormIds, 'P13L', 'P13G']), title: optional(string) }))),
    charts: listOf(oneOf(['C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'C07'])),
    glossary: object({
      heading: string,
      style: oneOf(['used', 'fixed']),
      terms: listOf(oneOf(['科目', ...Object.keys(generalTerms)])),
      numbering: oneOf(['1.', '一、']),
      meanings: optional(meanings),
    }),
  } satisfies Readonly<Record<keyof Profile, Check>>);

/**
 * The profile of a file. `modules`: names of the sections that there are. Throws UserError that names the file and the key.
 */
export function profileIn(text: string, file: string, modules: readonly string[]): Profile {
  const refuse = (key: string, what: string): UserError =>
    new UserError(
      { code: 'badProfile', key },
      `${file}：口径文件里的“${key}”不能用（${what}），没有采用。请改正，或重新从上年文档学一份。`,
      {
        file,
      },
    );
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse('全文', '不是正确的 JSON');
  }
  try {
    const { version, kind, profile } = (json ?? {}) as Partial<ProfileFile>;
    if (version !== 1 || kind !== '口径') throw new Wrong('version、kind', '不是本工具的口径文件');
    profileOf(modules)(profile, 'profile');
    return profile!;
  } catch (error) {
    if (error instanceof Wrong) throw refuse(error.key, error.what);
    throw error;
  }
}
