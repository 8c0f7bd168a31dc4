import { Observed } from '../../session/observed';
import { openText, type OpenedText } from '../../../src/adapters/word/open-text';
import { findingsWithText, proofread, reportText } from '../../../src/app/proof';
import type { Aside } from '../../../src/facts/outcome';
import { isoDate } from '../../../src/kernel/date';
import { UserError } from '../../../src/kernel/errors';
import type { Progress } from '../../../src/kernel/progress';
import type { Workbook } from '../../../src/kernel/workbook';
import type { ReportInput } from '../../../src/narrative/input';
import { keepIdOf, keptAside } from '../../../src/proof/keeping';
import { compareLocked, type LockResult } from '../../../src/proof/lock';
import type { ProofBlock, ProofDocument } from '../../../src/proof/text/document';
import { reportColumns } from '../../../src/sheets/report/layout';
import { textAt } from '../../../src/sheets/picture/snapshot';
import type { Session } from '../../session/session';
import { carried, clashes, isOfBook, type TextEntry } from './entry';

/** The two versions of a text that were compared, and what became of figures, years and directions. */
export interface Comparison {
  readonly before: ProofDocument;
  readonly after: ProofDocument;
  readonly result: LockResult;
}

export interface DeskState {
  readonly entries: readonly TextEntry[];
  /** The text that is shown; undefined = the list. */
  readonly shown?: string;
  /** What a person keeps in texts that no workbook goes with; the others are kept with the workbook. */
  readonly asides: readonly Aside[];
  readonly comparison?: Comparison;
  /** Wording of the sheet before suggestions were put into it, the latest last. */
  readonly undo: readonly { readonly id: string; readonly text: string }[];
}

const KEPT = 'proof.kept';

/** The texts that are being proofread, and what is done to them. Knows neither React nor Excel. */
export class ProofDesk extends Observed<DeskState> {
  private count = 0;
  /** 核对结果 holds what was found in the sheet: it follows from then on. */
  private told = false;
  /** The workbook from which the sheet was read. */
  private book: Workbook | undefined;

  constructor(readonly session: Session) {
    super({ entries: [], asides: [], undo: [] });
    void session.host.settings.get(KEPT).then((kept) => this.set({ asides: readKept(kept) }));
  }

  private entry(id: string): TextEntry | undefined {
    return this.current.entries.find((one) => one.id === id);
  }

  private put(entry: TextEntry): void {
    const { entries } = this.current;
    const known = entries.some(({ id }) => id === entry.id);
    this.set({ entries: known ? entries.map((one) => (one.id === entry.id ? entry : one)) : [...entries, entry] });
  }

  readonly show = (id: string | undefined): void => this.set({ shown: id });
  readonly remove = (id: string): void =>
    this.set({
      entries: this.current.entries.filter((one) => one.id !== id),
      shown: this.current.shown === id ? undefined : this.current.shown,
    });

  /** This year's and last year's figures of the workbook in front. */
  private input(): ReportInput | undefined {
    const { checked } = this.session.state();
    return checked && { years: checked.years, supplements: checked.supplements };
  }

  /** Everything that a person has set aside: with the workbook, and here. */
  asides(): readonly Aside[] {
    return [...(this.session.state().checked?.asides ?? []), ...this.current.asides];
  }

  /** Opens and proofreads files one after the other; one that cannot be read stays in the list with the reason. */
  readonly take = (files: readonly File[]): Promise<void> =>
    this.session.attempt(
      '校对',
      async (progress) => {
        const first = this.count;
        for (const [i, file] of files.entries()) {
          await progress(`校对 ${file.name}`, i, files.length);
          const id = `t${this.count++}`;
          const base = { id, name: file.name, from: 'file' as const, taken: new Set<number>() };
          try {
            const text = openText(new Uint8Array(await file.arrayBuffer()), file.name);
            this.put(await this.read({ ...base, text, withBook: this.goesWithBook(text) }, progress));
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
            this.put({ ...base, refused: error.message, withBook: false });
          }
        }
        if (files.length === 1) this.set({ shown: `t${first}` });
      },
      true,
    );

