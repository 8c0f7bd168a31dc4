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

/** Does a job whose failure leaves something behind that the user must know. */
export async function leaving<Result>(left: string, job: () => Promise<Result>): Promise<Result> {
  try {
    return await job();
  } catch (error) {
    throw new LeftBehind(left, error instanceof Error ? error : new Error(String(error)));
  }
}
