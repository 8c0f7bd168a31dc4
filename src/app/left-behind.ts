/** A failure of ours while a host was being written to: what it leaves behind, in whole sentences for the user. */
export class LeftBehind extends Error {
  constructor(
    readonly left: string,
    readonly reason: Error,
  ) {
    super(reason.message);
    this.name = 'LeftBehind';
  }
}
