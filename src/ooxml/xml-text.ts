// XML holds neither control characters nor half a surrogate pair.
const unspeakable =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text without the characters that XML cannot hold. Whatever comes from outside passes here before a library writes it. */
export const speakable = (text: string): string => text.replace(unspeakable, '');

/** Text for XML; what XML cannot hold is dropped. */
export const escapeText = (text: string): string => speakable(text).replace(/[&<>"]/g, (c) => entities[c]!);

export const escapeAttribute = (text: string): string => escapeText(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');

/** A number beyond Unicode stands for nothing; it is shown as what browsers show for it. */
const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities and character references resolved; unknown names stay as they are. */
export const unescape = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, dec?: string, name?: string) => {
    if (hex ?? dec) return character(hex ? parseInt(hex, 16) : parseInt(dec!, 10));
    return named[name!] ?? whole;
  });

/**
 * The text of an XML part. UTF-8, UTF-16 (by byte order mark) and what the declaration names (GBK in files of old
 * converters); where the bytes were not UTF-8 the declaration says UTF-8 afterwards, because that is how a part is written.
 */
export function decodeXml(bytes: Uint8Array): string {
  const label = encodingOf(bytes);
  if (label === 'utf-8') return new TextDecoder().decode(bytes);
  const text = new TextDecoder(label).decode(bytes);
  return text.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : declared(bytes);
}

function declared(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const name = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase();
  // A UTF-16 declaration without its mark stands in front of bytes that a converter has long turned into UTF-8.
  if (name === undefined || name.startsWith('utf')) return 'utf-8';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return 'utf-8';
  }
}
