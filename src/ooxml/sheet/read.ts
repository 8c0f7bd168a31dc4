import type { Sheet } from '../../kernel/workbook';
import { inPart, PackageError } from '../fault';
import { OfficePackage } from '../package';
import { attribute, outline } from '../xml';
import type { ZipEntry } from '../zip-entry';
import { SheetBlock } from './block';
import { eachCell, type Budget, type CellContext } from './cells';
import { dateStyles } from './dates';
import { sheetLimits } from './limits';
import { sharedStrings } from './strings';

/**
 * The sheets of an .xlsx with their values, in tab order; charts and other sheets without cells are left out. Only what holds
 * values is unpacked. Throws PackageError where the package is damaged, a listed sheet is missing, or a limit is passed.
 */
export function readSheets(entries: readonly ZipEntry[]): readonly Sheet[] {
  const parts = new OfficePackage(entries);
  const sizes = new Map(entries.map(({ name, size }) => [name.toLowerCase(), size]));
  const text = (part: string, limit: number): string => {
    const size = sizes.get(part.toLowerCase()) ?? 0;
    if (size > limit) throw new PackageError({ kind: 'tooLarge', part, size, limit });
    return parts.text(part);
  };
  const book = parts.mainPart();
  if (book === undefined) throw new PackageError({ kind: 'missingPart', part: 'xl/workbook.xml' });
  const targets = new Map(parts.relationships(book).map((relation) => [relation.id, relation]));
  const beside = (kind: string): string | undefined => {
    const part = [...targets.values()].find(({ type }) => type === kind)?.target;
    return part !== undefined && parts.has(part) ? part : undefined;
  };
  const shared = beside('sharedStrings');
  const styles = beside('styles');

  const xml = text(book, sheetLimits.strings);
  const { children } = inPart(book, () => outline(xml));
  const listed = children.find(({ name }) => name === 'sheets');
  const tabs = listed ? outline(xml, listed.start).children : [];
  if (tabs.length > sheetLimits.sheets) throw new PackageError({ kind: 'tooManySheets', limit: sheetLimits.sheets });
  const properties = children.find(({ name }) => name === 'workbookPr');
  const context: CellContext = {
    strings: shared === undefined ? [] : sharedStrings(text(shared, sheetLimits.strings), shared),
    dates: styles === undefined ? [] : dateStyles(text(styles, sheetLimits.strings)),
    from1904: properties !== undefined && /^(1|true)$/.test(attribute(properties.tag, 'date1904') ?? ''),
  };
  const budget: Budget = { cells: 0 };
  return tabs.flatMap(({ tag }): Sheet[] => {
    const name = attribute(tag, 'name') ?? '';
    const target = targets.get(attribute(tag, '[\\w.-]+:id') ?? '');
    if (target && target.type !== 'worksheet') return [];
    if (!target || !parts.has(target.target)) throw new PackageError({ kind: 'missingSheet', sheet: name });
    const block = new SheetBlock();
    const part = target.target;
    eachCell(text(part, sheetLimits.part), part, context, budget, (row, column, value) => block.put(row, column, value));
    return [{ name, visibility: visibilityOf(attribute(tag, 'state')), ...block.rectangle(name) }];
  });
}

const visibilityOf = (state: string | undefined): Sheet['visibility'] => (state === 'hidden' || state === 'veryHidden' ? state : 'visible');
