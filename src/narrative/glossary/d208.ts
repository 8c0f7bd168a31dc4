export const definitions208: Readonly<Record<string, string>> = {};
