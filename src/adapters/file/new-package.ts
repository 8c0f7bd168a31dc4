import { TYPES } from '../../ooxml/content-types';
import { OfficePackage } from '../../ooxml/package';
import { relationshipsXml, relsPath } from '../../ooxml/relations';
import { escapeAttribute } from '../../ooxml/xml-text';
import { emptyStyles } from './styles';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

export interface NewSheet {
  readonly name: string;
  readonly hidden?: 'hidden' | 'veryHidden';
  /** What stands inside <worksheet>, in the order of the schema. */
  readonly inner: string;
}

/** A workbook made from nothing: these sheets and these styles, as bytes. */
export function newPackage(sheets: readonly NewSheet[], styles = emptyStyles): Uint8Array {
  const parts = new OfficePackage([]);
  parts.set(
    TYPES,
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  );
  const book = 'xl/workbook.xml';
  parts.set(relsPath(''), relationshipsXml([{ id: 'rId1', type: 'officeDocument', target: book }]));
  const tabs = sheets.map(({ name, hidden, inner }, i) => {
    const part = `xl/worksheets/sheet${i + 1}.xml`;
    parts.set(part, `${head}<worksheet xmlns="${main}" xmlns:r="${office}">${inner}</worksheet>`);
    parts.declare(part, `${spreadsheet}worksheet+xml`);
    const id = parts.relate(book, 'worksheet', part);
    return `<sheet name="${escapeAttribute(name)}" sheetId="${i + 1}"${hidden ? ` state="${hidden}"` : ''} r:id="${id}"/>`;
  });
  parts.set(book, `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${tabs.join('')}</sheets></workbook>`);
  parts.declare(book, `${spreadsheet}sheet.main+xml`);
  parts.set('xl/styles.xml', styles);
  parts.declare('xl/styles.xml', `${spreadsheet}styles+xml`);
  parts.relate(book, 'styles', 'xl/styles.xml');
  return parts.bytes();
}
