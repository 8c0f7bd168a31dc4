import type { Scalar, Workbook } from '../../src/kernel/workbook';
import { localAddress, parseArea, type Rect } from './addresses';
import { fail, given, query } from './answers';
import { OfficeError, itemNotFound, notImplemented } from './errors';
import { BookModel, type SheetModel } from './model';
import { HostObject, callMember, readMember, writeMember, type World } from './objects/base';
import { RangeAreas } from './objects/range-areas';
import { RangeObject } from './objects/range';
import { service } from './objects/services';
import { WorksheetObject } from './objects/worksheets';
import { WorkbookObject } from './objects/workbook';
import { UndoList } from './undo';
import type { Action, Answer, Batch, RequestMessage, ResponseMessage, Trip } from './wire';

export interface HostOptions {
  /** Highest ExcelApi requirement set, e.g. `1.14` for Excel 2021. */
  readonly api?: string;
  /** `web` has the documented limit of 5 MB for a request and a response. */
  readonly platform?: 'desktop' | 'web';
  readonly calculate?: World['calculate'];
  /** Milliseconds until an event arrives: Excel tells it after the batch, when it has time. */
  readonly eventDelay?: number;
  /** Some builds tell no selection (office-js 6311). */
  readonly selectionEvents?: boolean;
}

/** Telling the client that something happened: type 10 = changed, 14 = selection changed. */
export interface HostEvent {
  readonly messageCategory: 65536;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

const PAYLOAD = 5 * 1024 * 1024;
/** Targets of events of the whole workbook, as the client names them. */
const WORKBOOK_TARGET = 'Workbook';
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/**
 * Excel as seen over the wire, in memory. Answers one batch after the other, stops a batch at the first action that
 * fails (earlier actions stay applied), and refuses every member that is not written here.
 */
export class ExcelHost {
  readonly book: BookModel;
  readonly trips: Trip[] = [];
  /** The user is typing in a cell. */
  editing = false;
  /** Another workbook is in front. */
  inactive = false;
  /** Asked before every action; throwing makes Excel fail there. */
  beforeAction: ((action: { readonly type: string; readonly name: string; readonly args: readonly unknown[] }) => void) | undefined;
  onEvent: ((event: HostEvent) => void) | undefined;
  private readonly listening = new Set<string>();
  private readonly references = new Map<string, HostObject>();
  /** The other way round: the names an object is kept under, oldest first. */
  private readonly kept = new Map<HostObject, string[]>();
  private readonly world: World;
  private readonly undo: UndoList;
  private byAddIn = false;
  private lastReference = 0;

  constructor(
    seed: Workbook | BookModel,
    readonly options: HostOptions = {},
  ) {
    this.book = seed instanceof BookModel ? seed : BookModel.from(seed);
    this.world = {
      book: this.book,
      calculate: options.calculate,
      changed: (sheet, area) => this.changed(sheet, area),
      selected: (sheet, area) => this.selected(sheet, area),
      needWindow: () => {
        if (this.inactive) throw new OfficeError('GeneralException', 'There was an internal error while processing the request.', 500);
      },
      sheet: (sheet) => new WorksheetObject(this.world, sheet),
      range: (sheet, area) => new RangeObject(this.world, sheet, area),
      areas: (sheet, areas) => new RangeAreas(this.world, sheet, areas),
    };
    this.undo = new UndoList(this.isSetSupported('ExcelApi', '1.19'));
  }

  isSetSupported(name: string, version = '1.1'): boolean {
    const [major = 0, minor = 0] = (this.options.api ?? '1.14').split('.').map(Number);
    const [wantedMajor = 0, wantedMinor = 0] = String(version).split('.').map(Number);
    return name === 'ExcelApi' && (wantedMajor < major || (wantedMajor === major && wantedMinor <= minor));
  }

  /** Round trips so far, without the client's own clean-up. */
  get roundTrips(): number {
    return this.trips.filter((trip) => !trip.cleanup).length;
  }

  /** How many steps of the user Ctrl+Z would take back. */
  get undoSteps(): number {
    return this.undo.length;
  }

  /** The user presses Ctrl+Z. */
  ctrlZ(): void {
    this.undo.pop();
  }

  /** The user types into a cell. */
  type(sheet: string, address: string, value: Scalar): void {
    const { row, column } = parseArea(address);
    const model = this.book.sheet(sheet);
    const before = model.at(row, column);
    model.set(address, value);
    this.undo.push(() => {
      model.put(row, column, before);
      this.edited(model, address);
    });
    this.edited(model, address);
  }

  /** The user deletes a condition in the dialog and presses Ctrl+Z: it is back, and cannot be read any more. */
  deleteConditionAndUndo(sheet: string): void {
    this.book.sheet(sheet).stuckConditions = true;
  }

  private edited(model: SheetModel, address: string): void {
    this.raise(10, {
      type: 'WorksheetChanged',
      changeType: 'RangeEdited',
      source: 'Local',
      worksheetId: model.id,
      address,
      triggerSource: 'Unknown',
    });
  }

  /** The user selects cells. */
  select(sheet: string, address: string): void {
    const model = this.book.sheet(sheet);
    this.raise(14, { type: 'WorksheetSelectionChanged', worksheetId: model.id, address });
  }