  /** The sheet 情况说明 as it stands now. */
  readonly takeSheet = (): Promise<void> => this.session.attempt('校对“情况说明”表', (progress) => this.readSheet(progress, true), true);

  private async readSheet(progress: Progress, show: boolean): Promise<void> {
    const workbook = await this.session.inFront(progress);
    this.book = workbook;
    const document = workbook && reportText(workbook);
    if (!document) {
      const message = '工作簿里没有“情况说明”表。请先生成说明，或选择 Word、文本文件。';
      throw new UserError({ code: 'noSuchSheet', sheet: '情况说明' }, message);
    }
    const base = { id: 'sheet', name: '“情况说明”表', from: 'sheet' as const, taken: new Set<number>() };
    this.put(await this.read({ ...base, text: { document }, withBook: true }, progress));
    if (show) this.set({ shown: 'sheet' });
    if (this.told) await this.putFindings();
  }

  private goesWithBook({ document }: OpenedText): boolean {
    const input = this.input();
    if (!input) return false;
    const year = /((?:19|20)\d\d)年(?:度)?.{0,12}决算/.exec(document.blocks.find(({ kind }) => kind === 'heading')?.plain.text ?? '')?.[1];
    return isOfBook(document, year === undefined ? undefined : Number(year), input.years.now);
  }

  private async read(entry: TextEntry, progress: Progress): Promise<TextEntry> {
    const basis = entry.withBook ? this.input() : undefined;
    const report = await proofread(entry.text!.document, basis, progress);
    const unlike = entry.from === 'file' && this.input() !== undefined && !this.goesWithBook(entry.text!);
    return { ...entry, report, basis, unlike, taken: entry.report ? carried(entry, report) : new Set() };
  }

  /** Proofreads one text anew: its workbook has changed, or is to count or not. */
  readonly again = (id: string, withBook?: boolean): Promise<void> =>
    this.session.attempt('重新校对', async (progress) => {
      const entry = this.entry(id);
      if (entry?.from === 'sheet') return this.readSheet(progress, false);
      if (entry?.text) this.put(await this.read({ ...entry, withBook: withBook ?? entry.withBook }, progress));
    });

  /** Does a text rest on figures that have changed since? */
  isBehind({ withBook, basis }: TextEntry): boolean {
    const { checked, outdated } = this.session.state();
    return withBook && !outdated && checked !== undefined && (basis?.years !== checked.years || basis.supplements !== checked.supplements);
  }

  /** Keeps the words of a finding with a reason; taken back without one. */
  readonly keep = async (id: string, number: number, reason: string | undefined): Promise<void> => {
    const entry = this.entry(id);
    const finding = entry?.report?.findings[number];
    if (!entry?.report || !finding) return;
    const key = keepIdOf(finding);
    const added = reason === undefined ? [] : [keptAside(entry.report, finding, reason, isoDate(new Date()))];
    const change = (asides: readonly Aside[]): readonly Aside[] => [...asides.filter((one) => one.id !== key), ...added];
    if (entry.withBook && this.session.state().checked) await this.session.keep(change);
    else {
      this.set({ asides: change(this.current.asides) });
      await this.session.host.settings.set(KEPT, JSON.stringify(this.current.asides));
    }
    if (this.told && entry.from === 'sheet') await this.tell();
  };

  /** Puts a suggestion into the text: the sheet at once, a file in its saved copy. Again takes it back out of the copy. */
  readonly use = async (id: string, number: number): Promise<void> => {
    const entry = this.entry(id);
    const finding = entry?.report?.findings[number];
    if (!entry || finding?.suggestion === undefined) return;
    if (entry.from === 'sheet') return this.reword(entry, number);
    if (entry.taken.has(number)) this.put({ ...entry, taken: new Set([...entry.taken].filter((one) => one !== number)) });
    else if (!clashes(entry, number)) this.put({ ...entry, taken: new Set([...entry.taken, number]) });
  };

