import { UserError } from '../kernel/errors';
import { suppliedBook, type CellRef, type Scalar } from '../kernel/workbook';
import { plainDecimal } from '../facts/amount-text';
import { accepts, fields, refusal, vehicleTypes, wildcardName } from './fields';
import type { Field } from './fields';
import { supplementsOf } from './entries';
import type { Entry, Supplements } from './supplements';
import { tableAt, type TableSpec } from './tables';
import { validate } from './validate';

export { emptySupplements } from './merge';

type Path = readonly string[];

const kindOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? '数组'
      : typeof value === 'object'
        ? '对象'
        : typeof value === 'string'
          ? '文字'
          : typeof value === 'number'
            ? '数字'
            : typeof value === 'boolean'
              ? '是/否值'
              : typeof value;

const wanted: Record<Field['type'], string> = {
  text: '文字（字符串）',
  amount: '金额字符串，如 "1234.50"（元）',
  count: '不小于 0 的整数',
  choice: '文字（字符串）',
  yesNo: 'true 或 false',
  texts: '文字的数组',
  score: '得分（字符串），如 "95"',
};

const matches = (pattern: Path, path: Path): boolean => pattern.every((part, i) => part === '*' || part === path[i]);
const namedFirst = (list: readonly Field[]): readonly Field[] =>
  [...list].sort((a, b) => Number(a.path.includes('*')) - Number(b.path.includes('*')));

/**
 * The JSON of `--supplement`. Every value keeps `file` and its key path as its place.
 * Throws UserError naming the key for an unknown key, a wrong type or an amount that is no number.
 */
export function parseSupplement(json: unknown, file: string): Supplements {
  const entries = new Map<string, Entry>();
  const fail = (path: Path, what: string): never => {
    const key = path.join('.');
    throw new UserError({ code: 'badSupplement', key }, `补充信息 ${file} 的 ${key === '' ? '内容' : `“${key}”`}${what}`, {
      file,
      a1: key,
    });
  };
  const put = (path: Path, value: Entry['value'], shown: Path): void => {
    const at: CellRef = { book: suppliedBook, sheet: file, a1: shown.join('.') };
    entries.set(path.join('.'), { value, at });
  };

  // `shown` is the path in the file; indicators of a project stand in it, and are rows of one table here.
  const leaf = (field: Field, own: Path, value: unknown, path: Path): void => {
    if (field.type === 'texts') {
      if (!Array.isArray(value)) return fail(path, `应为${wanted.texts}，现为${kindOf(value)}。请改正后重试。`);
      return value.forEach((item: unknown, i) => leaf({ ...field, type: 'text' }, [...own, String(i + 1)], item, [...path, String(i + 1)]));
    }
    // JSON knows what a number and a text are: an amount is a string, so that no reader rounds it.
    if (field.type === 'count' && typeof value !== 'number')
      return fail(path, `应为不小于 0 的整数，现为${kindOf(value)} ${JSON.stringify(value)}。请改正后重试。`);
    const isRight = typeof value === (field.type === 'count' ? 'number' : field.type === 'yesNo' ? 'boolean' : 'string');
    if (!isRight) return fail(path, `应为${wanted[field.type]}，现为${kindOf(value)}。请改正后重试。`);
    if (field.type === 'amount' && !plainDecimal(value as string))
      return fail(path, `应为金额（元），“${String(value)}”不是数。请写成 "1234.50" 的形式，不带逗号和单位。`);
    const found = validate(field, value as Scalar);
    if (found.state === 'bad')
      return fail(
        path,
        found.problem === 'notCount' ? `应为不小于 0 的整数，现为 ${String(value)}。请改正后重试。` : `${found.what}。请改正后重试。`,
      );
    if (found.state === 'value') put(own, found.value, path);
  };

  let indicators = 0;
  const rows = (table: TableSpec, value: unknown, shown: Path, more: Readonly<Record<string, unknown>> = {}): void => {
    if (!Array.isArray(value)) return fail(shown, `应为数组（[…]），现为${kindOf(value)}。`);
    const isIndicators = table.section === 'indicators';
    value.forEach((one: unknown, i) => {
      const place = [...shown, String(i + 1)];
      if (typeof one !== 'object' || one === null || Array.isArray(one)) return fail(place, `应为对象（{…}），现为${kindOf(one)}。`);
      const row = [...table.path, String(isIndicators ? (indicators += 1) : i + 1)];
      for (const [key, inner] of Object.entries({ ...one, ...more })) {
        const below = key === 'indicators' && table.section === 'projects' ? tableAt(['selfEvaluation', 'indicators']) : undefined;
        if (below) rows(below, inner, [...place, key], { project: (one as { name?: unknown }).name });
        else walk([...row, key], inner, [...place, key]);
      }
    });
  };

  const walk = (path: Path, value: unknown, shown: Path = path): void => {
    const table = tableAt(path.join('.') === 'selfEvaluation.department.indicators' ? ['selfEvaluation', 'indicators'] : path);
    if (table) return rows(table, value, shown);
    const here = namedFirst(fields.filter((field) => field.path.length >= path.length && matches(field.path.slice(0, path.length), path)));
    const last = path[path.length - 1];
    const named = here.filter((field) => field.path[path.length - 1] === last);
    const candidates = named.length > 0 ? named : here;
    if (candidates.length === 0) {
      const near = [
        ...new Set(
          fields
            .filter((f) => f.path.length >= path.length && matches(f.path.slice(0, path.length - 1), path.slice(0, -1)))
            .map((f) => (f.path[path.length - 1] === '*' ? wildcardName(f.each!) : f.path[path.length - 1]!)),
        ),
      ];
      return fail(shown, `不是可用的项。${near.length > 0 ? `这里可用：${near.join('、')}。` : ''}`);
    }
    const each = candidates[0]!.each;
    if (each && candidates[0]!.path[path.length - 1] === '*' && !accepts(each, last!)) {
      return fail(path, `${refusal(each)}。${each === 'vehicle' ? `可用：${vehicleTypes.join('、')}。` : ''}`);
    }
    const exact = candidates.find((field) => field.path.length === path.length);
    if (exact) return leaf(exact, path, value, shown);
    // Last year and this year: a pair is an array.
    if (Array.isArray(value) && candidates.some((field) => field.path[path.length] === '1')) {
      return value.forEach((inner: unknown, i) => walk([...path, String(i + 1)], inner));
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(shown, `应为对象（{…}），现为${kindOf(value)}。`);
    for (const [key, inner] of Object.entries(value)) walk([...path, key], inner, [...shown, key]);
    // A bought type is a pair: half of it would be guessed at.
    if (path.length === 3 && path[1] === 'bought') {
      for (const part of ['count', 'amount']) if (!(part in value)) fail([...path, part], '没有填写，车型的数量和金额要同时给出。');
    }
  };

  walk([], json);
  return supplementsOf(entries);
}
