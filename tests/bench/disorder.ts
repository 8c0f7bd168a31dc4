import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import { buildYears, units } from '../kit/index';
import { toXlsx } from '../kit/xlsx';
import { writeCounty } from './county';

/** What is wrong in a county's folder, by file, and the words that have to be said about it. */
export const disorder: Readonly<Record<string, RegExp>> = {
  '损坏.xlsx': /已损坏|不完整/,
  '加密.xlsx': /已加密/,
  '别的年度.xlsx': /是2019年度的/,
  '重复.xlsx': /完全相同/,
};

/** `workbooks` files: units with two years each, one damaged, one encrypted, one of another year, one that is there twice. */
export async function writeDisorder(folder: string, workbooks: number): Promise<void> {
  const { pairs } = await writeCounty(folder, (workbooks - 4) / 2);
  const other = join(folder, '其他');
  mkdirSync(other, { recursive: true });
  const [whole] = pairs[0]!;
  const bytes = readFileSync(whole);
  writeFileSync(join(other, '损坏.xlsx'), bytes.subarray(0, bytes.length - 2000));
  const container = CFB.utils.cfb_new();
  for (const name of ['EncryptedPackage', 'EncryptionInfo']) CFB.utils.cfb_add(container, name, bytes.subarray(0, 1000));
  writeFileSync(join(other, '加密.xlsx'), CFB.write(container) as Uint8Array);
  const old = { ...units.onlyGeneral, name: '青川示例区旧档案室', before: undefined };
  writeFileSync(join(other, '别的年度.xlsx'), await toXlsx(buildYears({ ...old, now: { ...old.now, year: 2019 } }).now));
  copyFileSync(whole, join(other, '重复.xlsx'));
}