  /** The row's own id on the sheet; undefined for a line that a person has added. */
  private rowId({ at, index }: ProofBlock): string | undefined {
    const sheet = this.book?.sheets.find(({ name }) => name === at?.sheet);
    return sheet && (textAt(sheet, index, reportColumns.id) || undefined);
  }

  private async reword(entry: TextEntry, number: number): Promise<void> {
    const { span, suggestion, quote } = entry.report!.findings[number]!;
    const block = entry.text!.document.blocks.find(({ index }) => index === span.paragraph);
    const id = block && this.rowId(block);
    if (!block || id === undefined) {
      await this.session.attempt('改写', () => {
        const message = `这一段（${block?.at?.a1 ?? ''}）是您自己加的一行，请直接在“情况说明”表里改：“${quote}”改为“${suggestion}”。`;
        return Promise.reject(new UserError({ code: 'noSuchSheet', sheet: '情况说明' }, message));
      });
      return;
    }
    const text = `${block.text.slice(0, span.start)}${suggestion}${block.text.slice(span.end)}`;
    await this.session.reword(id, text.trim());
    if (this.session.state().problem) return;
    this.set({ undo: [...this.current.undo, { id, text: block.text.trim() }] });
    await this.again(entry.id);
  }

  /** The wording before the last suggestion that was put into the sheet. */
  readonly undo = async (): Promise<void> => {
    const last = this.current.undo.at(-1);
    if (!last) return;
    await this.session.reword(last.id, last.text);
    if (this.session.state().problem) return;
    this.set({ undo: this.current.undo.slice(0, -1) });
    await this.again('sheet');
  };

  /** Writes what was found in the sheet into 核对结果, and keeps it there. */
  readonly tell = (): Promise<void> =>
    this.session.attempt('写入“核对结果”表', async () => {
      await this.putFindings();
      return '文字校对的意见已写入“核对结果”表。';
    });

  private async putFindings(): Promise<void> {
    const report = this.entry('sheet')?.report;
    const { checked } = this.session.state();
    if (!report || !checked) return;
    await this.session.put(findingsWithText(checked, report, isoDate(new Date())));
    this.told = true;
  }

  /** 数字锁定 of two files, or of a file and the sheet. */
  readonly compare = (before: File | 'sheet', after: File | 'sheet'): Promise<void> =>
    this.session.attempt(
      '数字锁定',
      async (progress) => {
        const documents = [await this.documentOf(before, progress), await this.documentOf(after, progress)] as const;
        await progress('比较', 1, 2);
        this.set({
          comparison: { before: documents[0], after: documents[1], result: compareLocked(documents[0], documents[1]) },
        });
      },
      true,
    );

  private async documentOf(from: File | 'sheet', progress: Progress): Promise<ProofDocument> {
    if (from !== 'sheet') return openText(new Uint8Array(await from.arrayBuffer()), from.name).document;
    const workbook = await this.session.inFront(progress);
    const document = workbook && reportText(workbook);
    if (!document) throw new UserError({ code: 'noSuchSheet', sheet: '情况说明' }, '工作簿里没有“情况说明”表。请选择 Word 或文本文件。');
    return document;
  }
}

/** Settings of other days may hold anything. */
function readKept(kept: string | undefined): readonly Aside[] {
  try {
    const found: unknown = JSON.parse(kept ?? '[]');
    const isAside = (one: unknown): one is Aside =>
      typeof one === 'object' &&
      one !== null &&
      ['id', 'rule', 'fingerprint', 'reason', 'at'].every((key) => typeof (one as Record<string, unknown>)[key] === 'string');
    return Array.isArray(found) ? found.filter(isAside) : [];
  } catch {
    return [];
  }
}
