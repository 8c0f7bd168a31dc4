import { marksOf } from '../../src/app/marks';
import type { Host, Mark } from '../../src/app/ports';
import { Store } from './store';
import type { PaneState } from './state';
import { checking, untouched, writing } from './work';

const wording = (marks: readonly Mark[]): string => JSON.stringify(marks.map(({ at, kind, note }) => [at.sheet, at.a1, kind, note]));

/** The marks in the user's sheets: when they go on, follow and come off. */
export class Marking extends Store {
  constructor(readonly host: Host) {
    super();
  }

  /** Marks follow a change at once only where that leaves the user's Ctrl+Z alone; elsewhere when the sheet is left. */
  protected async followMarks(): Promise<void> {
    if (!this.state().marked) return;
    if (this.host.can.keepsUndo) return this.putMarks();
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
    void this.enqueue(checking, () => this.putMarks(), untouched, true);
  }

  protected async putMarks(marks?: readonly Mark[]): Promise<void> {
    const { checked } = this.state();
    if (!checked) return;
    const wanted = marks ?? marksOf(checked.report);
    const { refused } = await this.host.marker.mark(wanted);
    this.shown = wording(wanted);
    this.editedSheet = undefined;
    this.set({ marked: true, marksBehind: false, refused });
    await this.host.settings.set('marks', 'on');
  }

  /** Behind what was written: marks that are shown become those of the check it rests on. */
  protected async renewMarks(marks: readonly Mark[]): Promise<void> {
    if (this.state().marked && wording(marks) !== this.shown) await this.putMarks(marks);
  }

  readonly showMarks = (): Promise<void> => this.enqueue({ ...writing, step: '标出问题单元格' }, () => this.putMarks(), untouched);

  readonly clearMarks = (): Promise<void> =>
    this.enqueue(
      { ...writing, step: '清除标记' },
      async () => {
        await this.host.marker.clear();
        this.editedSheet = undefined;
        this.set({ marked: false, marksBehind: false, refused: [], notice: '标记已全部清除，单元格恢复原样。' });
        await this.host.settings.set('marks', 'off');
      },
      untouched,
    );

  /** Another workbook is in front now. */
  protected forgetMarks(): void {
    this.editedSheet = this.lastEdited = undefined;
    this.shown = '';
  }
}
