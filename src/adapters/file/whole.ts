import { makeWhole } from '../../app/consolidate';
import { newPackage } from './new-package';
import { saveWorkbook } from './save';

/** A 汇总 made from units, as the bytes of an .xlsx. Throws UserError as `makeWhole` does. */
export function wholeWorkbook(...asked: Parameters<typeof makeWhole>): {
  readonly bytes: Uint8Array;
  readonly left: ReturnType<typeof makeWhole>['left'];
} {
  const { sheets, left } = makeWhole(...asked);
  const [first] = sheets;
  const empty = newPackage([{ name: first!.name, inner: '<sheetData/>' }]);
  return { bytes: saveWorkbook(empty, '汇总.xlsx', sheets, []), left };
}
