import { parseTree, type Node, type ParseError } from 'jsonc-parser';
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
  const supplements = parseSupplement(json, file);
  refuseDoubled(plain, file);
  return supplements;
}

/** A key that stands twice: of the two values the language keeps the last, and the first is lost without a word. */
function refuseDoubled(text: string, file: string): void {
  const open: { readonly node: Node; readonly path: readonly string[] }[] = [{ node: parseTree(text)!, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, path } = next;
    const seen = new Set<string>();
    for (const [i, child] of (node.children ?? []).entries()) {
      if (node.type === 'array') open.push({ node: child, path: [...path, String(i + 1)] });
      if (node.type !== 'object') continue;
      const [name, value] = child.children!;
      const key = [...path, name!.value as string];
      if (seen.has(name!.value as string)) {
        const [line, column] = placeOf(text, name!.offset);
        throw new UserError(
          { code: 'badSupplement', key: key.join('.') },
          `补充信息 ${file} 的“${key.join('.')}”写了两次（第 ${line} 行第 ${column} 个字符）。请只留一个后重试。`,
          { file, a1: key.join('.') },
        );
      }
      seen.add(name!.value as string);
      open.push({ node: value!, path: key });
    }
  }
}

/** Line and column of a place in a text, both from 1. */
function placeOf(text: string, offset: number): readonly [line: number, column: number] {
  const before = text.slice(0, offset).split('\n');
  return [before.length, before[before.length - 1]!.length + 1];
}

/** Engines word their complaints as they like and not all tell the place: the parser of an editor does. */
function notJson(text: string, file: string): UserError {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [line, column] = placeOf(text, errors[0]?.offset ?? text.length);
  return new UserError(
    { code: 'badJson', line, column },
    `${file}：不是正确的 JSON（第 ${line} 行第 ${column} 个字符附近），没有读入。请检查该处的逗号、引号和括号。`,
    { file },
  );
}
