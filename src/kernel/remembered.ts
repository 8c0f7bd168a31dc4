/** Texts that are kept; then all are forgotten, so that a county of workbooks takes no more memory than one. */
const MOST = 4096;

/** The same function of a text, which remembers what it answered: forms print the same few thousand words over and over. */
export function remembered(answer: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = answer(text);
    // Amounts that stand as text are never the same twice, and long texts are no words of a form.
    const first = text.charCodeAt(0);
    if (text.length > 60 || (first >= 45 && first <= 57)) return now;
    if (known.size >= MOST) known.clear();
    known.set(text, now);
    return now;
  };
}
