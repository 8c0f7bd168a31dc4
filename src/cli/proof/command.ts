import { isBookName } from '../../kernel/book-names';
import { basename } from 'node:path';
import { openText, type OpenedText } from '../../adapters/word/open-text';
import { withFindings } from '../../adapters/word/proof-text';
import { openWorkbook } from '../../adapters/file/open';
import { faultOf, UserError } from '../../kernel/errors';
import type { Workbook } from '../../kernel/workbook';
import type { ReportInput } from '../../narrative/input';
import { proofJson, type ProofFileJson } from '../../proof/json';
import { compareLocked } from '../../proof/lock';
import { proofread } from '../../app/proof';
import { documentOf } from '../../proof/text/blocks';
import { sheetParagraphs } from '../../proof/text/sheet';
import { product } from '../../product/index';
import type { ProofCommand } from '../arguments';
import { readBytes, readInput, readSupplement } from '../files/input';
import type { ExitCode, Io } from '../io';
import { tell } from '../messages';
import { folderNames, stemOf } from '../files/names';
import { Output } from '../files/output';
import { lockJson, lockText } from './lock-result';
import { refuseInputs } from '../files/refuse-inputs';
import { isFolder } from '../many/folder';
import { runManyProof } from '../many/proof-run';
import { profileFor, profileOf } from '../profile';
import { proofText } from './text';
import { notify } from '../watch/notice';

/** A text as it was found, or the sheet of a workbook. */
interface Source extends OpenedText {
  readonly workbook?: Workbook;
}

/** `juesuan proof`. Files appear for all texts or for none. */
export async function runProof(command: ProofCommand, io: Io): Promise<ExitCode> {
  if (command.against !== undefined) return runLock(command, command.against, io);
  if ((await Promise.all(command.texts.map(isFolder))).includes(true)) {
    const profile = await profileFor(command.profile, io);
    return profile ? runManyProof(command, profile, io) : 2;
  }
  let output: Output | undefined;
  let done = false;
  try {
    if (command.out !== undefined) output = await Output.begin(command.out);
    const input = command.workbook === undefined ? undefined : await inputOf(command, (await readInput(command.workbook, '本年')).workbook);
    const names = folderNames(command.texts);
    const files: ProofFileJson[] = [];
    let code: ExitCode = 0;
    for (const [i, path] of command.texts.entries()) {
      try {
        const source = await readText(path);
        const report = await proofread(source.document, input ?? (source.workbook && (await ownInput(command, source.workbook))));
        files.push(proofJson(report));
        if (report.findings.some(({ severity }) => severity === 'error') && code === 0) code = 1;
        if (command.format === 'text') io.out(`${proofText(report)}\n`);
        if (output && source.word) {
          const name = command.texts.length === 1 ? stemOf(path) : names[i]!;
          await output.put(
            `${name}-校对.docx`,
            withFindings(
              source.word,
              report,
              report.findings,
              io
                .now()
                .toISOString()
                .replace(/\.\d+Z$/, 'Z'),
            ),
          );
        }
      } catch (error) {
        tell(error, io);
        code = 2;
      }
    }
    const json = `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
    if (output && code !== 2) {
      await output.put('proof.json', json);
      await refuseInputs([...command.texts, command.workbook, command.prior, command.supplement], output);
      await output.commit();
      done = true;
    }
    if (command.format === 'json' && files.length > 0) io.out(json);
    else if (output && done)
      io.out(
        `已生成：\n${output
          .paths()
          .map((path) => `  ${path}`)
          .join('\n')}\n`,
      );
    return code;
  } catch (error) {
    tell(error, io);
    return 2;
  } finally {
    if (output && !done) await output.abandon();
  }
}

async function inputOf(command: ProofCommand, workbook: Workbook): Promise<ReportInput> {
  const prior = command.prior === undefined ? undefined : (await readInput(command.prior, '上年')).workbook;
  const supplement = command.supplement === undefined ? undefined : await readSupplement(command.supplement);
  const profile = await profileOf(command.profile);
  const { years, supplements } = await product.check({ workbook, prior, supplement, profile, allowRenamedUnit: true });
  return { years, supplements };
}

/** A workbook whose sheet 情况说明 is read is its own source, if it holds forms. */
async function ownInput(command: ProofCommand, workbook: Workbook): Promise<ReportInput | undefined> {
  try {
    return await inputOf(command, workbook);
  } catch (error) {
    if (faultOf(error, 'noForms')) return undefined;
    throw error;
  }
}

async function readText(path: string): Promise<Source> {
  const bytes = await readBytes(path);
  notify({ kind: 'working', file: path });
  const file = basename(path);
  if (isBookName(file)) {
    const workbook = openWorkbook(bytes, file, '本年');
    const paragraphs = sheetParagraphs(workbook);
    if (!paragraphs) {
      const message = `${file}：工作簿里没有“情况说明”工作表。请先生成说明，或选择 .docx、.txt 文件。`;
      throw new UserError({ code: 'noSuchSheet', sheet: '情况说明' }, message, { file });
    }
    return { document: documentOf(file, paragraphs), workbook };
  }
  return openText(bytes, file);
}

/** 数字锁定: a text against its earlier version. */
async function runLock(command: ProofCommand, against: string, io: Io): Promise<ExitCode> {
  try {
    const before = await readText(against);
    const after = await readText(command.texts[0]!);
    const result = compareLocked(before.document, after.document);
    if (command.format === 'json') io.out(`${JSON.stringify(lockJson(before.document, after.document, result), null, 2)}\n`);
    else io.out(lockText(before.document, after.document, result));
    return result.same ? 0 : 1;
  } catch (error) {
    tell(error, io);
    return 2;
  }
}
