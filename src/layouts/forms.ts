import { cs02 } from './cs02';
import { f01 } from './f01';
import { f02 } from './f02';
import { f03 } from './f03';
import type { Layout } from './layout';
import { z05, z05_1, z05_2, z05_3, z08, z08_1, z08_2, z10, z10_1, z10_2, z12 } from './matrix';
import { z01 } from './z01';
import { z01_1 } from './z01_1';
import { z02 } from './z02';
import { z03 } from './z03';
import { z04 } from './z04';
import { z06 } from './z06';
import { z07, z09, z11 } from './z07';

const register = <const Forms extends { readonly [Id in keyof Forms]: Layout & { readonly id: Id } }>(forms: Forms): Forms => forms;

/** The forms of the 财决 workbook by id, in their printed order. Keys, patterns and tests are derived from these. */
export const forms = register({
  Z01: z01,
  Z01_1: z01_1,
  Z02: z02,
  Z03: z03,
  Z04: z04,
  Z05: z05,
  Z05_1: z05_1,
  Z05_2: z05_2,
  Z05_3: z05_3,
  Z06: z06,
  Z07: z07,
  Z08: z08,
  Z08_1: z08_1,
  Z08_2: z08_2,
  Z09: z09,
  Z10: z10,
  Z10_1: z10_1,
  Z10_2: z10_2,
  Z11: z11,
  Z12: z12,
  F01: f01,
  F02: f02,
  F03: f03,
  CS02: cs02,
});
