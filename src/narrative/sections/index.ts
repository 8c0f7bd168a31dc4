import type { Section } from '../section';
import { s08Shanghai, s09Shanghai } from './shanghai/funds';
import { s05Shanghai, s06Shanghai } from './shanghai/general-budget';
import { s07Shanghai } from './shanghai/official';
import { s10Shanghai, s11Shanghai } from './shanghai/other';
import { s02Shanghai, s03Shanghai } from './shanghai/structure';
import { s01Shanghai, s04Shanghai } from './shanghai/totals';
import { s01Overall } from './s01-overall';
import { s02Income } from './s02-income';
import { s03Expenditure } from './s03-expenditure';
import { s04Fiscal } from './s04-fiscal';
import { s05GeneralBudget } from './s05-general-budget';
import { s06Basic } from './s06-basic';
import { s07Official } from './s07-official';
import { s08Fund } from './s08-fund';
import { s09Capital } from './s09-capital';
import { s10Agency, s10Assets, s10Other, s10Performance, s10Procurement } from './s10-other';
import { notesSection } from './notes';
import { textSection } from './text';

/** All section modules; a profile chooses by name. */
export const sections: readonly Section[] = [
  s01Overall,
  s02Income,
  s03Expenditure,
  s04Fiscal,
  s05GeneralBudget,
  s06Basic,
  s07Official,
  s08Fund,
  s09Capital,
  s10Other,
  s10Agency,
  s10Procurement,
  s10Assets,
  s10Performance,
  s01Shanghai,
  s02Shanghai,
  s03Shanghai,
  s04Shanghai,
  s05Shanghai,
  s06Shanghai,
  s07Shanghai,
  s08Shanghai,
  s09Shanghai,
  s10Shanghai,
  s11Shanghai,
  notesSection,
  textSection,
];
