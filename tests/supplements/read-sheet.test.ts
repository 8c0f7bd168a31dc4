import type { Scalar, Sheet } from '../../src/kernel/workbook';
import { readSupplementSheet } from '../../src/supplements/read-sheet';
import { grid, marker } from '../../src/supplements/sheet-grid';

/** 补充信息 with these rows: the hidden key, the name, the first value. */
const sheetOf = (...rows: readonly (readonly [key: string, label: Scalar, value: Scalar])[]): Sheet => ({
  name: '补充信息',
  visibility: 'visible',
  top: 0,
  left: 0,
  values: rows.map(([key, label, value]) => {
    const row: Scalar[] = [null, null, null, null, null, null, null];
    row[grid.key] = key;
    row[grid.label] = label;
    row[grid.value] = value;
    return row;
  }),
});
const section = (id: string): readonly [string, Scalar, Scalar] => [`${marker.section}${id}`, id, null];

describe('reading 补充信息', () => {
  test('a value is known by its hidden key, with the cell it stands in', () => {
    const { supplements, problems } = readSupplementSheet(sheetOf(section('reasons'), ['reasons.S01', '总计变动的原因', '人员减少']));
    expect(problems).toEqual([]);
    expect(supplements.reason('S01')).toMatchObject({ text: '人员减少', at: { sheet: '补充信息', a1: 'C2' } });
  });

  test('a blank is nothing supplied, not an empty text', () =>
    expect([...readSupplementSheet(sheetOf(section('reasons'), ['reasons.S01', '原因', null])).supplements.entries]).toEqual([]));

  test('a value that cannot be used is pointed out at its cell, kept as it stands, and not counted', () => {
    const { supplements, problems, kept } = readSupplementSheet(
      sheetOf(section('prior'), ['priorYear.收支总计', '上年收支总计', '约一百万']),
    );
    expect(supplements.prior('收支总计')).toBeUndefined();
    expect(problems.map(({ cells }) => cells[0]!.a1)).toEqual(['C2']);
    expect(kept.values.get('priorYear.收支总计')).toBe('约一百万');
  });

  test('a sheet without the hidden keys is not read, but nothing of it is lost', () => {
    const { supplements, problems, kept } = readSupplementSheet(sheetOf(['', '我们自己的补充', '随便写的']));
    expect(supplements.entries.size).toBe(0);
    expect(problems).toHaveLength(1);
    expect(kept.others).toEqual([['我们自己的补充', '随便写的']]);
  });
});
