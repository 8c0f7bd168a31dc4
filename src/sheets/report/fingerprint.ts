/**
 * 53-bit hash of a text as a letter and 11 base-36 digits (never a number to Excel): tells whether a person has changed a text that was generated.
 * Spaces and line breaks at the ends do not count.
 */
export function sheetFingerprint(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const c of text.replace(/\r\n?/g, '\n').replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')) {
    const code = c.codePointAt(0)!;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `h${(4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0')}`;
}
