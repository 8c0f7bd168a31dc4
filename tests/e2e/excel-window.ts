import { openWorkbook } from '../../src/adapters/file/open';
import { installExcelWindow } from '../excel-host/window';
import { sample } from '../../taskpane/files/sample';

// Runs before office.js: the window then looks as if Excel for Windows had the sample workbook open, or another file that
// a script before this one has left here.
const { excelFile } = globalThis as { excelFile?: { readonly file: string; readonly base64: string } };
const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
const { bytes, file } = excelFile ? { bytes: bytesOf(excelFile.base64), file: excelFile.file } : sample().now;
if (location.pathname.endsWith('taskpane.html')) installExcelWindow(openWorkbook(bytes, file, '本年'));
