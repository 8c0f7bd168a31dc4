import type { Checked, CheckRequest } from '../../src/app/check';
import type { Mark } from '../../src/app/ports';
import type { ReportOutput } from '../../src/app/report';
import type { Aside } from '../../src/facts/outcome';
import type { Progress } from '../../src/kernel/progress';
import type { Sheet } from '../../src/kernel/workbook';
import type { ReportDocument } from '../../src/narrative/document';
import type { SheetPicture } from '../../src/sheets/picture';
import type { Entry, Supplements } from '../../src/supplements/supplements';

/** The use cases with their registries, as a door wires them. Pure: none of them touches the host. */
export interface Engine {
  check(request: CheckRequest, progress: Progress): Promise<Checked>;
  /** The text alone. */
  draft(checked: Checked, progress: Progress): Promise<ReportDocument>;
  /** Text, sheets and marks; `document` replaces the text of now. */
  report(checked: Checked, progress: Progress, document?: ReportDocument): Promise<ReportOutput>;
  /** 补充信息 with these contents, and the same sheet as it will be read back. */
  supplementSheet(checked: Checked, supplements: Supplements, asides: readonly Aside[]): SheetPicture;
  marks(checked: Checked): readonly Mark[];
  /** The document with the words that a person has put on the sheet. */
  withKept(document: ReportDocument, sheet: Sheet | undefined): ReportDocument;
  snapshot(picture: SheetPicture): Sheet;
  withEntry(supplements: Supplements, key: string, value: Entry['value'] | undefined): Supplements;
  merge(a: Supplements, b: Supplements): Supplements;
  /** ISO date. */
  today(): string;
}
