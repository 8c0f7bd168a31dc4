import { writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre';
import { buildWorkbook } from '../kit/build';
import { largeUnit } from './large';

// Writes a made-up unit with so many 项 into the file that is named; blank cells are not stored.
const [file, items] = process.argv.slice(2);
const sheets = buildWorkbook(largeUnit(Number(items))).sheets.map(({ name, values }) => ({ name, rows: values.map((row) => [...row]) }));
void writeXlsx({ sheets }).then((bytes) => writeFileSync(file!, bytes));
