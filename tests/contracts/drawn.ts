import { read, utils, type CellObject } from '@e965/xlsx';
import { quoteSheet } from '../../src/kernel/address';
import type { Scalar } from '../../src/kernel/workbook';
import { MAX_COLUMNS, localAddress, type Rect } from '../excel-host/addresses';
import type { SheetModel } from '../excel-host/model';
import { partsOf, sheetPart } from './xlsx';

/** What stands on a sheet after a picture has been drawn, told alike for a file and for Excel. */
interface Drawn {
  readonly values: Readonly<Record<string, Scalar>>;
  readonly formulas: Readonly<Record<string, string>>;
  readonly merges: readonly string[];
  readonly links: Readonly<Record<string, string>>;
  /** Title, kind, number of data ranges, and the box as a range. */
  readonly charts: readonly { readonly title: string; readonly kind: string; readonly series: readonly string[]; readonly box: string }[];
  readonly lists: Readonly<Record<string, string>>;
  /** Title and text that show when the cell is selected. */
  readonly messages: Readonly<Record<string, string>>;
  readonly conditions: readonly string[];
  readonly hidden: readonly number[];
  readonly frozen: number;
  readonly locked: boolean;
  readonly printArea: string;
}

const plain = (range: string): string => range.replace(/\$/g, '');
const unescape = (text: string): string =>
  text
    .replace(/&#10;/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((found) => unescape(found[1] ?? ''));

/** Read from the bytes of a saved file, by another reader than the product's. */
export function drawnInFile(bytes: Uint8Array, name: string): Drawn {
  const book = read(bytes, { type: 'array', cellFormula: true });
  const sheet = book.Sheets[name]!;
  const cells = Object.entries(sheet).filter(([address]) => !address.startsWith('!')) as [string, CellObject][];
  const filled = cells.filter(([, { v, f }]) => (v !== undefined && v !== '') || f !== undefined);
  const parts = partsOf(bytes);
  const xml = parts[sheetPart(parts, name)]!;
  const area = (book.Workbook?.Names ?? []).find(({ Name, Ref }) => Name.endsWith('Print_Area') && Ref.startsWith(quoteSheet(name)))?.Ref;
  return {
    values: Object.fromEntries(filled.filter(([, { f }]) => f === undefined).map(([address, { v }]) => [address, v as Scalar])),
    formulas: Object.fromEntries(filled.flatMap(([address, { f }]) => (f === undefined ? [] : [[address, `=${f}`]]))),
    merges: (sheet['!merges'] ?? []).map((merge) => utils.encode_range(merge)).sort(),
    links: Object.fromEntries([...xml.matchAll(/<hyperlink ref="([^"]+)" location="([^"]+)"/g)].map(([, ref, to]) => [ref, unescape(to!)])),
    charts: chartsInFile(parts, xml, sheetPart(parts, name)),
    lists: Object.fromEntries(
      [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"[^>]*><formula1>([^<]*)</g)].map(([, ref, list]) => [
        ref,
        unescape(list!).replace(/^"|"$/g, ''),
      ]),
    ),
    messages: Object.fromEntries(
      [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)" promptTitle="([^"]*)" prompt="([^"]*)"/g)].map(([, ref, title, text]) => [
        ref,
        `${unescape(title!)}|${unescape(text!)}`,
      ]),
    ),
    conditions: [...xml.matchAll(/<conditionalFormatting sqref="([^"]+)"><cfRule [^>]*><formula>([^<]*)</g)]
      .map(([, ref, formula]) => `${ref} =${unescape(formula!)}`)
      .sort(),
    hidden: [...xml.matchAll(/<col min="(\d+)"[^>]*hidden="1"/g)].map(([, column]) => Number(column) - 1),
    frozen: Number(/ySplit="(\d+)"/.exec(xml)?.[1] ?? 0),
    locked: xml.includes('<sheetProtection'),
    printArea: plain(area?.split('!')[1] ?? ''),
  };
}

function chartsInFile(parts: Readonly<Record<string, string>>, xml: string, part: string): Drawn['charts'] {
  const follow = (from: string, id: string): string => {
    const rels = parts[from.replace(/([^/]+)$/, '_rels/$1.rels')] ?? '';
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(rels);
    return `xl/${(target?.[1] ?? target?.[2] ?? '').replace(/^(\.\.\/|\/xl\/)/, '')}`;
  };
  const drawing = /<drawing r:id="([^"]+)"/.exec(xml)?.[1];
  if (!drawing) return [];
  const path = follow(part, drawing);
  return [...parts[path]!.matchAll(/<xdr:twoCellAnchor[\s\S]*?<\/xdr:twoCellAnchor>/g)].map(([anchor]) => {
    const chart = parts[follow(path, /<c:chart [^>]*r:id="([^"]+)"/.exec(anchor)![1]!)]!;
    const [left, right] = all(anchor, /<xdr:col>(\d+)</g).map(Number) as [number, number];
    const [top, bottom] = all(anchor, /<xdr:row>(\d+)</g).map(Number) as [number, number];
    return {
      title: all(chart, /<a:t>([^<]*)</g).join(''),
      kind: chart.includes('<c:pieChart>') ? 'Pie' : 'ColumnClustered',
      series: all(chart, /<c:val><c:numRef><c:f>([^<]*)</g).map(plain),
      box: localAddress({ row: top, column: left, rows: bottom - top, columns: right - left }),
    };
  });
}

/** Read from the model behind the fake Excel. */
export function drawnInExcel(sheet: SheetModel): Drawn {
  const address = (key: number): string =>
    localAddress({ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS, rows: 1, columns: 1 });
  const cells = [...sheet.cells].map(([key, cell]) => [address(key), cell] as const);
  const areas = (given: readonly Rect[]): string => given.map(localAddress).join(' ');
  return {
    values: Object.fromEntries(cells.filter(([, { formula }]) => formula === undefined).map(([at, { value }]) => [at, value])),
    formulas: Object.fromEntries(cells.flatMap(([at, { formula }]) => (formula === undefined ? [] : [[at, formula]]))),
    merges: sheet.merges.map(localAddress).sort(),
    links: Object.fromEntries([...sheet.links].map(([key, link]) => [address(key), String(link.documentReference)])),
    charts: sheet.charts.map(({ type, series, box, look }) => ({
      title: String(look['title.text']),
      kind: type,
      series: series.map(({ values }) => `${quoteSheet(values!.sheet)}!${localAddress(values!.area)}`),
      box: localAddress(box!),
    })),
    lists: Object.fromEntries(
      sheet.validations.flatMap(({ areas: at, rule }) =>
        'list' in rule ? [[areas(at), (rule as { list: { source: string } }).list.source]] : [],
      ),
    ),
    messages: Object.fromEntries(
      sheet.validations.flatMap(({ areas: at, look }) => {
        const said = look.prompt as { title: string; message: string } | undefined;
        return said ? [[areas(at), `${said.title}|${said.message}`]] : [];
      }),
    ),
    conditions: sheet.conditions.map(({ areas: at, formula }) => `${areas(at)} ${formula}`).sort(),
    hidden: Array.from({ length: 40 }, (_, column) => column).filter((column) => sheet.lookAt(0, column, 'columnHidden') === true),
    frozen: sheet.frozenRows,
    locked: sheet.protection.on,
    printArea: String(sheet.page.printArea ?? ''),
  };
}
