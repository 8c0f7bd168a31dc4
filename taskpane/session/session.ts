import type { Host, Mark } from '../../src/app/ports';
import type { Checked } from '../../src/app/check';
import { noProgress, type Progress } from '../../src/kernel/progress';
import { faultOf, UserError } from '../../src/kernel/errors';
import type { Aside } from '../../src/facts/outcome';
import type { CellRef, Sheet, Workbook } from '../../src/kernel/workbook';
import type { ReportDocument } from '../../src/narrative/document';
import type { Entry, Supplements } from '../../src/supplements/supplements';
import { isOwnSheet, ownSheets, type OwnSheet, type SheetPicture } from '../../src/sheets/picture';
import type { Engine } from './engine';
import { Store } from './store';
import { changesAgainst, staleParagraphs, withAccepted } from './stale';
import { startState, type Work } from './state';

/** How long the sheet must be quiet before a changed cell starts a new check, in ms. */
const quiet = 700;

/** How long after the last filled field 补充信息 is written, in ms. */
const settle = 1500;

const reading: Work = { what: 'reading', step: '读取工作簿', done: 0, total: 0, cancellable: true };
const checking: Work = { what: 'checking', step: '重新核对', done: 0, total: 0, cancellable: false };
const writing: Work = { what: 'writing', step: '生成说明', done: 0, total: 0, cancellable: true };
const saving: Work = { what: 'saving', step: '保存', done: 0, total: 0, cancellable: false };

/** Excel refuses everything while a cell is being edited. */
const isTyping = (error: unknown): boolean => faultOf(error, 'typing') !== undefined;

const unsaved = '填写的内容没有保存到“补充信息”表；报表没有改动。';
const untouched = '您的工作簿没有改动。';
const rewritable = '报表没有改动；再点一次“生成说明”会把“情况说明”等表重写完整。';

