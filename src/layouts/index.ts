import { forms } from './forms';
import type { Layout } from './layout';
import { publicForms } from './public/forms';

/** Every form that can be read. */
export const layouts: readonly Layout[] = [...Object.values(forms), ...publicForms];
