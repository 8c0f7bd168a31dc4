import type { HostEvents } from '../../app/ports';
import { codeOf } from './errors';
import { inExcel } from './run';
import type { NamedSheets } from './source';

type At = { readonly sheet: string; readonly a1: string };
type Listener = (at: At) => void;

/**
 * Changes and selections made by the user, with the name of the sheet. What this add-in writes itself is not reported
 * where Excel can tell (ExcelApi 1.14); elsewhere the listener must bear an extra call.
 */
export function excelEvents(names: NamedSheets = new Map()): HostEvents {
  return {
    onChanged: (listener) =>
      listen((sheets) =>
        sheets.onChanged.add(async (event) => {
          if (event.triggerSource !== 'ThisLocalAddin') await tell(listener, names, event.worksheetId, event.address, true);
        }),
      ),
    onSelected: (listener) =>
      listen((sheets) => sheets.onSelectionChanged.add((event) => tell(listener, names, event.worksheetId, event.address))),
  };
}

type Handler = OfficeExtension.EventHandlerResult<unknown>;

async function listen(add: (sheets: Excel.WorksheetCollection) => Handler): Promise<() => void> {
  const handler = await inExcel({ what: '关注工作簿的变化', left: '工作簿未改动。' }, async (context) => {
    const added = add(context.workbook.worksheets);
    await context.sync();
    return added;
  });
  return () => {
    // A handler can only be taken off in the context that put it on. A workbook that is being closed has nothing to take off.
    Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    }).catch(() => undefined);
  };
}

/** An event knows its sheet by id only; a sheet that is gone by now is of no interest. */
async function tell(listener: Listener, names: NamedSheets, sheetId: string, a1: string, patient = false): Promise<void> {
  // A selection must not cost a round trip each; a change asks anew, for the sheet may have been renamed since.
  const known = patient ? undefined : names.get(sheetId);
  const name = known ?? (await nameOf(sheetId, patient).catch(() => undefined));
  if (name !== undefined) names.set(sheetId, name);
  if (name !== undefined) listener({ sheet: name, a1: a1.replace(/\$/g, '') });
}

/** Whoever fills in cell after cell is typing again when the event arrives, and Excel answers nothing: a change is not lost by that. */
async function nameOf(sheetId: string, patient: boolean): Promise<string | undefined> {
  for (;;) {
    try {
      return await nameNow(sheetId);
    } catch (error) {
      if (!patient || codeOf(error) !== 'InvalidOperationInCellEditMode') throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

const nameNow = (sheetId: string): Promise<string | undefined> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load('name');
    await context.sync();
    return sheet.isNullObject ? undefined : sheet.name;
  });
