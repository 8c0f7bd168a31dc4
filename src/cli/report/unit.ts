import { basename } from 'node:path';
import { toDocx } from '../../adapters/docx/docx';
import { recogniseFile } from '../../adapters/file/kind';
import { saveWorkbook } from '../../adapters/file/save';
import { lossesOf } from '../../adapters/file/other';
import { toText } from '../../adapters/text/text';
import { inOrder } from '../../app/pictures';
import type { Dossier } from '../../app/dossier';
import { unitsAnnex } from '../../app/whole-notes';
import { isoDate } from '../../kernel/date';
import type { Annex } from '../../narrative/annexes/annex';
import { annexes } from '../../narrative/annexes/annexes';
import type { Profile } from '../../narrative/profile';
import { product } from '../../product/index';
import type { ReportCommand } from '../arguments';
import { exitCodeOf, readRequest, type CheckOptions } from '../request';
import { checkText } from '../check/text';
import type { Input } from '../files/input';
import type { ExitCode, Io } from '../io';
import { stemOf } from '../files/names';
import type { Output } from '../files/output';
import { reportJson, type ReportJson } from './json';
import type { UnitSummary } from './summary';
import { writeWhole } from './whole';

/** What became of one unit. */
export interface Made {
  readonly unit: UnitSummary;
  readonly json: ReportJson;
  readonly text: string;
  readonly code: ExitCode;
  /** This year's file, and last year's. */
  readonly inputs: readonly Input[];
}

/** Writes the four files of one unit; `folder` is '' or ends with /. Throws UserError. */
export async function writeUnit(
  path: string,
  folder: string,
  command: CheckOptions & Pick<ReportCommand, 'tables' | 'whole' | 'leaveOut' | 'last'>,
  profile: Profile,
  output: Pick<Output, 'put'>,
  io: Pick<Io, 'now'>,
): Promise<Made> {
  const { input, inputs, request } = await readRequest(path, command, profile);
  const dossier = await product.open(request);
  const file = basename(path);
  const day = isoDate(io.now());
  const made = await product.report(dossier, { date: day });
  const stem = `${folder}${stemOf(path)}-情况说明`;

  await output.put(`${stem}.xlsx`, saveWorkbook(input.bytes, file, inOrder(made.pictures), made.marks));
  await output.put(`${stem}.docx`, await toDocx(made.published, { annexes: command.tables ? annexesOf(dossier) : [], day }));
  await output.put(`${stem}.txt`, toText(made.published));
  const whole = command.whole ? await writeWhole(dossier, made.published, command, { bytes: input.bytes, file }, day) : undefined;
  const json: ReportJson = { ...reportJson(dossier.checked, made), ...(whole ? { whole: whole.json } : {}) };
  for (const [ending, bytes] of whole?.files ?? []) await output.put(`${folder}${stemOf(path)}${ending}`, bytes);
  await output.put(`${folder}report.json`, `${JSON.stringify(json, null, 2)}\n`);

  const losses = lossesOf(recogniseFile(input.bytes, file));
  const notes = losses === undefined ? [] : [losses];
  const { toFill, lacking } = json.readiness;
  const missing = toFill.length;
  return {
    unit: { file, folder: folder.replace(/\/$/, ''), json, missing },
    json,
    text: [
      checkText(file, made.check),
      ...(missing + lacking.length > 0 ? [missingText(json)] : []),
      ...(whole ? [whole.text] : []),
      ...notes,
    ].join('\n'),
    code: exitCodeOf(made.check),
    inputs,
  };
}

/** The published forms, and of a 汇总 made here what each unit has. */
function annexesOf({ checked, profile }: Dossier): readonly Annex[] {
  const { now } = checked.years;
  const units = unitsAnnex(checked.workbook, now.book);
  return [...annexes(now, profile.budget), ...(units ? [units] : [])];
}

const missingText = ({ readiness: { lacking, toFill } }: ReportJson): string =>
  [
    ...(lacking.length > 0 ? [`缺表 ${lacking.length} 张：`, ...lacking.map((one) => ` · ${one}`)] : []),
    ...(toFill.length > 0
      ? [`待补充 ${toFill.length} 项（填入“补充信息”工作表后重新生成）：`, ...toFill.map(({ ask, where }) => ` · ${ask}（${where}）`)]
      : []),
    '',
  ].join('\n');
