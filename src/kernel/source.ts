/** Where a form, a rule or a sentence comes from. `house` is our own advice and never dressed up as the regulator's. */
export interface Source {
  readonly by: 'official' | 'derived' | 'house';
  /** Name of the notice or form, as printed; with the year it is of, where known, so that every finding tells it. */
  readonly doc: string;
  /** Form number, formula number or article. */
  readonly clause: string;
  readonly url?: string;
  /** Set when the fact has not been seen on a real workbook yet (the «own»/K marks of the domain notes). */
  readonly unverified?: boolean;
}
