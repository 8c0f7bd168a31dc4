import type { Scalar } from '../../../src/kernel/workbook';
import type { Rect } from '../addresses';
import { notImplemented } from '../errors';
import type { BookModel, SheetModel } from '../model';

/** What every object of the host may ask of the host itself. */
export interface World {
  readonly book: BookModel;
  /** Cached result of a formula, where the test supplies one. */
  readonly calculate?: (
    formula: string,
    at: { readonly sheet: string; readonly row: number; readonly column: number },
  ) => Scalar | undefined;
  /** Tells the listeners that cells of a sheet hold something else now. */
  changed(sheet: SheetModel, area: Rect): void;
  selected(sheet: SheetModel, area: Rect): void;
  /** Another workbook is in front: whatever needs the window fails. */
  needWindow(): void;
  /** Objects that their own parts give back; made by the host, so that no two classes need each other. */
  sheet(sheet: SheetModel): HostObject;
  range(sheet: SheetModel, area: Rect): HostObject;
  areas(sheet: SheetModel, areas: readonly Rect[]): HostObject;
}

/** An object of Excel as the wire sees it: members in PascalCase, `type` is its class in Office.js. */
export abstract class HostObject {
  abstract readonly type: string;
  /** Id by which the client finds an item of a collection again. */
  key?(): string;
  /** Items of a collection. */
  items?(): readonly HostObject[];
}

/** Members that only remember what was set, each under a prefix of a store: a font, an axis, a margin. */
export class Bag extends HostObject {
  constructor(
    readonly type: string,
    store: { get(property: string): unknown; set(property: string, value: unknown): void },
    readonly names: readonly string[],
    children: Readonly<Record<string, () => HostObject>> = {},
  ) {
    super();
    for (const name of names) {
      const property = name[0]!.toLowerCase() + name.slice(1);
      Object.defineProperty(this, name, { get: () => store.get(property), set: (value) => store.set(property, value), configurable: true });
    }
    for (const [name, child] of Object.entries(children)) Object.defineProperty(this, name, { get: child, configurable: true });
  }
}

/** A store over a plain record; `prefix` keeps the bags that share it apart. */
export const recordStore = (record: Record<string, unknown>, prefix = ''): ConstructorParameters<typeof Bag>[1] => ({
  get: (property) => record[prefix + property],
  set: (property, value) => void (record[prefix + property] = value),
});

const descriptor = (object: HostObject, name: string): PropertyDescriptor | undefined => {
  for (let owner: object | null = object; owner && owner !== HostObject.prototype; owner = Object.getPrototypeOf(owner) as object | null) {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (found) return found;
  }
  return undefined;
};

const isMember = (name: string): boolean => /^_?[A-Z]/.test(name);

export function readMember(object: HostObject, name: string): unknown {
  const found = isMember(name) ? descriptor(object, name) : undefined;
  if (!found || typeof found.value === 'function') throw notImplemented(`${object.type}.${name}`);
  return found.get ? found.get.call(object) : found.value;
}

export function writeMember(object: HostObject, name: string, value: unknown): void {
  const found = isMember(name) ? descriptor(object, name) : undefined;
  if (!found?.set) throw notImplemented(`${object.type}.${name} =`);
  found.set.call(object, value);
}

export function callMember(object: HostObject, name: string, args: readonly unknown[]): unknown {
  const found = isMember(name) ? descriptor(object, name) : undefined;
  if (typeof found?.value !== 'function') throw notImplemented(`${object.type}.${name}()`);
  return (found.value as (...given: readonly unknown[]) => unknown).apply(object, [...args]);
}
