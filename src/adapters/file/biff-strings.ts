/** The data of one record. */
export interface RecordData {
  readonly at: number;
  readonly length: number;
}

/** Every character of the library is looked up in the list of records: characters × records, at most. */
const mostLookups = 20_000_000_000;

/** Are the shared strings, counted out as the library does it, within the bytes of their records? */
export function sharedStringsFit(view: DataView, chain: readonly RecordData[], size: number): boolean {
  if (size < 8 || size * chain.length > mostLookups) return false;
  const bytes = new Uint8Array(size);
  const starts: number[] = [];
  let end = 0;
  for (const { at, length } of chain) {
    starts.push(end);
    bytes.set(new Uint8Array(view.buffer, view.byteOffset + at, length), end);
    end += length;
  }
  const all = new DataView(bytes.buffer);
  const count = all.getUint32(4, true);
  try {
    for (let i = 0, at = 8; i < count && at < size; i++) {
      at = afterString(all, at, starts);
      if (at > size) return false;
    }
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
  return true;
}

const flag = { wide: 1, more: 4, rich: 8 } as const;

/** Throws RangeError where the string goes on beyond the end. */
function afterString(view: DataView, from: number, starts: readonly number[]): number {
  let left = view.getUint16(from, true);
  const flags = view.getUint8(from + 2);
  let at = from + 3;
  let extra = 0;
  if (flags & flag.rich) {
    extra += 4 * view.getUint16(at, true);
    at += 2;
  }
  if (flags & flag.more) {
    extra += view.getUint32(at, true);
    at += 4;
  }
  let width = flags & flag.wide ? 2 : 1;
  for (;;) {
    // A record that begins within the characters begins with flags of its own.
    const start = nextStart(starts, at, width);
    if (start === undefined || (start - at) / width >= left) return at + left * width + extra;
    left -= (start - at) / width;
    width = view.getUint8(start) ? 2 : 1;
    at = start + 1;
  }
}

/** The next record that the characters, of `width` bytes each from `at` on, come upon. */
function nextStart(starts: readonly number[], at: number, width: number): number | undefined {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < at) low = middle + 1;
    else high = middle;
  }
  while (low < starts.length && (starts[low]! - at) % width !== 0) low++;
  return starts[low];
}
