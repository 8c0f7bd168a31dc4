import { CFB } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';

type Random = () => number;
const below = (random: Random, n: number): number => Math.floor(random() * n);
export const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;

/** What breaks a reader: limits of every width, nothing, and texts that mean something elsewhere. */
const numbers = [
  '0',
  '-1',
  '1',
  '65535',
  '65536',
  '1048576',
  '1048577',
  '16384',
  '2147483648',
  '4294967295',
  '4294967296',
  '1e308',
  '1e999',
].concat(['-0', 'NaN', '0.1e-300', '99999999999999999999', '１２３', '1,2,3', '0x10', '']);
const texts = [
  '',
  ' ',
  '合计',
  '=1+1',
  '\uffff',
  '\u0000',
  '<',
  '&',
  '&#x110000;',
  '&amp;',
  ']]>',
  '../../x',
  '__proto__',
  'constructor',
  '2101101',
].concat(['A1:XFD1048576', 'XFE1', 'A0', '金额单位：万元', '2024年度', '—', '😀'.repeat(50), '长'.repeat(5000), '1'.repeat(400)]);

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes flipped, taken out, put in, copied elsewhere, cut off. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let result: Uint8Array = bytes.slice();
  for (let times = 1 + below(random, 4); times > 0 && result.length > 0; times--) {
    const at = below(random, result.length);
    const size = 1 + below(random, pick(random, [1, 4, 64, 2048]));
    const rest = (from: number): Uint8Array => result.subarray(Math.min(from, result.length));
    switch (below(random, 6)) {
      case 0:
        result[at]! ^= 1 << below(random, 8);
        break;
      case 1:
        result[at] = pick(random, [0, 1, 0x7f, 0x80, 0xff]);
        break;
      case 2:
        result = joined(result.subarray(0, at), rest(at + size));
        break;
      case 3:
        result = joined(result.subarray(0, at), new Uint8Array(size).fill(below(random, 256)), rest(at));
        break;
      case 4:
        result.copyWithin(below(random, result.length), at, at + size);
        break;
      default:
        if (random() < 0.3) result = result.slice(0, at);
    }
  }
  return result;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
};

