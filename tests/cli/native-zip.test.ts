import { deflateSync } from 'fflate';
import { useNativeZip } from '../../src/cli/files/native-zip';
import { crc32 } from '../../src/ooxml/crc32';
import type { ZipEntry } from '../../src/ooxml/zip-entry';
import { inflate } from '../../src/ooxml/zip-read';

const text = new TextEncoder().encode('<row r="1"><c r="A1"><v>7303906</v></c></row>'.repeat(400));
const part = (change: Partial<ZipEntry>): ZipEntry => ({
  name: 'xl/worksheets/sheet1.xml',
  method: 8,
  crc: crc32(text),
  size: text.length,
  raw: deflateSync(text),
  ...change,
});
const cases: Readonly<Record<string, Partial<ZipEntry>>> = {
  whole: {},
  empty: { raw: deflateSync(new Uint8Array()), size: 0, crc: 0 },
  'longer than promised': { size: text.length - 1 },
  'shorter than promised': { size: text.length + 1 },
  'cut off': { raw: deflateSync(text).subarray(0, 40) },
  'no deflated bytes': { raw: Uint8Array.from([0xff, 0xff, 0xff, 0xff]) },
  'other bytes than promised': { crc: 1 },
  stored: { method: 0, raw: text },
};
const outcome = (change: Partial<ZipEntry>): unknown => {
  try {
    return inflate(part(change));
  } catch (error) {
    return (error as { fault: unknown }).fault;
  }
};

test('a part that is unpacked by Node is the same, and refused for the same reasons', () => {
  const ours = Object.values(cases).map(outcome);
  useNativeZip();
  const native = Object.values(cases).map(outcome);
  expect(native).toEqual(ours);
  expect(ours[0]).toEqual(text);
  // What is cut out of it stays what it was when the rest is written over.
  const copy = (native[0] as Uint8Array).slice(0, 4);
  (native[0] as Uint8Array).fill(0);
  expect(new TextDecoder().decode(copy)).toBe('<row');
});
