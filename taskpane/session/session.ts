import { withSheets } from '../../src/app/assistant';
import type { AskedChange } from '../../src/app/assistant';
import type { Dossier } from '../../src/app/dossier';
import { inOrder } from '../../src/app/pictures';
import { publishedOf } from '../../src/app/published-words';
import { ownWords, withWords } from '../../src/app/reword';
import { leaving } from '../../src/app/left-behind';
import { changesAgainst, staleParagraphs } from '../../src/app/stale';
import type { Booklet } from '../../src/booklet/booklet';
import type { BookletPart } from '../../src/booklet/parts';
import { isoDate } from '../../src/kernel/date';
import { noProgress, type Progress } from '../../src/kernel/progress';
import type { Aside } from '../../src/facts/outcome';
import type { CellRef, Workbook } from '../../src/kernel/workbook';
import type { PublishedDocument } from '../../src/narrative/document';
import { mergeSupplements, withEntry } from '../../src/supplements/merge';
import type { Entry, Supplements } from '../../src/supplements/supplements';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { ownSheets, type OwnSheet } from '../../src/kernel/own-sheets';
import { Opened } from './opened';
import type { PaneState } from './state';
import { checking, marksLacking, reading, rewritable, saving, unmarked, unsaved, untouched, writing } from './work';

/** Drives the use cases over a host. Knows neither React nor Excel. */
export class Session extends Opened {
  readonly generate = (): Promise<void> =>
    this.enqueue(
      writing,
      async (progress) => {
        await this.read(progress);
        const dossier = await this.check(progress);
        await progress('生成说明', 0, 0);
        const before = this.front.sheet(ownSheets.report);
        const output = await this.assistant.report(dossier, { date: isoDate(new Date()) }, progress);
        this.commit();
        await this.pause();
        const left = await this.front.write(inOrder(output.pictures), progress);
        await this.pause();
        const changed = before && changesAgainst(before, output.document);
        const done = { written: { document: output.document, changed }, stale: [], hasReport: true, unfinished: [] };
        const unkept = await this.marking(done, () => this.putMarks(output.marks));
        await this.pause();
        const unopened = await this.opening(ownSheets.report);
        await this.pause();
        // Said last: who reads it may act at once, and finds the marks on.
        this.set({ notice: `已生成“情况说明”。${left}${unkept}${unopened}` });
      },
      rewritable,
    );

  /** Puts the new wording of one stale paragraph (of all, without an id) into the sheet. */
  readonly accept = (id?: string): Promise<void> =>
    this.enqueue(
      { ...writing, step: '更新说明' },
      async (progress) => {
        const { written } = this.state();
        if (!written) return;
        // The sheet may have been edited by hand since it was read: what stands in it now is what must be kept.
        await this.read(progress);
        const dossier = await this.check(progress);
        const mixed = this.assistant.accept(written.document, dossier, (one) => id === undefined || one === id);
        const output = await this.assistant.report(dossier, { date: isoDate(new Date()), document: mixed }, progress);
        const { document } = output;
        this.commit();
        await this.front.write(inOrder(output.pictures), progress);
        const done = { written: { document }, unfinished: [], stale: staleParagraphs(document, dossier.draft) };
        this.tell(await this.marking(done, () => this.renewMarks(output.marks)));
      },
      rewritable,
    );

  /** A paragraph in the words of the user, or, without words, given back to us. Our sheets are written if they do not stand yet. */
  readonly reword = (id: string, words: string | undefined): Promise<void> =>
    this.enqueue(
      { ...writing, step: '保存改写的段落', cancellable: false },
      async (progress) => {
        await this.read(progress);
        const dossier = await this.check(progress);
        const document = this.state().written?.document ?? dossier.draft;
        const options = { date: isoDate(new Date()), document };
        const sheet = this.front.sheet(ownSheets.report) ?? snapshotOf((await this.assistant.report(dossier, options)).pictures.情况说明);
        const text = words ?? ownWords(document, id);
        if (text === undefined) return;
        const workbook = withSheets(dossier.checked.workbook, [withWords(sheet, id, text)]);
        const edited = { ...dossier, checked: { ...dossier.checked, workbook } };
        const output = await this.assistant.report(edited, options, progress);
        await this.front.write(inOrder(output.pictures), progress);
        this.set({ written: { document: output.document } });
        this.know(dossier);
        this.tell(await this.marking({}, () => this.renewMarks(output.marks)));
      },
      rewritable,
    );

  /** The marks that belong to what was just written. It stands whatever becomes of them, and is shown as done only with them. */
  private async marking(done: Partial<PaneState>, mark: () => Promise<string>): Promise<string> {
    this.step('正在标出问题单元格');
    try {
      return await leaving(marksLacking, mark);
    } finally {
      this.set(done);
    }
  }