  answerMessage(message: RequestMessage): ResponseMessage {
    const text = typeof message.Body === 'string' ? message.Body : JSON.stringify(message.Body);
    const batch = JSON.parse(text) as Batch;
    const cleanup = batch.Actions.every((action) => action.ActionType === 1 || action.Name === '_RemoveReference');
    const requestBytes = bytes(text);
    const web = this.options.platform === 'web';
    const body: Answer = { Results: [], TraceIds: [] };
    if (web && requestBytes > PAYLOAD)
      fail(body, new OfficeError('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.'));
    else if (this.editing) fail(body, new OfficeError('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.'));
    else this.answer(batch, body);
    let responseBytes = bytes(JSON.stringify(body));
    if (web && responseBytes > PAYLOAD) {
      body.Results.length = 0;
      fail(body, new OfficeError('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.'));
      responseBytes = bytes(JSON.stringify(body));
    }
    this.trips.push({ actions: batch.Actions.length, requestBytes, responseBytes, cleanup, error: body.Error?.Code });
    return { HttpStatusCode: 200, ErrorCode: '', ErrorMessage: '', Headers: {}, Body: body };
  }

  private answer(batch: Batch, body: Answer): void {
    const resolved = new Map<number, HostObject | null>();
    const resolve = (id: number): HostObject | null => {
      const known = resolved.get(id);
      if (known !== undefined) return known;
      const made = this.resolvePath(batch, id, resolve);
      resolved.set(id, made);
      return made;
    };
    this.byAddIn = true;
    for (const [index, action] of batch.Actions.entries()) {
      try {
        const value = action.ActionType === 5 ? null : this.act(action, resolve(action.ObjectPathId), resolve);
        if (action.ActionType === 5) body.TraceIds.push(action.Id);
        body.Results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        fail(body, error, index);
        break;
      }
    }
    this.byAddIn = false;
  }

  private resolvePath(batch: Batch, id: number, resolve: (id: number) => HostObject | null): HostObject | null {
    const path = batch.ObjectPaths[id];
    if (!path) throw new OfficeError('InvalidObjectPath', `[fake] no object path ${id}`);
    if (path.ObjectPathType === 1) return new WorkbookObject(this.world);
    if (path.ObjectPathType === 2) return service(path.Name);
    if (path.ObjectPathType === 6) {
      const found = this.references.get(path.Name);
      if (!found) throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
      return found;
    }
    if (path.ObjectPathType === 7) return null;
    const parent = path.ParentObjectPathId ? resolve(path.ParentObjectPathId) : null;
    // A method or property of a null object is a null object.
    if (parent === null) return null;
    const args = given(path.ArgumentInfo, resolve);
    if (path.ObjectPathType === 4) return readMember(parent, path.Name) as HostObject | null;
    if (path.ObjectPathType === 5) return callMember(parent, 'GetItem', args) as HostObject;
    if (path.ObjectPathType === 3) {
      this.beforeAction?.({ type: parent.type, name: path.Name, args });
      const made = callMember(parent, path.Name, args) as HostObject | null;
      this.undo.wrote(parent.type, path.Name, false);
      return made;
    }
    throw notImplemented(`object path of type ${path.ObjectPathType}`);
  }

  private act(action: Action, object: HostObject | null, resolve: (id: number) => HostObject | null): unknown {
    const args = given(action.ArgumentInfo, resolve);
    if (object === null) {
      if (action.ActionType === 4 || (action.ActionType === 3 && !action.Name.startsWith('_'))) throw itemNotFound('null object');
      return null;
    }
    if (action.ActionType > 2 && !action.Name.startsWith('_')) this.beforeAction?.({ type: object.type, name: action.Name, args });
    switch (action.ActionType) {
      case 1:
        return this.identity(object);
      case 2:
        return query(object, action.QueryInfo?.Select ?? []);
      case 3:
        return this.method(object, action.Name, args);
      case 4:
        writeMember(object, action.Name, args[0]);
        this.undo.wrote(object.type, action.Name, true);
        return null;
      default:
        throw notImplemented(`action of type ${action.ActionType}`);
    }
  }

  private method(object: HostObject, name: string, args: readonly unknown[]): unknown {
    if (name === '_KeepReference') {
      const reference = `reference-${++this.lastReference}`;
      this.references.set(reference, object);
      this.kept.set(object, [...(this.kept.get(object) ?? []), reference]);
      return null;
    }
    if (name === '_RemoveReference') {
      for (const key of this.kept.get(object) ?? []) this.references.delete(key);
      this.kept.delete(object);
      return null;
    }
    const event = /^_(Un)?[Rr]egister(\w+)Event$/.exec(name);
    if (event) {
      callMember(object, name, args);
      if (event[1]) this.listening.delete(event[2]!);
      else this.listening.add(event[2]!);
      return null;
    }
    const result = callMember(object, name, args) ?? null;
    this.undo.wrote(object.type, name, false);
    return result;
  }

  private identity(object: HostObject): unknown {
    const [reference] = this.kept.get(object) ?? [];
    if (reference !== undefined) return { _ReferenceId: reference };
    const id = object.key?.();
    return id === undefined ? {} : { _Id: id };
  }

  private changed(sheet: SheetModel, area: Rect): void {
    const source = this.byAddIn ? 'ThisLocalAddin' : 'Unknown';
    this.raise(10, {
      type: 'WorksheetChanged',
      changeType: 'RangeEdited',
      source: 'Local',
      worksheetId: sheet.id,
      address: localAddress(area),
      triggerSource: source,
    });
  }

  private selected(sheet: SheetModel, area: Rect): void {
    this.book.selection = { sheet, area };
    this.raise(14, { type: 'WorksheetSelectionChanged', worksheetId: sheet.id, address: localAddress(area) });
  }

  private raise(messageType: number, message: Record<string, unknown>): void {
    if (messageType === 14 && this.options.selectionEvents === false) return;
    if (!this.listening.has(messageType === 10 ? 'DataChanged' : 'SelectionChanged')) return;
    const event: HostEvent = { messageCategory: 65536, messageType, targetId: WORKBOOK_TARGET, message: JSON.stringify(message) };
    setTimeout(() => this.onEvent?.(event), this.options.eventDelay ?? 0);
  }
}
