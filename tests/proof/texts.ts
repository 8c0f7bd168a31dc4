import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Decimal from 'decimal.js';
import { toText } from '../../src/adapters/text/text';
import type { FactSet, Reading, Table } from '../../src/facts/fact-set';
import type { ReportInput } from '../../src/narrative/input';
import type { Profile } from '../../src/narrative/profile';
import { profiles } from '../../src/narrative/profiles/index';
import { sections } from '../../src/narrative/sections/index';
import { published } from '../../src/narrative/published';
import { writeReport } from '../../src/narrative/write';
import { proof, type ProofReport } from '../../src/proof/proof';
import type { ProofDocument } from '../../src/proof/text/document';
import { documentOf } from '../../src/proof/text/blocks';
import { textParagraphs } from '../../src/proof/text/lines';
import { readWorkbook } from '../../src/reading/read';
import { parseSupplement } from '../../src/supplements/parse';
import { buildPublic, buildYears, units, type UnitName } from '../kit/index';

const folder = join(__dirname, '../cases');

export interface Case {
  readonly name: string;
  readonly input: ReportInput;
  readonly profile: string;
}

/** Every golden case: a unit of the kit, what was supplied for it, the profile of its text. */
export const goldenCases = (): Promise<readonly Case[]> => (read ??= readCases());
let read: Promise<readonly Case[]> | undefined;

async function readCases(): Promise<readonly Case[]> {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  return Promise.all(
    names.map(async (name): Promise<Case> => {
      const json = (file: string): Record<string, unknown> =>
        JSON.parse(readFileSync(join(folder, name, file), 'utf8')) as Record<string, unknown>;
      const { unit, profile, published: isPublic } = json('case.json') as { unit: UnitName; profile: string; published?: true };
      const { now, before } = buildYears(units[unit]);
      const years = {
        now: (await readWorkbook(isPublic ? buildPublic(units[unit], 'sichuan') : now)).facts,
        ...(before ? { before: (await readWorkbook(before)).facts } : {}),
      };
      const supplement = existsSync(join(folder, name, 'supplement.json')) ? json('supplement.json') : {};
      return { name, profile, input: { years, supplements: parseSupplement(supplement, 'supplement.json') } };
    }),
  );
}

export const written = (input: ReportInput, profile: Profile): string => toText(published(writeReport(input, sections, profile)));
export const documentFrom = (text: string): ProofDocument => documentOf('text', textParagraphs(text));
export const proved = (text: string, input?: ReportInput): ProofReport => proof(documentFrom(text), input);

/** Another way to print the same report. */
export interface Spelling {
  readonly name: string;
  readonly profile?: (profile: Profile) => Profile;
  readonly text?: (text: string) => string;
  /** The text is printed from amounts that were rounded to 0.01万元 before. */
  readonly rounded?: true;
}

const wide = (text: string): string => text.replace(/[0-9.%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const inYi = (text: string): string =>
  text.replace(
    /(?<![\d.不足价])(\d+(?:\.\d+)?)万元(?!（含）|以上)/g,
    (_, digits: string) => `${new Decimal(digits).div(10000).toFixed(6)}亿元`,
  );
/** Lists in the other order: …；…；… backwards. */
const reordered = (text: string): string =>
  text.replace(
    /(其中：|以下方面：|支出决算中，)((?:[^；。]+；)+[^；。]+)(?=。)/g,
    (_, head: string, list: string) => head + list.split('；').reverse().join('；'),
  );

export const spellings: readonly Spelling[] = [
  { name: '原样' },
  { name: '保留两位小数', profile: (profile) => ({ ...profile, dropTrailingZeros: false }) },
  { name: '千分位', profile: (profile) => ({ ...profile, thousandsSeparator: true }) },
  { name: '百分数一位小数', profile: (profile) => ({ ...profile, decimals: { wan: 2, percent: 1 } }) },
  { name: '按类分组', profile: (profile) => ({ ...profile, itemStyle: 'grouped' }) },
  { name: '全角', text: wide },
  {
    name: '比上年',
    text: (text) =>
      text
        .replace(/与2023年度?相比/g, '与上年相比')
        .replace(/[比较](?:2023年度?|上年度?)/g, '比上年')
        .replace(/与2023年度?持平/g, '与上年持平'),
  },
  { name: '较上年', text: (text) => text.replace(/与2023年度?相比/g, '较上年').replace(/比2023年度?/g, '较上年') },
  { name: '亿元', text: inYi },
  { name: '次序', text: reordered },
  { name: '从万元计算', rounded: true },
];

/** The same facts with every amount rounded to 0.01万元, as a person reckons who has only the printed figures. */
export function roundedInput(input: ReportInput): ReportInput {
  const round = (facts: FactSet): FactSet => {
    const rounded = (reading: Reading): Reading =>
      reading.state === 'number' && reading.fact.unit === '元'
        ? {
            state: 'number',
            fact: { ...reading.fact, value: reading.fact.value.div(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(100) },
          }
        : reading;
    const table = (one: Table): Table =>
      new Proxy(one, {
        get: (of, key) =>
          key === 'at' ? (...place: Parameters<Table['at']>) => rounded(of.at(...place)) : (Reflect.get(of, key) as unknown),
      });
    return { ...facts, tables: new Map([...facts.tables].map(([id, one]) => [id, table(one)])), find: (key) => rounded(facts.find(key)) };
  };
  const { now, before } = input.years;
  return { ...input, years: { now: round(now), ...(before ? { before: round(before) } : {}) } };
}

/** All texts of all cases in all profiles and spellings. */
export function* ownTexts(
  cases: readonly Case[],
): Generator<{ readonly label: string; readonly text: string; readonly input: ReportInput }> {
  for (const { name, input } of cases) {
    for (const profile of profiles) {
      for (const spelling of spellings) {
        const from = spelling.rounded ? roundedInput(input) : input;
        const printed = written(from, spelling.profile?.(profile) ?? profile);
        yield { label: `${name}／${profile.id}／${spelling.name}`, text: spelling.text?.(printed) ?? printed, input };
      }
    }
  }
}
