import { OfficeError, notImplemented } from './errors';
import { readMember, type HostObject } from './objects/base';
import type { Answer, ArgumentInfo } from './wire';

/** Arguments with the objects they name put in their places. */
export function given(info: ArgumentInfo | undefined, resolve: (id: number) => HostObject | null): readonly unknown[] {
  const ids = info?.ReferencedObjectPathIds;
  return (info?.Arguments ?? []).map((argument, i) => (typeof ids?.[i] === 'number' && ids[i] !== 0 ? resolve(ids[i]) : argument));
}

/** What a load brings: the named properties, nested ones under their parent, items of collections one by one. */
export function query(object: HostObject, select: readonly string[]): unknown {
  const items = object.items?.();
  if (items) {
    const wanted = select.map((path) => path.replace(/^items\//i, '')).filter((path) => path.toLowerCase() !== 'items');
    return { _Items: items.map((item) => query(item, wanted)) };
  }
  if (select.length === 0 && object.key?.() === undefined) throw notImplemented(`${object.type}: load without naming properties`);
  const value: Record<string, unknown> = object.key?.() === undefined ? {} : { _Id: object.key?.() };
  const nested = new Map<string, string[]>();
  for (const path of select) {
    const [head = '', ...rest] = path.split('/');
    const name = head[0]!.toUpperCase() + head.slice(1);
    if (rest.length) nested.set(name, [...(nested.get(name) ?? []), rest.join('/')]);
    else value[name] = readMember(object, name);
  }
  for (const [name, paths] of nested) {
    const child = readMember(object, name) as HostObject | null;
    value[name] = child === null ? null : query(child, paths);
  }
  return value;
}

export function fail(body: Answer, error: unknown, index?: number): void {
  if (!(error instanceof OfficeError)) throw error;
  body.Error = { Code: error.code, Message: error.message, Location: '', ActionIndex: index, HttpStatusCode: error.status };
}