/** Drives the use cases over a host. Knows neither React nor Excel. */
export class Session extends Store {
  private workbook: Workbook | undefined;
  private prior: Workbook | undefined;
  private choose: Record<string, string> = {};
  private allowRenamedUnit = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writes = 0;
  /** 补充信息 as it is to be written once the hands are still. It counts already. */
  private pending: SheetPicture | undefined;
  private pendingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly host: Host,
    private readonly engine: Engine,
  ) {
    super();
  }

  /** Call once. Follows edits and the selection of the host. */
  async listen(): Promise<void> {
    await this.host.events.onChanged(({ sheet }) => this.edited(sheet));
    await this.host.events.onSelected((selected) => this.set({ selected }));
  }

  /** Reads the workbook in front and checks it. */
  readonly open = (): Promise<void> => this.openWith(() => Promise.resolve());

  /** The same after `prepare` has put another workbook in front. If it fails, the one before stays. */
  readonly openWith = (prepare: () => Promise<void>): Promise<void> =>
    this.enqueue(
      reading,
      async (progress) => {
        await prepare();
        this.forget();
        this.set({ phase: 'reading' });
        try {
          await this.read(progress);
          await this.check(progress);
        } catch (error) {
          this.set({ phase: error instanceof UserError ? 'unusable' : 'start' });
          throw error;
        }
        const wanted = (await this.host.settings.get('marks')) ?? (this.host.kind === 'workbench' ? 'on' : 'off');
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
        if (this.state().marked) await this.putMarks();
      },
      untouched,
    );
  };

  private edited(sheet: string): void {
    // Of our sheets only 补充信息 is read, and our own writing on it is no edit of the user.
    const idle = isOwnSheet(sheet) && (this.writes > 0 || sheet.trim() !== ownSheets.supplement);
    if (idle || this.state().phase !== 'ready') return;
    this.set({ outdated: true });
    this.checkSoon();
  }

  private checkSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.recheck(), quiet);
  }

  private async read(progress: Progress): Promise<void> {
    this.workbook = await this.host.source.read(progress);
    if (this.pending) this.hold([this.pending]);
    this.set({ file: this.workbook.file });
  }

  private async check(progress: Progress): Promise<void> {
    const { workbook, prior, choose, allowRenamedUnit } = this;
    const since = this.state().checked;
    const checked = await this.engine.check({ workbook: workbook!, prior, choose, allowRenamedUnit, since }, progress);
    const draft = await this.engine.draft(checked, progress);
    const { written } = this.state();
    this.set({
      phase: 'ready',
      checked,
      draft,
      outdated: false,
      hasReport: this.sheet(ownSheets.report) !== undefined,
      stale: written ? staleParagraphs(written.document, draft) : [],
    });
  }

  private sheet(name: string): Sheet | undefined {
    return this.workbook?.sheets.find((sheet) => sheet.name.trim() === name);
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
          if (this.workbook && this.state().phase === 'ready') await this.check(progress);
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
  private refusedPrior: Workbook | undefined;

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
    return this.enqueue(checking, (progress) => this.check(progress), untouched);
  };

  readonly generate = (): Promise<void> =>
    this.enqueue(
      writing,
      async (progress) => {
        await this.read(progress);
        await this.check(progress);
        await progress('生成说明', 0, 0);
        const before = this.sheet(ownSheets.report);
        const output = await this.engine.report(this.state().checked!, progress);
        const left = await this.write(output.pictures, progress);
        await this.putMarks(output.marks);
        const changed = before && changesAgainst(before, output.document);
        this.set({ written: { document: output.document, changed }, stale: [], hasReport: true, notice: `已生成“情况说明”。${left}` });
        await this.host.navigator.open(ownSheets.report);
      },
      rewritable,
    );

  /** Puts the new wording of one stale paragraph (of all, without an id) into the sheet. */
  readonly accept = (id?: string): Promise<void> =>
    this.enqueue(
      { ...writing, step: '更新说明' },
      async (progress) => {
        if (!this.state().written) return;
        // The sheet may have been edited by hand since it was read: what stands in it now is what must be kept.
        await this.read(progress);
        await this.check(progress);
        const { written, draft, checked } = this.state();
        if (!written || !draft || !checked) return;
        const document = withAccepted(written.document, draft, (one) => id === undefined || one === id);
        const { pictures } = await this.engine.report(checked, progress, document);
        await this.write(pictures, progress);
        this.set({ written: { document }, stale: staleParagraphs(document, draft) });
      },
      rewritable,
    );

  /** The text for Word and the text file: with what a person has written on the sheet 情况说明 by now. */
  readonly published = async (): Promise<ReportDocument> => {
    if (this.host.kind === 'excel') await this.read(noProgress);
    const { written, draft } = this.state();
    return this.engine.withKept((written?.document ?? draft)!, this.sheet(ownSheets.report));
  };

  /** Tells what the host could not do beside words, figures and charts. */
  private async write(pictures: readonly SheetPicture[], progress?: Progress): Promise<string> {
    this.writes++;
    try {
      const left = await this.host.sink.write(pictures, progress);
      this.hold(pictures);
      if (pictures.some(({ name }) => name === ownSheets.supplement)) this.pending = undefined;
      return left.join('');
    } finally {
      // Events of our own writing may still be on their way.
      setTimeout(() => this.writes--, quiet);
    }
  }

  /** Takes our sheets into the workbook as it is known here. */
  private hold(pictures: readonly SheetPicture[]): void {
    const own = new Map(pictures.map((picture) => [picture.name as string, this.engine.snapshot(picture)]));
    const others = this.workbook!.sheets.filter((sheet) => !own.has(sheet.name));
    this.workbook = { ...this.workbook!, sheets: [...others, ...own.values()] };
  }

  /** Every write into Excel empties its list of undo steps: fields filled one after the other are written once. */
  private async putSupplements(picture: SheetPicture): Promise<void> {
    if (this.host.kind === 'workbench') return void (await this.write([picture]));
    this.hold([picture]);
    this.pending = picture;
    this.putSoon();
  }

  private putSoon(): void {
    clearTimeout(this.pendingTimer);
    const put = async (): Promise<void> => {
      try {
        if (this.pending) await this.write([this.pending]);
      } catch (error) {
        if (!isTyping(error)) throw error;
        this.putSoon();
      }
    };
    this.pendingTimer = setTimeout(() => void this.enqueue(saving, put, unsaved, true), settle);
  }

  /** Changes what a person supplies: kept on the sheet 补充信息, then checked and worded anew. */
  private supply(change: (checked: Checked) => { supplements?: Supplements; asides?: readonly Aside[] }, notice?: string): Promise<void> {
    return this.enqueue(
      saving,
      async (progress) => {
        const { checked } = this.state();
        if (!checked) return;
        const { supplements = checked.supplements, asides = checked.asides } = change(checked);
        await this.putSupplements(this.engine.supplementSheet(checked, supplements, asides));
        await this.check(progress);
        if (this.state().marked) await this.putMarks();
        if (notice) this.set({ notice });
      },
      unsaved,
    );
  }

  readonly enter = (entries: readonly (readonly [key: string, value: Entry['value'] | undefined])[], notice?: string): Promise<void> =>
    this.supply(
      ({ supplements }) => ({ supplements: entries.reduce((all, [key, value]) => this.engine.withEntry(all, key, value), supplements) }),
      notice,
    );

  /** Takes over a whole set, e.g. a JSON file; what it names wins over what is there. */
  readonly takeOver = (more: Supplements): Promise<void> =>
    this.supply(({ supplements }) => ({ supplements: this.engine.merge(supplements, more) }), '已导入补充信息。');

  /** 已核实: sets findings aside with a reason. It holds while their cells keep their values. */
  readonly setAside = (ids: readonly string[], reason: string): Promise<void> =>
    this.supply(({ asides, report }) => {
      const fresh = report.findings.filter((finding) => ids.includes(finding.id));
      const at = this.engine.today();
      const added = fresh.map(({ id, rule, fingerprint }): Aside => ({ id, rule, fingerprint, reason, at }));
      return { asides: [...asides.filter((aside) => !ids.includes(aside.id)), ...added] };
    });

  readonly takeBack = (ids: readonly string[]): Promise<void> =>
    this.supply(({ asides }) => ({ asides: asides.filter((aside) => !ids.includes(aside.id)) }));

  private async putMarks(marks?: readonly Mark[]): Promise<void> {
    const { checked } = this.state();
    if (!checked) return;
    const { refused } = await this.host.marker.mark(marks ?? this.engine.marks(checked));
    await this.host.settings.set('marks', 'on');
    this.set({ marked: true, refused });
  }

  readonly showMarks = (): Promise<void> => this.enqueue({ ...writing, step: '标出问题单元格' }, () => this.putMarks(), untouched);

  readonly clearMarks = (): Promise<void> =>
    this.enqueue(
      { ...writing, step: '清除标记' },
      async () => {
        await this.host.marker.clear();
        await this.host.settings.set('marks', 'off');
        this.set({ marked: false, refused: [], notice: '标记已全部清除，单元格恢复原样。' });
      },
      untouched,
    );

  readonly goTo = (at: CellRef): Promise<void> => this.quietly(() => this.host.navigator.select(at));
  readonly openSheet = (name: OwnSheet): Promise<void> => this.quietly(() => this.host.navigator.open(name));

  /** A step of the pane itself (saving a file) with the same care for failures. What it returns is told. */
  readonly attempt = (step: string, job: () => Promise<string | void>): Promise<void> =>
    this.enqueue(
      { ...saving, step },
      async () => {
        const notice = await job();
        if (notice) this.set({ notice });
      },
      untouched,
    );

  /** Small steps that show no progress but may still fail. */
  private async quietly(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      await this.enqueue(checking, () => Promise.reject(error), untouched);
    }
  }

  /** Back to the beginning, for another workbook. */
  private forget(): void {
    clearTimeout(this.timer);
    clearTimeout(this.pendingTimer);
    this.pending = undefined;
    this.choose = {};
    this.allowRenamedUnit = false;
    this.workbook = this.prior = this.refusedPrior = undefined;
    const fresh = { file: undefined, checked: undefined, draft: undefined, written: undefined, prior: undefined, selected: undefined };
    this.set({ ...startState, ...fresh, work: this.state().work });
  }
}
