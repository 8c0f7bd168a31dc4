import { falseErrors, unusual } from '../hostile/unusual';
import { writeSection } from './sections';

/** `unusual [--tries N] [--seed N] [--only 词] [--write]`: clean units that few forms were made for, in 元 and in rounded 万元; every error told of them is a wrong one. */
export async function main(args: readonly string[]): Promise<void> {
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const tries = Number(option('--tries') ?? 25);
  const seed = Number(option('--seed') ?? 20261127);
  const lines: string[] = [];
  let units = 0;
  let wrong = 0;
  for (const kind of Object.keys(unusual).filter((name) => name.includes(option('--only') ?? ''))) {
    const errors = { 元: 0, 万元: 0 };
    for (let n = 0; n < tries; n++) {
      for (const unit of ['元', '万元'] as const) {
        units += 1;
        const found = await falseErrors(kind, seed + n, unit === '万元');
        if (found.length === 0) continue;
        errors[unit] += 1;
        wrong += 1;
        if (errors[unit] <= 3) found.slice(0, 3).forEach((one) => console.log(`      ${one.slice(0, 260)}`));
      }
    }
    lines.push(`| ${kind} | ${tries} | ${errors.元} | ${errors.万元} |`);
    console.log(lines.at(-1));
  }
  console.log(`seed ${seed}: ${units} workbooks, ${wrong} with an error`);
  if (args.includes('--write'))
    writeSection('账目平而少见的单位', [
      `由 \`npm run unusual -- --tries ${tries} --write\` 测得：种子 ${seed}，共 ${units} 个工作簿，报出强制级不平的 ${wrong} 个。万元的工作簿每格各自四舍五入到两位小数。`,
      '',
      '| 单位 | 个数（元、万元各） | 元，报错的 | 万元，报错的 |',
      '|---|---|---|---|',
      ...lines,
    ]);
}
