/** What is wrong with a package. Doors say it in their own words; `part` is the name of the part inside the package. */
export type PackageFault =
  | { readonly kind: 'notZip' }
  | { readonly kind: 'encryptedZip' }
  | { readonly kind: 'damagedPart'; readonly part: string }
  | { readonly kind: 'missingPart'; readonly part: string }
  /** No well-formed XML; `part` is empty where only the text was known. */
  | { readonly kind: 'malformedXml'; readonly part: string }
  /** A part is larger, unpacked, than `limit` bytes. */
  | { readonly kind: 'tooLarge'; readonly part: string; readonly size: number; readonly limit: number }
  | { readonly kind: 'tooManyCells'; readonly limit: number }
  | { readonly kind: 'tooManySheets'; readonly limit: number }
  /** A cell is said to stand where no sheet has one. */
  | { readonly kind: 'outsideSheet'; readonly part: string; readonly place: string }
  | { readonly kind: 'missingSheet'; readonly sheet: string }
  /** One cell stands so far below the others that the rows between are next to all there is. */
  | { readonly kind: 'strayCell'; readonly sheet: string; readonly a1: string }
  /** The rectangle that holds the values of a sheet is absurdly large. */
  | { readonly kind: 'sprawlingSheet'; readonly sheet: string; readonly rows: number; readonly columns: number };

/** A package that cannot be used. Everything else that src/ooxml throws is a defect of ours. */
export class PackageError extends Error {
  constructor(readonly fault: PackageFault) {
    super(`${fault.kind}${'part' in fault && fault.part ? ` ${fault.part}` : ''}`);
    this.name = 'PackageError';
  }
}

/** Runs `work` over the text of a part; what it finds malformed there is said with the name of that part. */
export function inPart<T>(part: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof PackageError && error.fault.kind === 'malformedXml' && error.fault.part === '')
      throw new PackageError({ kind: 'malformedXml', part });
    throw error;
  }
}
