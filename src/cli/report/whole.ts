import { basename } from 'node:path';
import { bookletDocx } from '../../adapters/docx/booklet';
import { wordBlocks } from '../../adapters/docx/read-blocks';
import { saveWorkbook } from '../../adapters/file/save';
import type { Dossier } from '../../app/dossier';
import { wholeDocument } from '../../app/whole';
import type { Booklet, BookletRequest } from '../../booklet/booklet';
import { publicFormsOf } from '../../booklet/public-forms';
import type { PublishedDocument } from '../../narrative/document';
import { blocksOfText } from '../../performance/text/blocks';
import { decodeText } from '../../proof/text/decode';
import { formSheets } from '../../sheets/form-sheets';
import type { ReportCommand } from '../arguments';
import { readBytes } from '../files/input';

/** What --whole adds: the Word file, the public forms as a workbook, and what a person should know of them. */
export interface Whole {
  readonly files: readonly (readonly [ending: string, bytes: Uint8Array])[];
  readonly json: {
    readonly parts: readonly string[];
    readonly missing: readonly { readonly ask: string; readonly key: string }[];
    readonly findings: readonly { readonly rule: string; readonly severity: string; readonly part: string; readonly message: string }[];
  };
  readonly text: string;
}

/** Last year's document: Word by its content, anything else as text. Throws UserError and PackageError. */
async function lastDocument(path: string): Promise<NonNullable<BookletRequest['last']>> {
  const bytes = await readBytes(path);
  const file = basename(path);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return { file, blocks: isZip ? wordBlocks(bytes) : blocksOfText(decodeText(bytes, file)) };
}

export async function writeWhole(
  dossier: Dossier,
  report: PublishedDocument,
  command: Pick<ReportCommand, 'last' | 'leaveOut'>,
  workbook: { readonly bytes: Uint8Array; readonly file: string },
  day: string,
): Promise<Whole> {
  const last = command.last === undefined ? undefined : await lastDocument(command.last);
  const booklet = wholeDocument(dossier, { report, leaveOut: command.leaveOut, last });
  const forms = publicFormsOf(booklet);
  return {
    files: [
      ['-整本.docx', await bookletDocx(booklet, day)],
      ...(forms.length > 0
        ? [['-公开表.xlsx', saveWorkbook(workbook.bytes, workbook.file, formSheets(forms, booklet.unit), [])] as const]
        : []),
    ],
    json: {
      parts: booklet.parts.map(({ heading }) => heading),
      missing: booklet.missing.map(({ ask, key }) => ({ ask, key })),
      findings: booklet.findings.map(({ rule, severity, part, message }) => ({ rule, severity, part, message })),
    },
    text: textOf(booklet),
  };
}

const textOf = ({ parts, missing, findings }: Booklet): string =>
  [
    `整本：${parts.map(({ heading }) => heading).join('、')}`,
    ...(missing.length > 0
      ? [
          `整本的其他部分待补充 ${missing.length} 项（填在“补充信息”从“单位概况”到“绩效指标”的各节）：`,
          ...missing.slice(0, 12).map(({ ask }) => ` · ${ask}`),
          ...(missing.length > 12 ? [` … 另有 ${missing.length - 12} 项`] : []),
          ...(missing.some(({ key }) => key.startsWith('selfEvaluation')) ? ['不公开绩效自评报告的，加 --without 绩效自评。'] : []),
        ]
      : []),
    ...(findings.length > 0
      ? [`整本的核对：${findings.length} 处`, ...findings.map(({ rule, part, message }) => ` · ${part}：${message}（${rule}）`)]
      : []),
    '',
  ].join('\n');
