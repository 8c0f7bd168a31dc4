import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bookOfShare, shareOf, wholeOf } from '../kit/department';
import { units } from '../kit/index';
import { toXlsx } from '../kit/xlsx';

// Writes a made-up department into the folder that is named: three units, and a 汇总 in which the first of them is missing.
const folder = process.argv[2]!;
mkdirSync(folder, { recursive: true });
const shares = [units.onlyGeneral, units.withFund, units.institution].map(shareOf);
const books = [wholeOf('青川示例区综合局', shares.slice(1), '综合局汇总.xlsx'), ...shares.map((share) => bookOfShare(share))];
void Promise.all(books.map(async (book) => writeFileSync(path.join(folder, book.file), await toXlsx(book))));
