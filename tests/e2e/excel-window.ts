import { openWorkbook } from '../../src/adapters/file/open';
import { installExcelWindow } from '../excel-host/window';
import { sample } from '../../taskpane/files/sample';

// Runs before office.js: the window then looks as if Excel for Windows had the sample workbook open.
const { now } = sample();
if (location.pathname.endsWith('taskpane.html')) installExcelWindow(openWorkbook(now.bytes, now.file, '本年'));
