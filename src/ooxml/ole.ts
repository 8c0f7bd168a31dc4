const sizes = { entry: 128, miniSector: 64, header: 512 } as const;
const streamType = 2;

/** Thrown within this file for whatever a well-formed container does not have. */
class Broken extends Error {}

/** An OLE container (.xls, .doc, an encrypted .xlsx): what lies at its top level. */
export interface OleFile {
  /** Names of storages and streams, in lower case. */
  readonly names: readonly string[];
  /** The bytes of a stream; undefined when there is none, or when its sectors do not hold as many as it claims. */
  readonly stream: (name: string) => Uint8Array | undefined;
}

/** undefined when the container is damaged. Every chain is followed once: one that leads back into itself is damage. */
export function readOle(bytes: Uint8Array): OleFile | undefined {
  return orUndefined(() => {
    const container = new Container(bytes);
    const top = container.topLevel();
    return {
      names: top.map(({ name }) => name),
      stream: (wanted) => {
        const entry = top.find(({ name, type }) => name === wanted.toLowerCase() && type === streamType);
        return entry && orUndefined(() => container.content(entry));
      },
    };
  });
}

function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    // A DataView that is read beyond its end throws a RangeError.
    if (error instanceof Broken || error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

class Container {
  private readonly view: DataView;
  private readonly sector: number;
  private readonly cutoff: number;
  private readonly table: readonly number[];
  private readonly entries: readonly Entry[];
  private mini: { readonly bytes: Uint8Array; readonly table: readonly number[] } | undefined;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw new Broken('sector size');
    this.sector = 2 ** shift;
    this.cutoff = this.view.getUint32(56, true);
    this.table = this.tableSectors().flatMap((sector) => this.numbers(sector));
    const directory = this.joined(this.chain(this.view.getInt32(48, true), this.table));
    const view = new DataView(directory.buffer);
    this.entries = Array.from({ length: Math.trunc(directory.length / sizes.entry) }, (_, i) => entryAt(view, i * sizes.entry));
  }

  /** The children of the root: a tree by name, of which only the members matter. */
  topLevel(): readonly Entry[] {
    const seen = new Set<number>();
    const found: Entry[] = [];
    const open = [this.entries[0]?.child ?? -1];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at < 0) continue;
      const entry = this.entries[at];
      if (!entry || seen.has(at)) throw new Broken('directory');
      seen.add(at);
      found.push(entry);
      open.push(entry.left, entry.right);
    }
    return found;
  }

  content({ start, size }: Entry): Uint8Array {
    if (size > this.bytes.length) throw new Broken('size');
    const small = size < this.cutoff;
    const mini = small ? (this.mini ??= this.miniStream()) : undefined;
    const unit = small ? sizes.miniSector : this.sector;
    const numbers = this.chain(start, mini?.table ?? this.table, Math.ceil(size / unit));
    const all = mini ? joinedFrom(mini.bytes, numbers, unit, 0) : this.joined(numbers);
    if (all.length < size) throw new Broken('stream shorter than it claims');
    return all.slice(0, size);
  }

  private miniStream(): { readonly bytes: Uint8Array; readonly table: readonly number[] } {
    const table = this.chain(this.view.getInt32(60, true), this.table).flatMap((sector) => this.numbers(sector));
    return { bytes: this.joined(this.chain(this.entries[0]!.start, this.table)), table };
  }

  /** Where the allocation table lies: the first 109 sectors are named in the header, further ones in a chain of their own. */
  private tableSectors(): readonly number[] {
    const found: number[] = [];
    for (let at = 76; at < sizes.header; at += 4) found.push(this.view.getInt32(at, true));
    const seen = new Set<number>();
    for (let sector = this.view.getInt32(68, true); sector >= 0;) {
      if (seen.has(sector)) throw new Broken('table of tables');
      seen.add(sector);
      const numbers = this.numbers(sector);
      found.push(...numbers.slice(0, -1));
      sector = numbers.at(-1)!;
    }
    const used = found.filter((sector) => sector >= 0);
    if (used.length > this.bytes.length / this.sector) throw new Broken('table');
    return used;
  }

  /** The sectors from `start` on, `most` at most. */
  private chain(start: number, table: readonly number[], most = Infinity): readonly number[] {
    const seen = new Set<number>();
    for (let at = start; at >= 0 && seen.size < most;) {
      if (seen.has(at) || at >= table.length) throw new Broken('chain');
      seen.add(at);
      at = table[at]!;
    }
    return [...seen];
  }

  private numbers(sector: number): readonly number[] {
    return Array.from({ length: this.sector / 4 }, (_, i) => this.view.getInt32((sector + 1) * this.sector + 4 * i, true));
  }

  private joined(sectors: readonly number[]): Uint8Array {
    return joinedFrom(this.bytes, sectors, this.sector, 1);
  }
}

/** The last sector of a file may be shorter than the others. */
function joinedFrom(bytes: Uint8Array, sectors: readonly number[], size: number, skip: number): Uint8Array {
  const parts = sectors.map((sector) => bytes.subarray((sector + skip) * size, (sector + skip + 1) * size));
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}

function entryAt(view: DataView, at: number): Entry {
  const length = Math.max(0, Math.min(62, view.getUint16(at + 64, true) - 2));
  const name = Array.from({ length: length / 2 }, (_, i) => String.fromCharCode(view.getUint16(at + 2 * i, true))).join('');
  return {
    name: name.toLowerCase(),
    type: view.getUint8(at + 66),
    left: view.getInt32(at + 68, true),
    right: view.getInt32(at + 72, true),
    child: view.getInt32(at + 76, true),
    start: view.getInt32(at + 116, true),
    size: view.getUint32(at + 120, true),
  };
}
