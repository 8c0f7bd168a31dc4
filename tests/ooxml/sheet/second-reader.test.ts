import { read, type CellObject } from '@e965/xlsx';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { openWorkbook } from '../../../src/adapters/file/open';
import { UNCALCULATED, type Scalar } from '../../../src/kernel/workbook';
import { handMade } from '../../adapters/file/bytes';

/** Every value of a workbook as a library reads it, by `sheet!A1`. */
function byLibrary(bytes: Uint8Array): Record<string, Scalar> {
  const book = read(bytes, { type: 'array', sheetStubs: true, cellHTML: false });
  const all: Record<string, Scalar> = {};
  for (const name of book.SheetNames) {
    for (const [a1, cell] of Object.entries(book.Sheets[name]!) as [string, CellObject][]) {
      if (a1.startsWith('!')) continue;
      const value =
        cell.t === 'z' ? (cell.f !== undefined || cell.F !== undefined ? UNCALCULATED : null) : cell.t === 'e' ? cell.w! : cell.v!;
      const plain = typeof value === 'string' ? value.replace(/\r\n?/g, '\n') || null : (value as Scalar);
      if (plain !== null) all[`${name}!${a1}`] = plain;
    }
  }
  return all;
}

function byUs(bytes: Uint8Array): Record<string, Scalar> {
  const all: Record<string, Scalar> = {};
  for (const { name, top, left, values } of openWorkbook(bytes, 'x.xlsx', '本年').sheets)
    values.forEach((row, r) =>
      row.forEach((value, c) => {
        const letters =
          c + left < 26
            ? String.fromCharCode(65 + c + left)
            : String.fromCharCode(64 + Math.floor((c + left) / 26), 65 + ((c + left) % 26));
        if (value !== null) all[`${name}!${letters}${r + top + 1}`] = value;
      }),
    );
  return all;
}

test.each(['sample-2024', 'sample-2023', 'sample-2024-faults'])('%s: the same values as another library reads', (name) => {
  const bytes = new Uint8Array(readFileSync(`assets/samples/${name}.xlsx`));
  const [ours, theirs] = [byUs(bytes), byLibrary(bytes)];
  expect(Object.keys(ours).length).toBeGreaterThan(1000);
  expect(ours).toEqual(theirs);
});

describe('whatever the cells', () => {
  const text = fc.string({
    unit: fc.constantFrom('收', 'a', ' ', '&amp;', '&lt;', '&#10;', '&#65;', '1', '\n', "'"),
    maxLength: 6,
  });
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.integer().map(String),
    fc.constantFrom('1.5E3', '-0', '0.1'),
  );
  const filled = fc.oneof(
    number.map((v) => ({ attributes: '', inner: `<v>${v}</v>` })),
    number.map((v) => ({ attributes: ' t="n"', inner: `<f>A1+"&lt;"</f><v>${v}</v>` })),
    text.map((t) => ({ attributes: ' t="str"', inner: `<f>A1</f><v>${t}</v>` })),
    fc.tuple(text, text).map(([a, b]) => ({
      attributes: ' t="inlineStr"',
      inner: `<is><r><rPr><b/></rPr><t xml:space="preserve">${a}</t></r><r><t xml:space="preserve">${b}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>`,
    })),
    fc.constantFrom(0, 1, 2).map((i) => ({ attributes: ' t="s"', inner: `<v>${i}</v>` })),
    fc.boolean().map((b) => ({ attributes: ' t="b"', inner: `<v>${b ? 1 : 0}</v>` })),
    fc.constantFrom('#REF!', '#DIV/0!', '#N/A', '#VALUE!').map((e) => ({ attributes: ' t="e"', inner: `<v>${e}</v>` })),
    fc.constant({ attributes: ' s="0"', inner: '<f>1+1</f>' }),
    fc.constant({ attributes: ' s="0"', inner: '' }),
  );
  const sheet = fc.array(fc.array(fc.tuple(filled, fc.boolean(), fc.nat(2)), { maxLength: 6 }), { maxLength: 5 });
  const sst =
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>支出</t></si><si><t/></si><si><r><t>功能</t></r><r><t xml:space="preserve"> 分类&amp;</t></r><rPh sb="0" eb="1"><t>gn</t></rPh></si></sst>';
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>';

  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>';

  test('both readers see the same', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const xml = rows
          .map((cells, r) => {
            let column = 0;
            const inner = cells.map(([{ attributes, inner: content }, named, gap]) => {
              if (named) column += gap;
              const a1 = String.fromCharCode(65 + column++) + (r * 2 + 1);
              const place = named ? ` r="${a1}"` : '';
              return content ? `<c${place}${attributes}>${content}</c>` : `<c${place}${attributes}/>`;
            });
            return `<row r="${r * 2 + 1}" spans="1:9">${inner.join('')}</row>`;
          })
          .join('');
        const bytes = handMade(xml, { '[Content_Types].xml': types, 'xl/_rels/workbook.xml.rels': rels, 'xl/sharedStrings.xml': sst });
        expect(byUs(bytes)).toEqual(byLibrary(bytes));
      }),
      { numRuns: 300 },
    );
  });
});
