import { OfficeError, invalidArgument, itemNotFound } from '../errors';
import { HostObject, type World } from './base';

/** Key and value pairs that travel with the workbook. */
export class Settings extends HostObject {
  readonly type = 'SettingCollection';
  constructor(private readonly world: World) {
    super();
  }
  override items = (): readonly HostObject[] => [...this.world.book.settings.keys()].map((key) => new Setting(this.world, key));
  Add(key: string, value: unknown): HostObject {
    if (!key || value === undefined) throw invalidArgument('setting');
    this.world.book.settings.set(key, value);
    return new Setting(this.world, key);
  }
  GetItem(key: string): HostObject {
    if (!this.world.book.settings.has(key)) throw itemNotFound(`setting ${key}`);
    return new Setting(this.world, key);
  }
  GetItemOrNullObject(key: string): HostObject | null {
    return this.world.book.settings.has(key) ? new Setting(this.world, key) : null;
  }
  GetCount(): number {
    return this.world.book.settings.size;
  }
}

class Setting extends HostObject {
  readonly type = 'Setting';
  constructor(
    private readonly world: World,
    private readonly name: string,
  ) {
    super();
  }
  override key = (): string => this.name;
  get Key(): string {
    return this.name;
  }
  get Value(): unknown {
    if (!this.world.book.settings.has(this.name))
      throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
    return this.world.book.settings.get(this.name);
  }
  set Value(value: unknown) {
    this.world.book.settings.set(this.name, value);
  }
  Delete(): void {
    this.world.book.settings.delete(this.name);
  }
}

/** Defined names of the workbook. */
export class NamedItems extends HostObject {
  readonly type = 'NamedItemCollection';
  constructor(private readonly world: World) {
    super();
  }
  override items = (): readonly HostObject[] => [...this.world.book.names.keys()].map((name) => new NamedItem(this.world, name));
  Add(name: string, reference: unknown): HostObject {
    if (this.world.book.names.has(name))
      throw new OfficeError('ItemAlreadyExists', `The resource being created already exists. [${name}]`, 409);
    this.world.book.names.set(name, typeof reference === 'string' ? reference : String((reference as { Address?: string }).Address));
    return new NamedItem(this.world, name);
  }
  GetItem(name: string): HostObject {
    if (!this.world.book.names.has(name)) throw itemNotFound(`name ${name}`);
    return new NamedItem(this.world, name);
  }
  GetItemOrNullObject(name: string): HostObject | null {
    return this.world.book.names.has(name) ? new NamedItem(this.world, name) : null;
  }
}

class NamedItem extends HostObject {
  readonly type = 'NamedItem';
  constructor(
    private readonly world: World,
    private readonly name: string,
  ) {
    super();
  }
  override key = (): string => this.name;
  get Name(): string {
    return this.name;
  }
  get Formula(): string {
    return this.world.book.names.get(this.name) ?? '';
  }
  Delete(): void {
    this.world.book.names.delete(this.name);
  }
}
