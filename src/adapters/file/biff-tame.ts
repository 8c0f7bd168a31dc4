import { recordView } from './biff';

/** Single cells with a formula, in all versions: the result stands in the record, 20 bytes before the tokens. */
const formulas = new Set([0x06, 0x206, 0x406]);
/** Other records with tokens: names, names of other files, array and shared formulas. */
const tokens = new Set([0x18, 0x23, 0x21, 0x221, 0x4bc]);
const ignored = 0x5e;
const noTokens = 0xffff;

/**
 * A workbook stream without the tokens of its formulas: only results are read, and the library never returns from tokens that
 * claim to be shorter than they are. Everything else is the same, byte for byte.
 */
export function withoutFormulas(stream: Uint8Array): Uint8Array {
  const tame = stream.slice();
  const view = recordView(tame);
  for (let at = 0; at + 4 <= view.byteLength;) {
    const type = view.getUint16(at, true);
    const next = at + 4 + view.getUint16(at + 2, true);
    if (tokens.has(type)) view.setUint16(at, ignored, true);
    else if (formulas.has(type)) {
      if (at + 26 <= Math.min(next, view.byteLength)) view.setUint16(at + 24, noTokens, true);
      else view.setUint16(at, ignored, true);
    }
    at = next;
  }
  return tame;
}
