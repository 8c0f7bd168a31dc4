/** A short hash of values (FNV-1a, 32 bits twice with different seeds): tells whether the cells of a finding have changed. */
export function fingerprint(values: readonly string[]): string {
  const text = values.join('\u0001');
  return hash(text, 0x811c9dc5) + hash(text, 0x01000193);
}

function hash(text: string, seed: number): string {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, '0');
}
