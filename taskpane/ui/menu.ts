export interface Action {
  readonly label: string;
  readonly run: () => void;
}
export interface MenuProps {
  /** What stands on the button. */
  readonly label: string;
  /** What the button is called, where its label alone says too little. */
  readonly name?: string;
  readonly small?: boolean;
  readonly disabled?: boolean;
  readonly actions: readonly Action[];
}
