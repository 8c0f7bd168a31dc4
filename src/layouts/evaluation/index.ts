import type { Scheme } from './scheme';
import { sichuanDept2025 } from './sichuan-dept-2025';

export const schemes: readonly Scheme[] = [sichuanDept2025];
export const defaultScheme = sichuanDept2025;
export const schemeById = (id: string): Scheme | undefined => schemes.find((scheme) => scheme.id === id);
