import { assistant } from '../app/assistant';
import { profiles } from '../narrative/profiles/index';
import { rules } from '../rules/index';

const sections = async () => (await import(/* webpackChunkName: "text" */ '../narrative/sections/index')).sections;

/** The use cases with everything this product knows: its rules, its sections, its profiles. Every door works with it. */
export const product = assistant({ rules, sections, profiles });
