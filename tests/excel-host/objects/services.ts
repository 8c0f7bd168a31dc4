import { notImplemented } from '../errors';
import { HostObject } from './base';

/** Told by office.js, after it has started, that a command of the ribbon may now call a function. */
class AddinInternalService extends HostObject {
  readonly type = 'AddinInternalService';
  NotifyActionHandlerReady(): void {}
}

/** Objects beside the workbook that the client makes by name. */
export function service(name: string): HostObject {
  if (name === 'Microsoft.InternalService.AddinInternalService') return new AddinInternalService();
  throw notImplemented(name);
}
