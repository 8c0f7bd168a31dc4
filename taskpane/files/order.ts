/** Two workbooks at once: the later year is this year's. Years are taken from the file names; without any, the order given counts. */
export function inOrder<Named extends { readonly name: string }>(books: readonly Named[]): readonly Named[] {
  const year = ({ name }: Named): string => /20\d{2}/.exec(name)?.[0] ?? '';
  return [...books].sort((a, b) => year(b).localeCompare(year(a)));
}
