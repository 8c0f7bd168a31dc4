import { marksOf } from '../../src/app/marks';
import type { Host, Mark } from '../../src/app/ports';
import { Store } from './store';
import type { PaneState } from './state';
import { checking, notRemembered, untouched, writing } from './work';

const wording = (marks: readonly Mark[]): string => JSON.stringify(marks.map(({ at, kind, note }) => [at.sheet, at.a1, kind, note]));

/** The marks in the user's sheets: when they go on, follow and come off. */
export class Marking extends Store {
  constructor(readonly host: Host) {
    super();
  }

  /** Marks follow a change at once only where that leaves the user's Ctrl+Z alone; elsewhere when the sheet is left. */
  protected async followMarks(): Promise<void> {
    if (!this.state().marked) return;
    if (this.host.can.keepsUndo) return void (await this.putMarks());
    const same = wording(marksOf(this.state().checked!.report)) === this.shown;
    this.editedSheet = same ? undefined : (this.lastEdited ?? this.state().selected?.sheet ?? '');
    this.set({ marksBehind: !same });
  }
  /** The marks that lie in the sheets, in one text. */
  private shown = '';
  protected lastEdited: string | undefined;
  /** The sheet on which the user is working while the marks wait. */
  protected editedSheet: string | undefined;

  /** The user has gone elsewhere: marks that wait for that are written now. */
  protected moved({ sheet }: NonNullable<PaneState['selected']>): void {
    if (this.editedSheet === undefined || sheet === this.editedSheet) return;
    this.editedSheet = undefined;
    void this.enqueue(checking, async () => void (await this.putMarks()), untouched, true);
  }

  /** What it tells is not lacking in the marks: only that Excel has not kept that they are wanted. */
  protected async putMarks(marks?: readonly Mark[]): Promise<string> {
    const { checked } = this.state();
    if (!checked) return '';
    const wanted = marks ?? marksOf(checked.report);
    const { refused } = await this.host.marker.mark(wanted);
    this.shown = wording(wanted);
    this.editedSheet = undefined;
    this.set({ marked: true, marksBehind: false, refused });
    return this.remember('on');
  }

  /** Marks are wanted the next time, or not; '' where that is kept. The marks themselves stand whatever becomes of it. */
  private async remember(wanted: 'on' | 'off'): Promise<string> {
    try {
      await this.host.settings.set('marks', wanted);
      return '';
    } catch {
      return notRemembered[wanted];
    }
  }

  /** Behind what was written: marks that are shown become those of the check it rests on. */
  protected async renewMarks(marks: readonly Mark[]): Promise<string> {
    return this.state().marked && wording(marks) !== this.shown ? this.putMarks(marks) : '';
  }

  readonly showMarks = (): Promise<void> =>
    this.enqueue({ ...writing, step: '标出问题单元格' }, async () => this.tell(await this.putMarks()), untouched);

  readonly clearMarks = (): Promise<void> =>
    this.enqueue(
      { ...writing, step: '清除标记' },
      async () => {
        await this.host.marker.clear();
        this.editedSheet = undefined;
        this.set({ marked: false, marksBehind: false, refused: [] });
        this.set({ notice: `标记已全部清除，单元格恢复原样。${await this.remember('off')}` });
      },
      untouched,
    );

  /** Another workbook is in front now. */
  protected forgetMarks(): void {
    this.editedSheet = this.lastEdited = undefined;
    this.shown = '';
  }
}
