/** A selector for elements whose attribute has exactly this value. */
export const having = (attribute: string, value: string): string => `[${attribute}="${value.replace(/["\\]/g, '\\$&')}"]`;
/** … or begins with it. */
export const beginning = (attribute: string, value: string): string => having(attribute, value).replace('="', '^="');
