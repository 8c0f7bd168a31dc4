import { isDeepStrictEqual } from 'node:util';
import { suppliedBook } from '../kit/books';
import Decimal from 'decimal.js';
import fc from 'fast-check';
import type { Sheet } from '../../src/kernel/workbook';
import type { Aside } from '../../src/facts/outcome';
import { profileById } from '../../src/narrative/profiles/index';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { supplementsOf } from '../../src/supplements/entries';
import { fields, keyOf, vehicleTypes } from '../../src/supplements/fields';
import { emptySupplements, parseSupplement } from '../../src/supplements/parse';
import { validate } from '../../src/supplements/validate';
import { readSupplementSheet } from '../../src/supplements/read-sheet';
import type { Entry } from '../../src/supplements/supplements';
import { at, rowWith } from './fixture';
import { draw, filled, missing, typed, valuesOf } from './supplement-drawn';

describe('supplementSheet', () => {
  it('gives every field a labelled place of its colour that says what belongs there', () => {
    const picture = draw(emptySupplements);
    for (const field of fields.filter(({ each, type }) => each === undefined && type !== 'texts')) {
      const row = rowWith(picture, 0, keyOf(field));
      expect(at(picture, `B${row + 1}`)!.value).toBe(field.label);
      expect(at(picture, `C${row + 1}`)!.style).toMatch(/^input/);
      const said = picture.prompts!.find(({ range }) => range === `C${row + 1}`)?.message ?? '';
      expect(said.slice(0, 200)).toBe((at(picture, `F${row + 1}`)!.value as string).slice(0, 200));
    }
    expect(picture.columns[0]!.hidden).toBe(true);
  });

  it('offers the options of a choice as a drop-down list', () => {
    const picture = draw(emptySupplements);
    const row = rowWith(picture, 0, 'unitKind') + 1;
    expect(picture.lists).toContainEqual({ range: `C${row}`, options: ['行政单位', '参公事业单位', '事业单位'] });
  });

  it('shows the change a reason must explain, and last year’s figure with its place', () => {
    const picture = draw(emptySupplements);
    expect(at(picture, `F${rowWith(picture, 0, 'reasons.S01') + 1}`)!.value).toContain(
      '本年 1,089.83万元，上年 1,196.72万元，减少 106.89万元（8.93%）',
    );
    const prior = rowWith(picture, 0, 'priorYear.收支总计') + 1;
    expect(at(picture, `D${prior}`)!.value).toBe(11967204);
    expect(at(picture, `F${prior}`)!.value).toContain('2023.xlsx');
  });

  it('offers last year’s words beside a field that is empty, and fills nothing in', () => {
    const last = parseSupplement(
      { reasons: { S01: '上年的原因', items: { '2010301': '上年压减' } }, reception: { content: '检查督查' } },
      'l.json',
    );
    const needs = missing('reasons.S01', 'reasons.items.2010301');
    const picture = draw(emptySupplements, { last, missing: needs });
    const hint = (key: string, from = picture): unknown => at(from, `F${rowWith(from, 0, key) + 1}`)!.value;
    expect(hint('reasons.S01')).toContain('减少 106.89万元（8.93%）；上年写的是：上年的原因');
    expect(hint('reasons.items.2010301')).toContain('上年写的是：上年压减');
    expect(hint('reception.content')).toContain('上年写的是：检查督查');
    expect(readSupplementSheet(snapshotOf(picture)).supplements.entries.size).toBe(0);
    expect(hint('reasons.S01', draw(filled, { last, missing: needs }))).not.toContain('上年的原因');
  });

  it('names the budget of the profile: 年初预算数 in Shanghai', () => {
    const picture = draw(filled, { profile: profileById('shanghai-2024') });
    const words = picture.cells.map(({ value }) => String(value ?? '')).join('\n');
    expect(words).toMatch(/、年初预算数（按项级科目）/);
    expect(words).toContain('年初预算数（元）');
    expect(words).toContain('年初预算 292.32万元，小于预算 12.63万元');
    expect(words).not.toContain('全年预算');
    expect(draw(filled).cells.some(({ value }) => value === '全年预算数（元）')).toBe(true);
  });

  it('lists the 项 that have expenditure with code, name and 决算数, and their sum', () => {
    const picture = draw(filled);
    const row = rowWith(picture, 0, 'itemBudgets.2010302') + 1;
    expect(['B', 'C', 'D', 'F'].map((c) => at(picture, `${c}${row}`)!.value)).toEqual(['2010302', 2923181, 2796922, '项目2010302']);
    expect(picture.cells.some(({ value }) => value === 'itemBudgets.2210201')).toBe(false);
    expect(at(picture, `C${rowWith(picture, 0, '#sum') + 1}`)!.value).toBe(7329895);
    expect(at(picture, `F${rowWith(picture, 0, 'reasons.items.2010302') + 1}`)!.value).toContain('小于预算 12.63万元');
  });

  it('puts what this workbook needs first in its section and says 待补 until it is filled', () => {
    const picture = draw(emptySupplements, { missing: missing('reasons.S08', 'performance') });
    expect(rowWith(picture, 0, 'reasons.S08')).toBeLessThan(rowWith(picture, 0, 'reasons.S01'));
    const row = rowWith(picture, 0, 'reasons.S08') + 1;
    expect(at(picture, `G${row}`)).toMatchObject({ value: '待补', formula: `=IF(TRIM(C${row})="","待补","已填")` });
    expect(at(picture, `G${rowWith(picture, 0, 'performance.evaluated') + 1}`)!.value).toBe('待补');
    const part = draw(emptySupplements, { missing: missing('reasons.S07') });
    expect(at(part, `G${rowWith(part, 0, 'reasons.S07') + 1}`)!.value).toBe('待补');
    expect(at(part, `G${rowWith(part, 0, 'reasons.S07.abroad') + 1}`)!.value).toBe('');
    expect(at(picture, `G${rowWith(picture, 0, 'reasons.S01') + 1}`)!.value).toBe('');
    expect(at(draw(filled), `G${rowWith(draw(filled), 0, 'reasons.S01') + 1}`)!.value).toBe('已填');
  });

  it('says 待补 beside each 车型 while the text waits for 年末保有量, and looks at the cell of that number', () => {
    const needs = missing('vehicles.kept');
    const status = (type: string, picture = draw(emptySupplements, { missing: needs })): readonly unknown[] => {
      const row = rowWith(picture, 0, `vehicles.bought.${type}.count`) + 1;
      return [at(picture, `G${row}`)!.value, at(picture, `G${row}`)!.formula?.replaceAll(String(row), '#')];
    };
    expect(status('轿车')).toEqual(['待补', '=IF(TRIM(E#)="","待补","已填")']);
    // The numbers do not add up: the 车型 that have none are asked for, the others are filled.
    expect(status('轿车', draw(filled, { missing: needs }))).toEqual(['已填', '=IF(TRIM(E#)="","待补","已填")']);
    expect(status('越野车', draw(filled, { missing: needs }))).toEqual(['待补', '=IF(TRIM(E#)="","待补","已填")']);
    expect(status('轿车', draw(filled))).toEqual(['', undefined]);
    // All that waits in the row must be filled.
    const both = draw(filled, { missing: missing('vehicles.kept', 'vehicles.bought') });
    expect(status('其他车型', both)).toEqual(['待补', '=IF(OR(TRIM(C#)="",TRIM(D#)="",TRIM(E#)=""),"待补","已填")']);
    expect(status('轿车', both)[0]).toBe('已填');
  });

  it('reads back what it draws, with the cell each value stands in', () => {
    const picture = draw(filled);
    const reading = readSupplementSheet(snapshotOf(picture));
    expect(reading.problems).toEqual([]);
    expect(valuesOf(reading.supplements)).toEqual(valuesOf(filled));
    const place = reading.supplements.reason('S01')!;
    const a1 = `C${rowWith(picture, 0, 'reasons.S01') + 1}`;
    expect(place).toEqual({ key: 'reasons.S01', text: '=人员减少', at: { book: suppliedBook, sheet: '补充信息', a1 } });
    expect([at(picture, place.at.a1)!.value, at(picture, place.at.a1)!.formula]).toEqual(['=人员减少', undefined]);
  });

  it('reads back whatever can be supplied, and draws it the same again (property)', () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .map((s) => s.trim())
      .filter((s) => !s.startsWith('#') && validate({ type: 'text' }, s).state === 'value');
    const amount = fc.integer({ min: 0, max: 99_999_999_999 }).map((fen) => new Decimal(fen).div(100));
    const count = fc.nat({ max: 999 }).map((n) => new Decimal(n));
    const code = fc.integer({ min: 2_000_000, max: 2_999_999 }).map(String);
    const type = fc.constantFrom(...vehicleTypes);
    const valueOf = (key: string): fc.Arbitrary<readonly [string, Entry['value']]> => {
      const field = fields.find((f) => keyOf(f) === key)!;
      if (field.type === 'amount') return amount.map((value) => [key, value] as const);
      if (field.type === 'count') return count.map((value) => [key, value] as const);
      if (field.type === 'score') return fc.constantFrom('0', '95.5', '100').map((value) => [key, value] as const);
      if (field.type === 'yesNo') return fc.boolean().map((value) => [key, value] as const);
      return (field.options ? fc.constantFrom(...field.options) : text).map((value) => [key, value] as const);
    };
    const single = fc.constantFrom(...fields.filter(({ each, type: t }) => !each && t !== 'texts').map(keyOf)).chain(valueOf);
    const entry: fc.Arbitrary<readonly (readonly [string, Entry['value']])[]> = fc.oneof(
      single.map((one) => [one]),
      fc.tuple(code, amount).map(([c, value]) => [[`itemBudgets.${c}`, value] as const]),
      fc.tuple(fc.constantFrom('reasons.items', 'glossary'), code, text).map(([list, c, value]) => [[`${list}.${c}`, value] as const]),
      fc.tuple(type, count).map(([t, value]) => [[`vehicles.kept.${t}`, value] as const]),
      fc
        .tuple(type, count, amount)
        .map(([t, n, value]) => [[`vehicles.bought.${t}.count`, n] as const, [`vehicles.bought.${t}.amount`, value] as const]),
    );
    const projects = fc
      .array(text, { maxLength: 7 })
      .map((names) => names.map((name, i) => [`performance.projects.${i + 1}`, name] as const));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 15 }), projects, (entries, named) => {
        const place = { book: suppliedBook, sheet: 's.json', a1: '' } as const;
        const supplements = supplementsOf(new Map([...entries.flat(), ...named].map(([key, value]) => [key, { value, at: place }])));
        const first = draw(supplements);
        const reading = readSupplementSheet(snapshotOf(first));
        expect(reading.problems).toEqual([]);
        expect(valuesOf(reading.supplements)).toEqual(valuesOf(supplements));
        const again = draw(reading.supplements, { previous: snapshotOf(first) });
        // The matcher takes long over thousands of cells; it is asked only for its words.
        if (!isDeepStrictEqual(again, first)) expect(again).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it('carries set-aside findings, control characters of the fingerprint included', () => {
    const asides: readonly Aside[] = [
      { id: 'Z04-A01@本年|Z04|F12', rule: 'Z04-A01', fingerprint: 'Z04-A01\u0001"1\\2"\u0001汉', reason: '=已核实', at: '2025-08-12' },
    ];
    const picture = draw(emptySupplements, { asides });
    expect(picture.cells.every(({ value }) => typeof value !== 'string' || !value.includes('\u0001'))).toBe(true);
    expect(readSupplementSheet(snapshotOf(picture)).asides).toEqual(asides);
  });

  it('keeps a value that cannot be read, names it, and takes the corrected one', () => {
    const bad = typed(snapshotOf(draw(filled)), 'itemBudgets.2010302', '约300万');
    const reading = readSupplementSheet(bad);
    expect(reading.supplements.itemBudget('2010302')).toBeUndefined();
    const picture = draw(reading.supplements, { previous: bad });
    const row = rowWith(picture, 0, 'itemBudgets.2010302') + 1;
    expect([at(picture, `C${row}`)!.value, at(picture, `G${row}`)!.value]).toEqual(['约300万', '有误']);
    expect(draw(readSupplementSheet(snapshotOf(picture)).supplements, { previous: snapshotOf(picture) })).toEqual(picture);
    expect(
      readSupplementSheet(typed(snapshotOf(picture), 'itemBudgets.2010302', 3000000))
        .supplements.itemBudget('2010302')!
        .value.toNumber(),
    ).toBe(3000000);
  });

  it('keeps a bad value of a single field as well', () => {
    const bad = typed(snapshotOf(draw(filled)), 'priorYear.机关运行经费', '九十万');
    const picture = draw(readSupplementSheet(bad).supplements, { previous: bad });
    const row = rowWith(picture, 0, 'priorYear.机关运行经费') + 1;
    expect([at(picture, `C${row}`)!.value, at(picture, `G${row}`)!.value]).toEqual(['九十万', '有误']);
  });

  it('empties a field that was emptied, though the sheet still shows the old value', () => {
    const sheet = snapshotOf(draw(filled));
    const reading = readSupplementSheet(sheet);
    const entries = new Map(reading.supplements.entries);
    entries.delete('reasons.S01');
    const picture = draw(supplementsOf(entries), { previous: sheet });
    expect(at(picture, `C${rowWith(picture, 0, 'reasons.S01') + 1}`)!.value).toBeUndefined();
  });

  it('keeps rows and cells that are not its own', () => {
    const sheet = snapshotOf(draw(filled));
    const row = rowWith(draw(filled), 0, 'reasons.S01');
    const wide = sheet.values.map((cells, r) => (r === row ? [...cells.slice(0, 7), '问过业务科'] : cells));
    const mine: Sheet = { ...sheet, values: [...wide.slice(0, 6), [null, '备忘', 12.5, null, null, null, null, null], ...wide.slice(6)] };
    const reading = readSupplementSheet(mine);
    expect(valuesOf(reading.supplements)).toEqual(valuesOf(filled));
    const picture = draw(reading.supplements, { previous: mine });
    expect(at(picture, `H${rowWith(picture, 0, 'reasons.S01') + 1}`)!.value).toBe('问过业务科');
    const memo = rowWith(picture, 1, '备忘') + 1;
    expect(at(picture, `C${memo}`)!.value).toBe(12.5);
    expect(draw(readSupplementSheet(snapshotOf(picture)).supplements, { previous: snapshotOf(picture) })).toEqual(picture);
  });

  it('takes codes typed or pasted into the spare rows', () => {
    const sheet = snapshotOf(draw(emptySupplements));
    const spare = sheet.values.findIndex((row) => row[0] === '#row');
    const pasted = {
      ...sheet,
      values: sheet.values.map((row, r) => (r === spare ? ['#row', 2080505, '644,063.00', null, null, null, null] : row)),
    };
    const reading = readSupplementSheet(pasted);
    expect(reading.problems).toEqual([]);
    expect(reading.supplements.itemBudget('2080505')).toMatchObject({ at: { a1: `C${spare + 1}` } });
    expect(reading.supplements.itemBudget('2080505')!.value.toFixed(2)).toBe('644063.00');
  });

  it('never puts two cells at one place', () => {
    const places = draw(filled, { missing: missing('performance', 'glossary.2010301') }).cells.map(({ row, column }) => `${row},${column}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
