import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const type = (name: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The marked sheet: with all that may stand behind the cells, so that the place of the marks matters. */
export const sheet1 = `${head}<worksheet xmlns="${main}" xmlns:r="${rel}"><sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>100</v></c></row><row r="2"><c r="B2"><f>B1*2</f><v>200</v></c></row></sheetData><sheetProtection sheet="1"/><autoFilter ref="A1:B2"/><mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells><conditionalFormatting sqref="B2"><cfRule type="cellIs" dxfId="0" priority="3" operator="greaterThan"><formula>150</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" sqref="B1"><formula1>0</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/></worksheet>`;

export const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type('worksheet')}"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${type('worksheet')}"/><Override PartName="/xl/styles.xml" ContentType="${type('styles')}"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type('sharedStrings')}"/><Override PartName="/xl/calcChain.xml" ContentType="${type('calcChain')}"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${rel}"><workbookPr/><bookViews><workbookView/></bookViews><sheets><sheet name="财决&apos;01" sheetId="7" r:id="rId1"/><sheet name="Z04" sheetId="3" state="hidden" r:id="rId2"/></sheets><definedNames><definedName name="合计">Z04!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">'财决''01'!$A$1:$B$2</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId5" Type="${rel}/calcChain" Target="calcChain.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': sheet1,
  'xl/worksheets/_rels/sheet1.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
  'xl/worksheets/sheet2.xml': `${head}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData></worksheet>`,
  'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF00FF00"/></font></dxf></dxfs><tableStyles count="0"/></styleSheet>`,
  'xl/sharedStrings.xml': `${head}<sst xmlns="${main}" count="1" uniqueCount="1"><si><t>收入支出决算总表</t></si></sst>`,
  'xl/calcChain.xml': `${head}<calcChain xmlns="${main}"><c r="B2" i="7"/></calcChain>`,
  'xl/drawings/drawing1.xml': `${head}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
  'xl/media/image1.png': 'not really a picture',
  'customXml/item1.xml': '<a>宏观</a>',
};

/** A workbook as Excel leaves it: a drawing, a user's own conditional format, names, a calculation chain, a part we know nothing of. */
export const userWorkbook = (other: Readonly<Record<string, string | undefined>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ ...parts, ...other }).flatMap(([name, text]) => (text === undefined ? [] : [[name, strToU8(text)]])),
    ),
  );
