import fs from 'node:fs';
import { BookModel } from './model';
import { HostObject, callMember, readMember, type World } from './objects/base';
import { RangeAreas } from './objects/range-areas';
import { RangeObject } from './objects/range';
import { WorksheetObject } from './objects/worksheets';
import { WorkbookObject } from './objects/workbook';

const source = fs.readFileSync(require.resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js'), 'utf8');

/** What the client knows of one of its classes: the text of the class. */
function classText(type: string): string {
  const start = source.lastIndexOf(`var ${type} = (function (_super) {`);
  return start < 0 ? '' : source.slice(start, source.indexOf('}(OfficeExtension.ClientObject));', start));
}

/** Names of the members that an object of the host answers to. */
function membersOf(object: HostObject): readonly string[] {
  const names = new Set<string>();
  for (let owner: object = object; owner !== HostObject.prototype; owner = Object.getPrototypeOf(owner) as object) {
    for (const name of Object.getOwnPropertyNames(owner)) if (/^_?[A-Z]/.test(name)) names.add(name);
  }
  return [...names].filter((name) => !asked.has(name));
}
/** Names that the client says outside the class: the indexer, and one that it writes in place of ShowGridlines. */
const asked: ReadonlySet<string> = new Set(['GetItem', 'Gridlines']);

const book = new BookModel('x.xlsx');
const world: World = {
  book,
  changed: () => undefined,
  selected: () => undefined,
  needWindow: () => undefined,
  sheet: (of) => new WorksheetObject(world, of),
  range: (of, area) => new RangeObject(world, of, area),
  areas: (of, list) => new RangeAreas(world, of, list),
};
book.add('表').set('A1', 1);
const get = (object: HostObject, ...names: readonly string[]): HostObject =>
  names.reduce((owner, name) => readMember(owner, name) as HostObject, object);
const call = (object: HostObject, name: string, ...args: readonly unknown[]): HostObject => callMember(object, name, args) as HostObject;

const workbook = new WorkbookObject(world);
const sheet = call(get(workbook, 'Worksheets'), 'GetItem', '表');
const range = call(sheet, 'GetRange', 'A1');
const areas = call(sheet, 'GetRanges', 'A1,B2');
const condition = call(get(range, 'ConditionalFormats'), 'Add', 'Custom');
const chart = call(get(sheet, 'Charts'), 'Add', 'Pie', range, 'Columns');
const series = call(get(chart, 'Series'), 'GetItemAt', 0);
readMember(series, 'HasDataLabels');
const point = call(get(series, 'Points'), 'GetItemAt', 0);
const objects: readonly HostObject[] = [
  workbook,
  get(workbook, 'Worksheets'),
  get(workbook, 'Application'),
  get(workbook, 'Settings'),
  call(get(workbook, 'Settings'), 'Add', 'k', 'v'),
  get(workbook, 'Names'),
  call(get(workbook, 'Names'), 'Add', 'n', '=1'),
  get(workbook, 'Protection'),
  get(workbook, 'Properties'),
  sheet,
  get(sheet, 'Protection'),
  get(sheet, 'FreezePanes'),
  get(sheet, 'PageLayout'),
  get(sheet, 'PageLayout', 'HeadersFooters'),
  get(sheet, 'PageLayout', 'HeadersFooters', 'DefaultForAllPages'),
  get(sheet, 'Charts'),
  range,
  areas,
  get(areas, 'Areas'),
  get(range, 'Format'),
  get(range, 'Format', 'Font'),
  get(range, 'Format', 'Fill'),
  get(range, 'Format', 'Borders'),
  call(get(range, 'Format', 'Borders'), 'GetItem', 'EdgeTop'),
  get(range, 'Format', 'Protection'),
  get(range, 'DataValidation'),
  get(range, 'ConditionalFormats'),
  condition,
  get(condition, 'Custom'),
  get(condition, 'Custom', 'Rule'),
  get(condition, 'Custom', 'Format'),
  get(condition, 'Custom', 'Format', 'Fill'),
  get(condition, 'Custom', 'Format', 'Font'),
  chart,
  get(chart, 'Title'),
  get(chart, 'Title', 'Format'),
  get(chart, 'Title', 'Format', 'Font'),
  get(chart, 'Legend'),
  get(chart, 'DataLabels'),
  get(chart, 'Axes'),
  get(chart, 'Axes', 'ValueAxis'),
  get(chart, 'Axes', 'ValueAxis', 'MajorGridlines'),
  get(chart, 'Axes', 'ValueAxis', 'Format'),
  get(chart, 'Series'),
  series,
  get(series, 'Format'),
  get(series, 'Format', 'Fill'),
  get(series, 'Points'),
  point,
  get(point, 'Format'),
];

test.each(objects.map((object) => [object.type, object] as const))('%s answers only to names that the client knows', (type, object) => {
  const text = classText(type);
  expect(text).not.toBe('');
  expect(membersOf(object).filter((name) => !text.includes(`"${name}"`))).toEqual([]);
});
