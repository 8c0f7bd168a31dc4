/** What every form prints above its grid. */
export interface Heading {
  readonly unitName: string;
  readonly year: number;
}
