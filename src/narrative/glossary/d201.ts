export const definitions201: Readonly<Record<string, string>> = {};