  /** Shows what was written. It stands all the same where Excel will not come to it. */
  private async opening(sheet: OwnSheet): Promise<string> {
    try {
      await this.host.navigator.open(sheet);
      return '';
    } catch {
      return `请点工作表标签“${sheet}”查看。`;
    }
  }

  /** The text for Word and the text file: with what a person has written on the sheet 情况说明 by now. */
  readonly published = async (): Promise<PublishedDocument> => {
    if (this.host.can.editableByUser) await this.read(noProgress);
    const { written, draft } = this.state();
    return publishedOf(this.front.workbook!, (written?.document ?? draft)!);
  };

  /** 整本: cover, contents and the parts that are not left out. Throws where nothing has been read yet. */
  readonly whole = async (leaveOut: readonly BookletPart[]): Promise<Booklet> => {
    const report = await this.published();
    const { wholeDocument } = await import(/* webpackChunkName: "whole" */ '../../src/app/whole');
    return wholeDocument(this.dossier!, { report, leaveOut });
  };

  /** Changes what a person supplies: kept on the sheet 补充信息, then checked and worded anew. */
  private supply(change: (dossier: Dossier) => AskedChange, notice?: string): Promise<void> {
    return this.enqueue(
      saving,
      async (progress) => {
        const { dossier } = this;
        if (!dossier) return;
        const supplied = await this.assistant.supply(dossier, change(dossier), progress);
        const kept = await this.readied(supplied.dossier, progress);
        await this.front.keep(supplied.picture);
        this.know(supplied.dossier, kept);
        await leaving(unmarked, () => this.followMarks());
        this.tell(notice);
      },
      unsaved,
    );
  }

  readonly enter = (entries: readonly (readonly [key: string, value: Entry['value'] | undefined])[], notice?: string): Promise<void> =>
    this.supply(
      ({ checked }) => ({ supplements: entries.reduce((all, [key, value]) => withEntry(all, key, value), checked.supplements) }),
      notice,
    );

  /** Takes over a whole set, e.g. a JSON file; what it names wins over what is there. */
  readonly takeOver = (more: Supplements): Promise<void> =>
    this.supply(({ checked }) => ({ supplements: mergeSupplements(checked.supplements, more) }), '已导入补充信息。');

  /** 已核实: sets findings aside with a reason. It holds while their cells keep their values. */
  readonly setAside = (ids: readonly string[], reason: string): Promise<void> =>
    this.supply(({ checked: { asides, report } }) => {
      const fresh = report.findings.filter((finding) => ids.includes(finding.id));
      const at = isoDate(new Date());
      const added = fresh.map(({ id, rule, fingerprint }): Aside => ({ id, rule, fingerprint, reason, at }));
      return { asides: [...asides.filter((aside) => !ids.includes(aside.id)), ...added] };
    });

  readonly takeBack = (ids: readonly string[]): Promise<void> =>
    this.supply(({ checked: { asides } }) => ({ asides: asides.filter((aside) => !ids.includes(aside.id)) }));

  /** Writes at once what waits for still hands: the page is about to go. */
  readonly flush = (): void => this.front.flush();

  /** Where the user is now, asked: some builds of Excel do not tell it by themselves. */
  readonly lookHere = (): Promise<void> =>
    this.quietly(async () => {
      const selected = await this.host.navigator.here();
      if (selected) this.set({ selected });
    });

  readonly goTo = (at: CellRef): Promise<void> => this.quietly(() => this.host.navigator.select(at));
  readonly openSheet = (name: OwnSheet): Promise<void> => this.quietly(() => this.host.navigator.open(name));

  /** A step of the pane or of a task (saving a file) with the same care for failures. What it returns is told. */
  readonly attempt = (step: string, job: (progress: Progress) => Promise<string | void>, cancellable = false): Promise<void> =>
    this.enqueue(
      { ...(cancellable ? reading : saving), step },
      async (progress) => {
        const notice = await job(progress);
        this.tell(notice);
      },
      untouched,
    );

  /** The workbook in front as it stands now, with what a person has just typed on our sheets; for a job of `attempt`. */
  readonly inFront = async (progress: Progress): Promise<Workbook | undefined> => {
    if (this.host.can.editableByUser) await this.read(progress);
    return this.front.workbook;
  };

  /** One sheet of ours written anew; for a job of `attempt`. */
  readonly put = (picture: SheetPicture): Promise<string> => this.front.write([picture]);

  /** Sets aside what is no finding of the check (words of a text), or takes it back. */
  readonly keep = (change: (asides: readonly Aside[]) => readonly Aside[]): Promise<void> =>
    this.supply(({ checked }) => ({ asides: change(checked.asides) }));

  /** Small steps that show no progress but may still fail. */
  private async quietly(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      await this.enqueue(checking, () => Promise.reject(error), untouched);
    }
  }
}
