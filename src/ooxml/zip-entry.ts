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

export const signature = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
