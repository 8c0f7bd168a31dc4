import type { Aside } from '../facts/outcome';
import { noProgress, type Progress } from '../kernel/progress';
import type { Sheet, Workbook } from '../kernel/workbook';
import type { ReportDocument } from '../narrative/document';
import { placed } from '../narrative/placed';
import type { Profile } from '../narrative/profile';
import type { Section } from '../narrative/section';
import type { AnyRule } from '../rules/rule';
import type { SheetPicture } from '../sheets/picture/picture';
import { snapshotOf } from '../sheets/picture/snapshot';
import type { Supplements } from '../supplements/supplements';
import { check, type Checked, type CheckRequest } from './check';
import type { Dossier } from './dossier';
import type { ReportOptions, ReportOutput } from './report';
import { withAccepted } from './stale';

/** What the product knows: a door hands in the registries, the core itself knows none of their entries. */
export interface Registries {
  readonly rules: readonly AnyRule[];
  /** Fetched with the first workbook: nothing of the text is needed before one is read. */
  readonly sections: () => Promise<readonly Section[]>;
  /** The first is the default. */
  readonly profiles: readonly [Profile, ...Profile[]];
}

export interface OpenRequest extends Omit<CheckRequest, 'budget' | 'since'> {
  readonly profile: Profile;
  /** What was known before the last edits of this very workbook: only what depends on them is worked out again. */
  readonly since?: Dossier;
}

/** What a person changes: the supplements, the findings set aside, or both. */
export interface AskedChange {
  readonly supplements?: Supplements;
  readonly asides?: readonly Aside[];
}

/** The use cases, the same for every door. None touches a host; each may throw UserError, and then nothing has changed. */
export interface Assistant {
  readonly profiles: Registries['profiles'];
  /** undefined for an unknown id. */
  profile(id: string): Profile | undefined;
  /** Reads and checks; writes no text. */
  check(request: OpenRequest, progress?: Progress): Promise<Checked>;
  /** Reads, checks and drafts. */
  open(request: OpenRequest, progress?: Progress): Promise<Dossier>;
  /** Our four sheets, the text and the marks. */
  report(dossier: Dossier, options: ReportOptions, progress?: Progress): Promise<ReportOutput>;
  /** What a person has filled in or set aside: the dossier with it, and the sheet 补充信息 that is to keep it. */
  supply(
    dossier: Dossier,
    change: AskedChange,
    progress?: Progress,
  ): Promise<{ readonly dossier: Dossier; readonly picture: SheetPicture }>;
  /** The written text with the paragraphs that the user accepts in the wording of now. */
  accept(written: ReportDocument, dossier: Dossier, accepted: (paragraph: string) => boolean): ReportDocument;
}

/** The writing of the text is a part of its own, which a pane fetches while it reads the first workbook. */
const writing = () => import(/* webpackChunkName: "text" */ '../narrative/write');

/** The sheets are drawn by a part of its own, which a pane fetches when the first one is written. */
const drawing = () => import(/* webpackChunkName: "sheets" */ './report');

/** The use cases of all doors over these registries. What cannot be used is refused with a UserError; amounts are in 元 throughout. */
export function assistant({ rules, sections, profiles }: Registries): Assistant {
  const checkIt = ({ profile, since, ...request }: OpenRequest, progress: Progress): Promise<Checked> =>
    check(
      { ...request, budget: profile.budget, since: since?.profile.budget === profile.budget ? since.checked : undefined },
      rules,
      progress,
    );

  /** The text alone, in steps: the host breathes between two. */
  const write = async (
    years: Checked['years'],
    supplements: Supplements,
    profile: Profile,
    progress: Progress,
  ): Promise<ReportDocument> => {
    const total = profile.sections.length + 2;
    const [{ writeSteps }, known] = await Promise.all([writing(), sections()]);
    const steps = writeSteps({ years, supplements }, known, profile);
    const begun = new Set<string>();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      await progress(`拟写 ${step.value}`, begun.add(step.value).size, total);
    }
  };

  return {
    profiles,
    profile: (id) => profiles.find((profile) => profile.id === id),
    check: (request, progress = noProgress) => checkIt(request, progress),
    async open(request, progress = noProgress) {
      const { profile, since } = request;
      // On the way while the workbook is checked; where that fails, it is asked for again.
      Promise.all([writing(), sections()]).catch(() => undefined);
      const checked = await checkIt(request, progress);
      const same =
        since && since.profile === profile && since.checked.years === checked.years && since.checked.supplements === checked.supplements;
      return { profile, checked, draft: same ? since.draft : await write(checked.years, checked.supplements, profile, progress) };
    },
    async report(dossier, options, progress = noProgress) {
      const { reportSteps, reportStepCount } = await drawing();
      const steps = reportSteps(dossier, options);
      const begun = new Set<string>();
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return step.value;
        await progress(step.value, begun.add(step.value).size, reportStepCount);
      }
    },
    async supply(dossier, change, progress = noProgress) {
      const { checked, profile } = dossier;
      const { supplements = checked.supplements, asides = checked.asides } = change;
      const changed = supplements !== checked.supplements;
      const draft = changed ? await write(checked.years, supplements, profile, progress) : dossier.draft;
      const { supplementPicture } = await drawing();
      const slices = supplementPicture({ ...dossier, draft }, supplements, asides);
      let slice = slices.next();
      for (; !slice.done; slice = slices.next()) await progress('整理补充信息', 0, 1);
      const { picture, places } = slice.value;
      const workbook = withSheets(checked.workbook, [snapshotOf(picture)]);
      const again = await check({ ...checked.request, supplement: undefined, workbook, since: checked }, rules, progress);
      // The sheet reads back what was put on it; the words of the text do not depend on the cell they came from.
      return { dossier: { profile, checked: again, draft: placed(draft, places) }, picture };
    },
    accept: (written, { draft }, accepted) => withAccepted(written, draft, accepted),
  };
}

/** The workbook with these sheets of ours in place of those that stood there. */
export function withSheets(workbook: Workbook, own: readonly Sheet[]): Workbook {
  const names = new Set(own.map(({ name }) => name));
  return { ...workbook, sheets: [...workbook.sheets.filter(({ name }) => !names.has(name)), ...own] };
}
