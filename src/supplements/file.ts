import { parseTree, type ParseError } from 'jsonc-parser';
import { UserError } from '../kernel/errors';
import { parseSupplement } from './parse';
import type { Supplements } from './supplements';

/** The text of a supplement file. Throws UserError naming the line and column, or the key, that cannot be used. */
export function supplementsIn(text: string, file: string): Supplements {
  const plain = text.replace(/^\uFEFF/, '');
  let json: unknown;
  try {
    json = JSON.parse(plain);
  } catch {
    throw notJson(plain, file);
  }
  return parseSupplement(json, file);
}

/** Engines word their complaints as they like and not all tell the place: the parser of an editor does. */
function notJson(text: string, file: string): UserError {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const before = text.slice(0, errors[0]?.offset ?? text.length).split('\n');
  const [line, column] = [before.length, before[before.length - 1]!.length + 1];
  return new UserError(
    { code: 'badJson', line, column },
    `${file}：不是正确的 JSON（第 ${line} 行第 ${column} 个字符附近），没有读入。请检查该处的逗号、引号和括号。`,
    { file },
  );
}
