import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toAudit, toText } from '../../src/adapters/text/text';
import { profileById } from '../../src/narrative/profiles/index';
import { contradictions } from '../../src/narrative/reasons/remarks';
import { sections } from '../../src/narrative/sections/index';
import { published as publishedOf } from '../../src/narrative/published';
import { writeReport } from '../../src/narrative/write';
import { readWorkbook } from '../../src/reading/read';
import { parseSupplement } from '../../src/supplements/parse';
import { buildPublic, buildYears, units, type UnitName } from '../kit/index';
import { asksOf } from '../../src/narrative/asks';
import { faultsOf } from '../narrative/faults';

/**
 * Golden texts: a folder per case with case.json (which unit of the kit, profile, why it exists), supplement.json where
 * something is supplied, report.txt and audit.txt. UPDATE_CASES=1 rewrites the texts; they are read before a commit.
 */
interface Case {
  readonly unit: UnitName;
  readonly profile: string;
  /** Where the case comes from, and what it is there to show. */
  readonly why: readonly [string, string];
  /** This year's workbook holds the published forms in 万元 instead of the 财决 forms in 元. */
  readonly published?: true;
}

const folder = __dirname;
const update = process.env.UPDATE_CASES === '1';
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('golden texts', () => {
  test('there is a case for every kind of unit', () => {
    const used = names.map((name) => (json(join(folder, name, 'case.json')) as Case).unit);
    expect(Object.keys(units).filter((unit) => !used.includes(unit as UnitName))).toEqual([]);
  });

  test.each(names.map((name) => [name]))('%s', async (name) => {
    const path = (file: string): string => join(folder, name, file);
    const { unit, profile: id, why, published } = json(path('case.json')) as Case;
    expect(why).toHaveLength(2);
    const { now, before } = buildYears(units[unit]);
    const profile = profileById(id)!;
    const years = {
      now: (await readWorkbook(published ? buildPublic(units[unit], 'sichuan') : now)).facts,
      ...(before ? { before: (await readWorkbook(before)).facts } : {}),
    };
    const supplement = existsSync(path('supplement.json')) ? json(path('supplement.json')) : {};
    const input = { years, supplements: parseSupplement(supplement, 'supplement.json') };
    const document = writeReport(input, sections, profile);
    expect(faultsOf(document)).toEqual([]);
    expect(contradictions(input, profile, asksOf(document))).toEqual([]);
    for (const [file, text] of [
      ['report.txt', toText(publishedOf(document))],
      ['audit.txt', toAudit(publishedOf(document))],
    ] as const) {
      if (update) {
        mkdirSync(join(folder, name), { recursive: true });
        writeFileSync(path(file), text);
      }
      expect(text).toBe(readFileSync(path(file), 'utf8'));
    }
  });
});
