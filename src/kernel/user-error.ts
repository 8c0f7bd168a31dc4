/**
 * An input that cannot be used. The message is for the accountant: what is wrong, where, what to do.
 * Everything else that is thrown is a defect of ours.
 */
export class UserError extends Error {
  constructor(
    message: string,
    readonly where: { readonly file?: string; readonly sheet?: string; readonly a1?: string } = {},
  ) {
    super(message);
    this.name = 'UserError';
  }
}
