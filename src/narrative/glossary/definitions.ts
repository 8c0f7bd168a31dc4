import { definitions201 } from './d201';
import { definitions208 } from './d208';

const all: Readonly<Record<string, string>> = { ...definitions201, ...definitions208 };
/** Endings that mean the same under every 款 of 一般公共服务 and its kin. */
export const definitionOf = (code: string): string | undefined => all[code];
