/** What Excel answers instead of a result: a code of Excel.ErrorCodes and its English message. */
export class OfficeError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = 'OfficeError';
  }
}

export const itemNotFound = (what: string): OfficeError =>
  new OfficeError('ItemNotFound', `The requested resource doesn't exist. [${what}]`, 404);
export const invalidArgument = (why: string): OfficeError =>
  new OfficeError('InvalidArgument', `The argument is invalid or missing or has an incorrect format. [${why}]`);
export const accessDenied = (why: string): OfficeError =>
  new OfficeError('AccessDenied', `You cannot perform the requested operation. [${why}]`, 403);
/** A member that nobody has written yet must never pass for one that works. */
export const notImplemented = (what: string): OfficeError => new OfficeError('ApiNotFound', `[fake] ${what} is not implemented`, 404);
