import { basename } from 'node:path';
import { toDocx } from '../adapters/docx/docx';
import { saveWorkbook } from '../adapters/file/save';
import { xlsLosses } from '../adapters/file/xls';
import { recogniseFile } from '../adapters/file/kind';
import { toText } from '../adapters/text/text';
import { inOrder } from '../app/report';
import { isoDate } from '../kernel/date';
import { annexes } from '../narrative/annexes/annexes';
import type { Profile } from '../narrative/profile';
import { product } from '../product/index';
import type { ReportCommand } from './arguments';
import { exitCodeOf, readRequest } from './check-command';
import { profileOf } from './profile';
import { checkText } from './check-text';
import type { ExitCode, Io } from './io';
import { writeWhole } from './whole';
import { tell } from './messages';
import { folderNames, stemOf } from './names';
import { Output } from './output';
import { refuseInputs } from './refuse-inputs';
import { reportJson, type ReportJson } from './report-json';
import { summaryJson, summaryText, type UnitSummary } from './summary';

/** `juesuan report`. Files appear for all workbooks or for none. */
export async function runReport(command: ReportCommand, io: Io): Promise<ExitCode> {
  const profile = profileOf(command.profile);
  const output = await begin(command.out, io);
  if (!output) return 2;
  let done = false;
  try {
    const code = await writeAll(command, profile, output, io);
    done = code !== 2;
    return code;
  } catch (error) {
    tell(error, io);
    return 2;
  } finally {
    if (!done) await output.abandon();
  }
}

async function begin(folder: string, io: Io): Promise<Output | undefined> {
  try {
    return await Output.begin(folder);
  } catch (error) {
    tell(error, io);
    return undefined;
  }
}

async function writeAll(command: ReportCommand, profile: Profile, output: Output, io: Io): Promise<ExitCode> {
  const single = command.workbooks.length === 1;
  const names = folderNames(command.workbooks);
  const units: UnitSummary[] = [];
  let only: { readonly json: ReportJson; readonly text: string } | undefined;
  let code: ExitCode = 0;
  for (const [i, path] of command.workbooks.entries()) {
    try {
      const made = await writeUnit(path, single ? '' : `${names[i]!}/`, command, profile, output, io);
      units.push(made.unit);
      if (single) only = made;
      if (code !== 2) code = Math.max(code, made.code) as ExitCode;
    } catch (error) {
      tell(error, io);
      code = 2;
    }
  }
  if (code === 2) return 2;
  const summary = summaryJson(units, profile.id);
  if (!single) {
    await output.put('汇总.json', `${JSON.stringify(summary, null, 2)}\n`);
    await output.put('汇总.txt', summaryText(units));
  }
  await refuseInputs([...command.workbooks, command.prior, command.supplement, command.last], output);
  await output.commit();
  if (command.format === 'json') io.out(`${JSON.stringify(only?.json ?? summary, null, 2)}\n`);
  else
    io.out(
      `${only?.text ?? summaryText(units)}\n已生成：\n${output
        .paths()
        .map((path) => `  ${path}`)
        .join('\n')}\n`,
    );
  return code;
}

interface Made {
  readonly unit: UnitSummary;
  readonly json: ReportJson;
  readonly text: string;
  readonly code: ExitCode;
}

async function writeUnit(path: string, folder: string, command: ReportCommand, profile: Profile, output: Output, io: Io): Promise<Made> {
  const { input, request } = await readRequest(path, command, profile);
  const dossier = await product.open(request);
  const file = basename(path);
  const made = await product.report(dossier, { date: isoDate(io.now()) });
  const stem = `${folder}${stemOf(path)}-情况说明`;

  await output.put(`${stem}.xlsx`, saveWorkbook(input.bytes, file, inOrder(made.pictures), made.marks));
  await output.put(
    `${stem}.docx`,
    await toDocx(made.published, { annexes: command.tables ? annexes(dossier.checked.years.now, profile.budget) : [] }),
  );
  await output.put(`${stem}.txt`, toText(made.published));
  const whole = command.whole ? await writeWhole(dossier, made.published, command, { bytes: input.bytes, file }) : undefined;
  const json: ReportJson = { ...reportJson(dossier.checked, made), ...(whole ? { whole: whole.json } : {}) };
  for (const [ending, bytes] of whole?.files ?? []) await output.put(`${folder}${stemOf(path)}${ending}`, bytes);
  await output.put(`${folder}report.json`, `${JSON.stringify(json, null, 2)}\n`);

  const notes = recogniseFile(input.bytes, file).kind === 'xls' ? [xlsLosses] : [];
  const missing = json.missing.length;
  return {
    unit: { file, folder: folder.replace(/\/$/, ''), json, missing },
    json,
    text: [checkText(file, made.check), ...(missing > 0 ? [missingText(json)] : []), ...(whole ? [whole.text] : []), ...notes].join('\n'),
    code: exitCodeOf(made.check),
  };
}

const missingText = ({ missing }: ReportJson): string =>
  [`待补充 ${missing.length} 项（填入“补充信息”工作表后重新生成）：`, ...missing.map(({ ask, where }) => ` · ${ask}（${where}）`), ''].join(
    '\n',
  );
