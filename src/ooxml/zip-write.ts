import { deflateSync } from 'fflate';
import { crc32 } from './crc32';
import { signature, viewOf, type ZipEntry } from './zip-entry';

const toUtf8 = new TextEncoder();

/** A new part. `stored` skips the compression, for packages that are read again at once. */
export function entryOf(name: string, data: Uint8Array, stored = false): ZipEntry {
  return { name, method: stored ? 0 : 8, crc: crc32(data), size: data.length, raw: stored ? data : deflateSync(data, { level: 6 }) };
}

export const textEntry = (name: string, text: string): ZipEntry => entryOf(name, toUtf8.encode(text));

/** A package of the given parts. The date is fixed, so equal parts give equal files. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => toUtf8.encode(entry.name));
  const total = entries.reduce((sum, entry, i) => sum + 76 + 2 * names[i]!.length + entry.raw.length, 22);
  const out = new Uint8Array(total);
  const view = viewOf(out);
  let at = 0;
  const common = (entry: ZipEntry, name: Uint8Array): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, 0x0800, true);
    view.setUint16(at + 4, entry.method, true);
    view.setUint32(at + 6, 0x00210000, true);
    view.setUint32(at + 10, entry.crc, true);
    view.setUint32(at + 14, entry.raw.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, name.length, true);
  };
  const offsets = entries.map((entry, i) => {
    const start = at;
    view.setUint32(at, signature.local, true);
    at += 4;
    common(entry, names[i]!);
    at += 26;
    out.set(names[i]!, at);
    out.set(entry.raw, at + names[i]!.length);
    at += names[i]!.length + entry.raw.length;
    return start;
  });
  const directoryAt = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, signature.central, true);
    view.setUint16(at + 4, 20, true);
    at += 6;
    common(entry, names[i]!);
    at += 40;
    view.setUint32(at - 4, offsets[i]!, true);
    out.set(names[i]!, at);
    at += names[i]!.length;
  });
  view.setUint32(at, signature.end, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directoryAt, true);
  view.setUint32(at + 16, directoryAt, true);
  return out;
}
