import { thisYear } from '../kit/books';
import { column } from '../../src/layouts/layout';
import { SheetGrid } from '../../src/reading/grid';
import { matchColumns, readHeads } from '../../src/reading/header';
import { _, sheet, type Row } from './grids';

const paths = (rows: readonly Row[]): readonly string[] =>
  readHeads(new SheetGrid(sheet('x', rows), thisYear), 0, rows.length).map((head) => `${head.own ? '' : '~'}${head.path.join('>')}`);

test('a head reaches right until the next head of its own or of a higher row', () =>
  expect(
    paths([
      ['年初结转和结余', _, _, '本年收入', '本年支出', _, _, _],
      ['合计', '基本支出结转', '项目支出结转和结余', _, '合计', '基本支出', _, '项目支出'],
      [_, _, _, _, _, '小计', '人员经费', _],
    ]),
  ).toEqual([
    '年初结转和结余>合计',
    '年初结转和结余>基本支出结转',
    '年初结转和结余>项目支出结转和结余',
    '本年收入',
    '本年支出>合计',
    '本年支出>基本支出>小计',
    '本年支出>基本支出>人员经费',
    '本年支出>项目支出',
  ]));

test('a column without a head of its own only lies under its neighbour', () =>
  expect(
    paths([
      ['本年支出', _, _],
      ['合计', _, '基本支出'],
    ]),
  ).toEqual(['本年支出>合计', '~本年支出>合计', '本年支出>基本支出']));

test('a head copied into each cell of its merged area says its word once', () =>
  expect(
    paths([
      ['本年收入', '结余分配'],
      ['本年收入', '合计'],
    ]),
  ).toEqual(['本年收入', '结余分配>合计']));

test('group and item of one name stay two levels', () =>
  expect(
    paths([
      ['其他支出', _],
      ['小计', '其他支出'],
    ]),
  ).toEqual(['其他支出>小计', '其他支出>其他支出']));

test('a column is found by its lowest heads; the first printed path counts', () => {
  const heads = readHeads(
    new SheetGrid(
      sheet('x', [
        ['支出', _, _],
        ['本年支出', _, '年末结转和结余'],
        ['合计', '基本支出', _],
      ]),
      thisYear,
    ),
    0,
    3,
  );
  const found = matchColumns(heads, [
    column('a', '本年支出 > 合计|小计', '本年支出'),
    column('b', '本年支出 > 基本支出 > 小计', '本年支出 > 基本支出'),
    column('c', '年末结转和结余 > 合计', '年末结转和结余'),
    column('d', '结余分配'),
  ]);
  expect(found.map(({ words, heads: hit }) => [words.key, hit.map((head) => head.column)])).toEqual([
    ['a', [0]],
    ['b', [1]],
    ['c', [2]],
    ['d', []],
  ]);
});
