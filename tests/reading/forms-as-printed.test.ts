import { _, caption, facts, problems, put, read, sheet, z01, z04, z04Rows, matrix, matrixRows, type Row } from './grids';

test('heads with the economic code in front prove the form as well as those without', async () => {
  const rows = matrixRows().map((row) =>
    row.map((v) => (v === '工资福利支出' ? '301工资福利支出' : v === '商品和服务支出' ? '302商品和服务支出' : v)),
  );
  // Known by its title alone, so that all of its own words have to be there.
  const reading = await read([z01(), matrix(put(rows, 1, 15, _), 'Sheet5')]);
  expect(problems(reading)).toEqual([]);
  expect(facts(reading, 'Z05.2010301.301', 'Z05.合计.302')).toEqual({ 'Z05.2010301.301': '3 F8', 'Z05.合计.302': '7 I7' });
});

test('a second table without its title begins right below the first', async () => {
  const second = put(z04Rows().slice(1), 7, 4, 999);
  const [told] = problems(await read([z01(), z04([...z04Rows(), ...second])]));
  expect(told).toMatch(new RegExp(`^READ-F30 A1 A${z04Rows().length + 1} `));
});

describe('a form by 科目 without its row of 栏次', () => {
  const heads: readonly Row[] = [
    ['项目', _, _, _, '年初结转和结余', '本年收入', '本年支出', _, _, '年末结转和结余'],
    ['支出功能分类科目编码', _, _, '科目名称', _, _, '合计', '基本支出', '项目支出', _],
    [_],
    ['类', '款', '项'],
  ];
  const z09 = (rows: readonly Row[]) =>
    sheet('Z09 政府性基金(财决09表)', [...caption('政府性基金预算财政拨款收入支出决算表', '财决09表', 10), ...heads, ...rows]);

  test('合计 above words is a head, 合计 above numbers is the first row', async () => {
    const reading = await read([
      z01(),
      z09([
        [_, _, _, '合计', 1, 2, 3, 1, 2, 0],
        ['2120801', _, _, '征地和拆迁补偿支出', 1, 2, 3, 1, 2, 0],
      ]),
    ]);
    expect(problems(reading)).toEqual([]);
    expect(facts(reading, 'Z09.合计.本年支出·合计', 'Z09.2120801.本年支出·项目支出')).toEqual({
      'Z09.合计.本年支出·合计': '3 G8',
      'Z09.2120801.本年支出·项目支出': '2 I9',
    });
  });

  test('one that says it has no data lacks no 合计', async () => {
    const lacking = async (note: string): Promise<readonly string[]> =>
      problems(await read([z01(), z09([[note]])])).filter((text) => text.includes('“合计”行'));
    expect(await lacking('本表无数据')).toEqual([]);
    expect(await lacking('此表没有数据。')).toEqual([]);
    expect(await lacking('说明：略')).toHaveLength(1);
  });
});
