import { cs02 } from './cs02';
import { f01 } from './f01';
import { f02 } from './f02';
import { f03 } from './f03';
import type { Layout } from './layout';
import { matrices } from './matrix';
import { publicForms } from './public/forms';
import { z01 } from './z01';
import { z01_1 } from './z01_1';
import { z02 } from './z02';
import { z03 } from './z03';
import { z04 } from './z04';
import { z06 } from './z06';
import { z07, z09, z11 } from './z07';

/** Every form that can be read. */
export const layouts: readonly Layout[] = [z01, z01_1, z02, z03, z04, z06, z07, z09, z11, ...matrices, f01, f02, f03, cs02, ...publicForms];
