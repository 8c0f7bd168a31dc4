/** What is wrong with a package. Doors say it in their own words; `part` is the name of the part inside the package. */
export type PackageFault =
  | { readonly kind: 'notZip' }
  | { readonly kind: 'encryptedZip' }
  | { readonly kind: 'damagedPart'; readonly part: string }
  | { readonly kind: 'missingPart'; readonly part: string }
  /** No well-formed XML; `part` is empty where only the text was known. */
  | { readonly kind: 'malformedXml'; readonly part: string };

/** A package that cannot be used. Everything else that src/ooxml throws is a defect of ours. */
export class PackageError extends Error {
  constructor(readonly fault: PackageFault) {
    super(`${fault.kind}${'part' in fault && fault.part ? ` ${fault.part}` : ''}`);
    this.name = 'PackageError';
  }
}
