import type { Sheet, Workbook } from '../kernel/workbook';
import { UserError } from '../kernel/errors';
import { isOurs, isUnfinished, withoutNote } from '../sheets/ours';
import { ownSheets, type OwnSheet } from '../kernel/own-sheets';

const named = (workbook: Workbook, name: string): Sheet | undefined =>
  workbook.sheets.find((sheet) => sheet.name.trim().toLowerCase() === name.toLowerCase());

/** One of our sheets as it stands in the workbook, without the note of a run that broke off; a sheet of the user's that only has the name is not it. */
export function findOwnSheet(workbook: Workbook, name: OwnSheet): Sheet | undefined {
  const sheet = named(workbook, name);
  return sheet && isOurs(sheet) ? withoutNote(sheet) : undefined;
}

/** Names of the sheets of ours that a run which broke off has left unfinished. */
export const unfinishedIn = (workbook: Workbook): readonly string[] =>
  Object.values(ownSheets).filter((name) => {
    const sheet = named(workbook, name);
    return sheet !== undefined && isUnfinished(sheet);
  });

/** Throws UserError if a sheet of the user's stands where one of ours would be written. Called before anything is written. */
export function refuseForeignSheets(workbook: Workbook, names: readonly OwnSheet[] = Object.values(ownSheets)): void {
  const foreign = names.map((name) => named(workbook, name)).find((sheet) => sheet && !isOurs(sheet));
  if (!foreign) return;
  throw new UserError(
    { code: 'foreignSheet', sheet: foreign.name },
    `“${workbook.file}”里已有一张“${foreign.name}”表，不是本助手生成的，不会覆盖它。请先把它改名（例如“${foreign.name.trim()}-原稿”），再重新生成；工作簿未改动。`,
    { file: workbook.file, sheet: foreign.name },
  );
}
