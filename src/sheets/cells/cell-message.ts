/** Excel takes no longer title and no longer text in the message of a cell. */
const LONGEST = { title: 32, message: 255 } as const;

/** A text of at most so many characters; a longer one ends in `end`. Never cuts a character in two. */
function clipped(text: string, most: number, end = '…'): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - end.length);
  return (/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept) + end;
}

/** The message that shows when a cell is selected, cut to what Excel takes. */
export const cellMessage = (title: string, message: string, end?: string): { readonly title: string; readonly message: string } => ({
  title: clipped(title, LONGEST.title),
  message: clipped(message, LONGEST.message, end),
});
