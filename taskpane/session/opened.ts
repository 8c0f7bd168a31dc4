import type { Assistant } from '../../src/app/assistant';
import type { Dossier } from '../../src/app/dossier';
import type { Host } from '../../src/app/ports';
import { leaving } from '../../src/app/left-behind';
import { unfinishedIn } from '../../src/app/own-sheets';
import { keptIn } from '../../src/app/published-words';
import { staleParagraphs } from '../../src/app/stale';
import { UserError } from '../../src/kernel/errors';
import type { Progress } from '../../src/kernel/progress';
import type { Workbook } from '../../src/kernel/workbook';
import type { Kept } from '../../src/narrative/document';
import type { Profile } from '../../src/narrative/profile';
import { isOwnSheet, ownSheets } from '../../src/kernel/own-sheets';
import { makeReady } from '../needs/shown';
import { Front, isTyping } from './front';
import { rememberedProfile } from './own-profile';
import { Marking } from './marking';
import { allParts, startState } from './state';
import { checking, reading, saving, unmarked, unsaved, untouched } from './work';

/** How long the sheet must be quiet before a changed cell starts a new check, in ms. */
const quiet = 700;

/** What is open: this year's workbook and last year's, the profile, and the marks. Follows the edits of the user. */
export class Opened extends Marking {
  protected readonly front: Front;
  private prior: Workbook | undefined;
  private refusedPrior: Workbook | undefined;
  private choose: Record<string, string> = {};
  private allowRenamedUnit = false;
  private profile: Profile;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: Host,
    readonly assistant: Assistant,
  ) {
    super(host);
    this.profile = assistant.profiles[0];
    this.front = new Front(host, (job) => {
      void this.enqueue(saving, job, unsaved, true);
      // Now that 补充信息 is written, the list of undo steps is empty anyway. A job of its own: what it fails of is told of it alone.
      void this.enqueue(checking, () => this.catchUp(), unmarked, true);
    });
  }

  private async catchUp(): Promise<void> {
    if (!this.front.isWaiting && this.state().marksBehind) await leaving(unmarked, () => this.putMarks());
  }

  /** Call once. Follows edits and the selection of the host. */
  async listen(): Promise<void> {
    await this.host.events.onChanged(({ sheet }) => this.edited(sheet));
    await this.host.events.onSelected((selected) => {
      this.set({ selected });
      this.moved(selected);
    });
  }

  protected get dossier(): Dossier | undefined {
    const { profile, checked, draft } = this.state();
    return profile && checked && draft && { profile, checked, draft };
  }

  /** Reads the workbook in front and checks it. */
  readonly open = (): Promise<void> => this.openWith(() => Promise.resolve());

  /** The same after `prepare` has put another workbook in front. If it fails, the one before stays. */
  readonly openWith = (prepare: () => Promise<void>): Promise<void> =>
    this.enqueue(
      reading,
      async (progress) => {
        await prepare();
        // What is in front now is drawn first.
        await this.pause();
        this.forget();
        this.set({ phase: 'reading' });
        try {
          const own = await rememberedProfile(await this.host.settings.get('ownProfile'));
          const id = (await this.host.settings.get('profile')) ?? '';
          this.profile = this.assistant.profile(id) ?? (own?.id === id ? own : this.assistant.profiles[0]);
          this.set({ own });
          await this.read(progress);
          const { checked } = await this.check(progress);
          if (this.profile === own && (await this.host.settings.get('ownProfileOf')) !== checked.report.unit)
            await this.forgetOwn(progress);
        } catch (error) {
          this.set({ phase: error instanceof UserError ? 'unusable' : 'start' });
          throw error;
        }
        const wanted = (await this.host.settings.get('marks')) ?? (this.host.can.markByDefault ? 'on' : 'off');
        if (wanted === 'on') await this.putMarks();
      },
      untouched,
    );

  /** Reads again after an edit and checks again. Marks that are shown follow. */
  readonly recheck = (): Promise<void> => {
    if (this.state().phase !== 'ready') return this.open();
    return this.enqueue(
      checking,
      async (progress) => {
        try {
          await this.read(progress);
        } catch (error) {
          // The user is typing the next cell already: no failure, only not yet.
          if (!isTyping(error)) throw error;
          this.set({ outdated: true });
          this.checkSoon();
          return;
        }
        await this.check(progress);
        await this.followMarks();
      },
      untouched,
    );
  };

  private edited(sheet: string): void {
    // Of our sheets only 补充信息 is read, and our own writing on it is no edit of the user.
    const idle = isOwnSheet(sheet) && (this.front.isWriting || sheet.trim() !== ownSheets.supplement);
    if (idle || this.state().phase !== 'ready') return;
    this.lastEdited = sheet;
    this.set({ outdated: true });
    this.checkSoon();
  }

  private checkSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.recheck(), quiet);
  }

  protected async read(progress: Progress): Promise<void> {
    const { file } = await this.front.read(progress);
    this.set({ file });
  }

  protected async check(progress: Progress): Promise<Dossier> {
    const { prior, choose, allowRenamedUnit, profile } = this;
    const workbook = this.front.workbook!;
    const dossier = await this.assistant.open({ workbook, prior, choose, allowRenamedUnit, profile, since: this.dossier }, progress);
    const kept = await this.readied(dossier, progress);
    const fresh = this.state().phase !== 'ready';
    this.know(dossier, kept, fresh ? 1 : undefined);
    if (fresh) await this.drawAll();
    return dossier;
  }

  /** The words of a person on the sheet 情况说明, with all that the pane shows of a dossier worked out. */
  protected async readied(dossier: Dossier, progress: Progress): Promise<Kept | undefined> {
    const kept = keptIn(this.front.workbook!, dossier.draft);
    await makeReady(dossier, kept, progress);
    await this.pause();
    return kept;
  }

  protected know(dossier: Dossier, kept = keptIn(this.front.workbook!, dossier.draft), parts = this.state().parts): void {
    const { written } = this.state();
    const hasReport = this.front.sheet(ownSheets.report) !== undefined;
    const stale = written ? staleParagraphs(written.document, dossier.draft) : [];
    const unfinished = unfinishedIn(this.front.workbook!);
    this.set({ ...dossier, kept, phase: 'ready', outdated: false, hasReport, unfinished, stale, parts });
  }

  /** The parts of the report come one after the other, each drawn in a task of its own: all at once take longer than a frame. */
  private async drawAll(): Promise<void> {
    for (let parts = this.state().parts + 1; parts <= allParts; parts++) {
      await this.pause();
      this.set({ parts });
    }
    await this.pause();
  }

  /** Last year's workbook; undefined takes it away again. */
  readonly usePrior = (open: (() => Promise<Workbook>) | undefined): Promise<void> => {
    const earlier = this.prior;
    this.allowRenamedUnit = false;
    return this.enqueue(
      { ...reading, step: '读取上年工作簿', cancellable: false },
      async (progress) => {
        const prior = await open?.();
        this.prior = prior;
        try {
          if (this.state().phase === 'ready') await this.check(progress);
          this.set({ prior: prior && { file: prior.file } });
        } catch (error) {
          // Kept, so that the user may confirm the new name; it counts only after that.
          this.refusedPrior = prior;
          this.prior = earlier;
          throw error;
        }
      },
      untouched,
    );
  };

  /** The user has confirmed that the unit of last year's workbook is this unit under its former name. */
  readonly confirmRenamed = (): Promise<void> => {
    const prior = this.refusedPrior;
    const done = this.usePrior(prior && (() => Promise.resolve(prior)));
    this.allowRenamedUnit = true;
    return done;
  };

  /** Which of two copies of a form counts. */
  readonly chooseCopy = (table: string, sheet: string): Promise<void> => {
    this.choose = { ...this.choose, [table]: sheet };
    return this.enqueue(checking, async (progress) => void (await this.check(progress)), untouched);
  };

  /** Under which profile the report is written. Remembered; what was written under another one is no longer compared with. */
  readonly chooseProfile = (profile: Profile): Promise<void> => this.writeUnder(profile, async () => undefined);

  /** The same with a profile of the unit's own; `text` is its file, remembered with it. */
  readonly takeProfile = (profile: Profile, text: string): Promise<void> =>
    this.writeUnder(profile, async () => {
      await this.host.settings.set('ownProfile', text);
      await this.host.settings.set('ownProfileOf', this.state().checked?.report.unit ?? '');
      this.set({ own: profile });
    });

  /** Where the machine remembers it and not the workbook, it may be that of another unit. */
  private async forgetOwn(progress: Progress): Promise<void> {
    this.profile = this.assistant.profiles[0];
    await this.check(progress);
  }

  private readonly writeUnder = (profile: Profile, keep: () => Promise<void>): Promise<void> =>
    this.enqueue(
      checking,
      async (progress) => {
        await keep();
        await this.host.settings.set('profile', profile.id);
        this.profile = profile;
        this.set({ written: undefined });
        await this.check(progress);
        if (this.state().marked) await this.putMarks();
      },
      untouched,
    );

  /** Back to the beginning, for another workbook. */
  private forget(): void {
    clearTimeout(this.timer);
    this.front.forget();
    this.forgetMarks();
    this.choose = {};
    this.allowRenamedUnit = false;
    this.prior = this.refusedPrior = undefined;
    this.renew({ ...startState, work: this.state().work });
  }
}
