/** Ids that are no longer used. They are never used again; saved reports and set-asides speak of them. */
export const retired: readonly { readonly id: string; readonly year: number; readonly why: string }[] = [];
