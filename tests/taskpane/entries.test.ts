import { fieldOf } from '../../src/supplements/fields';
import { entriesOf } from '../../taskpane/pane/entries';

const typed = (key: string, text: string, value?: string) => {
  const read = entriesOf({ key, field: fieldOf(key)!, label: '', value, waiting: [], ready: [] }, text);
  return 'wrong' in read ? read.wrong : { ...read, entries: read.entries.map(([one, what]) => `${one} = ${String(what)}`) };
};

test.each(['轿车5辆、越野车7辆，载客汽车1辆', '轿车 5 越野车 7 载客汽车 1', '轿车：５辆；越野车：７辆和载客汽车：1辆。'])(
  'the vehicles of all types in one line, and what was read is told: %s',
  (line) => {
    expect(typed('vehicles.kept.轿车', line)).toEqual({
      entries: ['vehicles.kept.轿车 = 5', 'vehicles.kept.越野车 = 7', 'vehicles.kept.载客汽车 = 1'],
      told: '已填入轿车 5 辆、越野车 7 辆、载客汽车 1 辆，合计 13 辆。',
    });
  },
);

test('a longer name of a type is not read as the shorter one, whatever field it is typed into', () => {
  expect(typed('vehicles.bought.轿车.count', '小型载客汽车2辆、大中型载客汽车1辆')).toMatchObject({
    entries: ['vehicles.bought.小型载客汽车.count = 2', 'vehicles.bought.大中型载客汽车.count = 1'],
  });
});

test.each(['轿车5辆、皮卡2辆', '轿车5辆、轿车2辆', '轿车约5辆', '轿车5.5辆', '轿车五辆', '轿车'])(
  'a line that is not clear to its last word fills in nothing and says so: %s',
  (line) => expect(typed('vehicles.kept.轿车', line)).toBe(`填的是“${line}”，不是数。`),
);

test('one number stays one number', () => {
  expect(typed('vehicles.kept.轿车', ' 5 ')).toEqual({ entries: ['vehicles.kept.轿车 = 5'] });
  expect(typed('vehicles.bought.轿车.amount', '轿车 5')).toContain('不是数');
});

test('a list of projects, a line each; 等9个项目 as the last one says how many there are', () => {
  expect(typed('performance.projects', '甲项目\n 乙项目 \n\n等９个项目')).toEqual({
    entries: ['performance.projects.1 = 甲项目', 'performance.projects.2 = 乙项目', 'performance.evaluated = 9'],
  });
  expect(typed('performance.projects', '甲项目', '甲项目\n乙项目')).toEqual({
    entries: ['performance.projects.1 = 甲项目', 'performance.projects.2 = undefined'],
  });
  expect(typed('performance.projects', '等级评定9个项目')).toEqual({ entries: ['performance.projects.1 = 等级评定9个项目'] });
});
