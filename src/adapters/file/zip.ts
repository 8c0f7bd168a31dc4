import { deflateSync, inflateSync } from 'fflate';

/** One part of a package, still compressed: a part that is not changed is copied as it is. */
export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes after inflating. */
  readonly size: number;
  readonly raw: Uint8Array;
}

/** The bytes are no complete zip file. */
export class ZipError extends Error {}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const utf8 = new TextDecoder();
const toUtf8 = new TextEncoder();

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function endRecord(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === END) return at;
  throw new ZipError('end of central directory missing');
}

/** Sizes and offset that do not fit 32 bits, or that a writer put into the zip64 field all the same. */
function wide(view: DataView, from: number, to: number, fields: number[]): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return fields.map((value) => {
      if (value !== 0xffffffff) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return fields;
}

/** The parts of a package in directory order, nothing inflated yet. Throws ZipError. */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  try {
    return directory(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new ZipError('directory points outside the file');
    throw error;
  }
}

function directory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const end = endRecord(view);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new ZipError('central directory broken');
    if (view.getUint16(at + 8, true) & 1) throw new ZipError('encrypted entry');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const plain = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const [size, packed, local] = wide(view, nameEnd, extraEnd, plain) as [number, number, number];
    if (view.getUint32(local, true) !== LOCAL) throw new ZipError('local header broken');
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packed > bytes.length) throw new ZipError('entry cut off');
    // Some writers put backslashes into names; the package specification knows only slashes.
    const name = utf8.decode(bytes.subarray(at + 46, nameEnd)).replace(/\\/g, '/');
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size,
      raw: bytes.subarray(start, start + packed),
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries.filter((entry) => !entry.name.endsWith('/'));
}

/** The bytes of one part. Throws ZipError if they are not what the directory promises; never grows beyond the promised size. */
export function inflate(entry: ZipEntry): Uint8Array {
  if (entry.method !== 0 && entry.method !== 8) throw new ZipError(`compression ${entry.method} of ${entry.name}`);
  let data: Uint8Array;
  try {
    data = entry.method === 0 ? entry.raw : inflateSync(entry.raw, { out: new Uint8Array(entry.size) });
  } catch {
    throw new ZipError(`${entry.name} cannot be inflated`);
  }
  if (data.length !== entry.size || crc32(data) !== entry.crc) throw new ZipError(`checksum of ${entry.name}`);
  return data;
}

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
    view.setUint32(at, LOCAL, true);
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
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    at += 6;
    common(entry, names[i]!);
    at += 40;
    view.setUint32(at - 4, offsets[i]!, true);
    out.set(names[i]!, at);
    at += names[i]!.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directoryAt, true);
  view.setUint32(at + 16, directoryAt, true);
  return out;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < data.length; i++) crc = crcTable[(crc ^ data[i]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
