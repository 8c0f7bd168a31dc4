import type { Tally } from '../hostile/matrix';
import { writeSection } from './sections';

/** What one run of the matrix measured. */
export interface Measured {
  readonly seed: number;
  readonly tries: number;
  readonly most: number;
  readonly bases: number;
  readonly kinds: readonly Tally[];
  readonly rows: readonly Tally[];
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : String(Math.floor((100 * part) / whole)));
const mean = (t: Tally): string => (t.cases === 0 ? '–' : (t.groups / t.cases).toFixed(1));

export const heading = '| 错误 | 例数 | 找到 % | 首位 % | 说中 % | 只有一组 % | 组数 | 没有结束 |';
/** One kind of mistake as a row under `heading`. */
export const lineOf = (t: Tally): string =>
  `| ${[t.name, t.cases, percent(t.found, t.cases), percent(t.first, t.cases), t.asked ? percent(t.named, t.cases) : '–', percent(t.one, t.cases), mean(t), t.unended || ''].join(' | ')} |`;

const ofBoth = (before: Tally | undefined, after: Tally): string => {
  const was = (value: (t: Tally) => string): string => (before && before.cases > 0 ? value(before) : '–');
  const pair = (value: (t: Tally) => string): string => `${was(value)} → ${value(after)}`;
  const unended = [before?.unended ?? 0, after.unended];
  return `| ${[
    after.name,
    pair((t) => String(t.cases)),
    pair((t) => percent(t.found, t.cases)),
    pair((t) => percent(t.first, t.cases)),
    after.asked ? pair((t) => percent(t.named, t.cases)) : '–',
    pair(mean),
    unended.some((n) => n > 0) ? unended.join(' → ') : '',
  ].join(' | ')} |`;
};

/** What this run did not find at all, case by case; remarks on 财决06 are counted in their own rows. */
function unfound(tallies: readonly Tally[]): readonly string[] {
  const cases = tallies
    .filter(({ name }) => !name.startsWith('财决06'))
    .flatMap(({ name, misses }) => misses.filter((miss) => miss.includes('没有找到')).map((miss) => `- ${name}：${miss}`));
  return cases.length === 0 ? [] : ['没有找到的：', '', ...cases, ''];
}

/** Writes the table before and after into docs/hostile.md. */
export function writeTable(before: Measured, after: Measured): void {
  const head = ['| 错误 | 例数 | 找到 % | 首位 % | 说中 % | 组数 | 没有结束 |', '|---|---|---|---|---|---|---|'];
  const table = (was: readonly Tally[], is: readonly Tally[]): readonly string[] => [
    ...head,
    ...is.map((t) =>
      ofBoth(
        was.find(({ name }) => name === t.name),
        t,
      ),
    ),
  ];
  writeSection('人手会犯的错', [
    `由 \`npm run hostile -- --tries ${after.tries} --rows ${after.most} --json 结果.json\`、\`npm run hostile -- --table 结果.json\` 测得：种子 ${after.seed}，${after.bases} 个底本（测试单位，和环境变量 HOSTILE_BOOKS 所指文件夹里的工作簿），每种错 ${after.tries} 例，位置随机。“→”左边是第一版（提交 ee52a1f）在同样的种子和底本上的数，存在 tests/hostile/first-version.json。`,
    '',
    '“找到”：有一处不平点到了错格（错行）；“首位”：第一个原因点到；“说中”：第一个原因说出是哪一种错，或者点出是哪张表哪个科目的行；“没有结束”：超过时限（第一版 10 秒，现在 20 秒）。财决06表的表式未经实例证实，公式只作提示，另列两行，按提示计；没有找到的是没有一条公式说到的栏，所以组数不到 1。“缺两款（项）”两行都点名才算，所以是两组；“整本以万元填列”一半给出上年工作簿，一半不给，没有公式不平的按提示计。“–”：第一版没有测。',
    '',
    ...unfound([...after.kinds, ...after.rows]),
    ...table(before.kinds, after.kinds),
    '',
    `### 一行整行的错`,
    '',
    `每张分科目的表 × 类、款、项 × 唯一的下级、几个之一 × 删去、重复、写错编码，每个底本每张表每种最多 ${after.most} 行。`,
    '',
    ...table(before.rows, after.rows),
  ]);
}
