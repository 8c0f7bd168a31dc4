import { assistant } from '../app/assistant';
import { profiles } from '../narrative/profiles/index';
import { sections } from '../narrative/sections/index';
import { rules } from '../rules/index';

/** The use cases with everything this product knows: its rules, its sections, its profiles. Every door works with it. */
export const product = assistant({ rules, sections, profiles });
