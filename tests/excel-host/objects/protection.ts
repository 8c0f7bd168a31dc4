import { accessDenied } from '../errors';
import type { SheetModel } from '../model';
import { HostObject } from './base';

export class SheetProtection extends HostObject {
  readonly type = 'WorksheetProtection';
  constructor(private readonly sheet: SheetModel) {
    super();
  }
  get Protected(): boolean {
    return this.sheet.protection.on;
  }
  get Options(): unknown {
    return this.sheet.protection.options;
  }
  Protect(options?: Record<string, unknown> | null, password?: string | null): void {
    if (this.sheet.protection.on) throw accessDenied(`sheet ${this.sheet.name} is protected already`);
    this.sheet.protection = { on: true, options: options ?? {}, password: password ?? undefined };
  }
  Unprotect(password?: string | null): void {
    if (!this.sheet.protection.on) throw accessDenied(`sheet ${this.sheet.name} is not protected`);
    if (this.sheet.protection.password !== undefined && this.sheet.protection.password !== password) throw accessDenied('wrong password');
    if (this.sheet.protection.stuck) throw accessDenied('protected without a password, and still refused (office-js 6784)');
    this.sheet.protection = { on: false, options: {} };
  }
}