/** Attributes, numbers, texts and tags of an XML part (or any text) changed. */
function mutateText(text: string, random: Random): string {
  let result = text;
  for (let times = 1 + below(random, 5); times > 0; times--) {
    const found = [...result.matchAll(pick(random, [/="[^"]*"/g, />[^<>]+</g, /<\/?[\w:]+/g, /<[^>]+>/g, /\d+/g]))];
    const one = found[below(random, found.length)];
    if (!one) continue;
    const [was] = one;
    const value = random() < 0.6 ? pick(random, numbers) : pick(random, texts);
    const now = was.startsWith('="')
      ? `="${value}"`
      : was.startsWith('>')
        ? `>${value}<`
        : /^\d/.test(was)
          ? value
          : pick(random, ['', was + was, `${was}x`, was.replace(/[\w:]+/, (name) => `${name}${name.at(-1)}`)]);
    result = result.slice(0, one.index) + now + result.slice(one.index + was.length);
  }
  return random() < 0.05 ? result.slice(0, below(random, result.length)) : result;
}

type Parts = Record<string, Uint8Array>;
const zipped = (parts: Parts): Uint8Array => zipSync(parts, { level: 1 });

/** Parts of an Office package dropped, emptied, cut, exchanged, named otherwise. */
export function mutateParts(bytes: Uint8Array, random: Random): Uint8Array {
  const parts: Parts = unzipSync(bytes);
  for (let times = 1 + below(random, 3); times > 0; times--) {
    const names = Object.keys(parts);
    const [one, other] = [pick(random, names), pick(random, names)];
    const data = parts[one]!;
    switch (below(random, 7)) {
      case 0:
        if (names.length > 1) delete parts[one];
        break;
      case 1:
        parts[one] = new Uint8Array(0);
        break;
      case 2:
        parts[one] = data.slice(0, below(random, data.length + 1));
        break;
      case 3:
        [parts[one], parts[other]] = [parts[other]!, parts[one]!];
        break;
      case 4:
        parts[pick(random, [one.toUpperCase(), `/${one}`, `../${one}`, one.replaceAll('/', '\\')])] = data;
        delete parts[one];
        break;
      case 5:
        parts[one] = mutateBytes(data, random);
        break;
      default:
        parts[one] = joined(new Uint8Array(pick(random, [[0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0]])), data);
    }
  }
  return zipped(parts);
}

/** The XML of a few parts changed; `only` says which. */
export function mutateXml(bytes: Uint8Array, random: Random, only: (name: string, xml: string) => boolean = () => true): Uint8Array {
  const parts: Parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name) && only(name, decoder.decode(parts[name])));
  for (let times = 1 + below(random, 2); times > 0 && names.length > 0; times--) {
    const name = pick(random, names);
    parts[name] = encoder.encode(mutateText(decoder.decode(parts[name]), random));
  }
  return zipped(parts);
}

/** Records of the stream of an `.xls`: type, length and data. */
export function mutateRecords(bytes: Uint8Array, random: Random): Uint8Array {
  const file = CFB.read(bytes, { type: 'array' }) as { FullPaths: string[]; FileIndex: { content: Uint8Array; size: number }[] };
  const entry = file.FileIndex[file.FullPaths.findIndex((name) => /\/(Workbook|Book)$/.test(name))];
  if (!entry) return mutateBytes(bytes, random);
  const stream = Uint8Array.from(entry.content);
  const view = new DataView(stream.buffer);
  const starts: number[] = [];
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) starts.push(at);
  for (let times = 1 + below(random, 4); times > 0; times--) {
    const at = pick(random, starts);
    const length = view.getUint16(at + 2, true);
    switch (below(random, 5)) {
      case 0:
        view.setUint16(
          at,
          pick(random, [0x0a, 0x09, 0xfc, 0x3c, 0xbd, 0x203, 0x27e, 0xfd, 0x85, 0x200, 0x208, 0xffff, below(random, 65536)]),
          true,
        );
        break;
      case 1:
        view.setUint16(at + 2, pick(random, [0, 1, 0xffff, 8224, 8225, Math.max(0, length - 1), length + 1]), true);
        break;
      case 2:
        for (let i = 0; i < length; i++) if (random() < 0.3) stream[at + 4 + i] = pick(random, [0, 0xff, below(random, 256)]);
        break;
      case 3:
        // The last record may claim more than there is.
        if (length >= 4 && at + 4 + length <= stream.length)
          view.setUint16(at + 4 + below(random, length - 1), pick(random, [0, 0xffff, 0x7fff, 255, 256]), true);
        break;
      default:
        stream.copyWithin(at, pick(random, starts), pick(random, starts));
    }
  }
  entry.content = random() < 0.1 ? stream.slice(0, below(random, stream.length)) : stream;
  entry.size = entry.content.length;
  return Uint8Array.from(CFB.write(file as never, { type: 'array' }) as Iterable<number>);
}

const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  1e-320,
  '',
  ' ',
  '合计',
  'x'.repeat(3000),
  [],
  {},
  [[]],
  [null],
  { a: { b: [] } },
  '2024-13-45',
  '\uffff',
];

/** A JSON document with values replaced, dropped, nested; sometimes no JSON any more. */
export function mutateJson(text: string, random: Random): string {
  if (random() < 0.15) return decoder.decode(mutateBytes(encoder.encode(text), random));
  const root = { root: JSON.parse(text) as unknown };
  for (let times = 1 + below(random, 4); times > 0; times--) {
    let node: Record<string, unknown> = root;
    for (;;) {
      const keys = Object.keys(node);
      if (keys.length === 0) break;
      const key = pick(random, keys);
      const next = node[key];
      if (typeof next === 'object' && next !== null && random() < 0.8) {
        node = next as Record<string, unknown>;
        continue;
      }
      const deed = below(random, 5);
      if (deed === 0) delete node[key];
      else if (deed === 1) node[pick(random, ['__proto__', 'toString', `${key}x`, '多余'])] = next;
      else node[key] = pick(random, values);
      break;
    }
  }
  return JSON.stringify(root.root) ?? '';
}
