import { inflateSync } from 'fflate';
import { crc32 } from './crc32';
import { PackageError } from './fault';
import { signature, viewOf, type ZipEntry } from './zip-entry';

const utf8 = new TextDecoder();
const MOST_GAIN = 1040;
const notZip = (): PackageError => new PackageError({ kind: 'notZip' });

function endRecord(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === signature.end) return at;
  throw notZip();
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

/** The parts of a package in directory order, nothing inflated yet. Throws PackageError. */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  try {
    return directory(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw notZip();
    throw error;
  }
}

function directory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const end = endRecord(view);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== signature.central) throw notZip();
    if (view.getUint16(at + 8, true) & 1) throw new PackageError({ kind: 'encryptedZip' });
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const plain = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const [size, packed, local] = wide(view, nameEnd, extraEnd, plain) as [number, number, number];
    if (view.getUint32(local, true) !== signature.local) throw notZip();
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packed > bytes.length) throw notZip();
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

/** Unpacks raw deflated bytes; throws where they are none, or yield more than `size`. */
interface Unpacker {
  inflate(packed: Uint8Array, size: number): Uint8Array;
  crc32(data: Uint8Array): number;
}

let unpacker: Unpacker = { inflate: (packed, size) => inflateSync(packed, { out: new Uint8Array(size) }), crc32 };

/** From here on parts are unpacked by the machine's own means, where a door knows faster ones. */
export const unpackWith = (own: Unpacker): void => void (unpacker = own);

/** The bytes of one part. Throws PackageError if they are not what the directory promises; never grows beyond the promised size. */
export function inflate(entry: ZipEntry): Uint8Array {
  const damaged = (): PackageError => new PackageError({ kind: 'damagedPart', part: entry.name });
  if (entry.method !== 0 && entry.method !== 8) throw damaged();
  // No deflated byte yields more than 1032: a larger promise is a lie, and no memory is set aside for it.
  if (entry.size > MOST_GAIN * (entry.raw.length + 1)) throw damaged();
  let data: Uint8Array;
  try {
    data = entry.method === 0 ? entry.raw : unpacker.inflate(entry.raw, entry.size);
  } catch {
    throw damaged();
  }
  if (data.length !== entry.size || unpacker.crc32(data) !== entry.crc) throw damaged();
  return data;
}
