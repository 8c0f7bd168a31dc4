import { basename, extname } from 'node:path';
import { openText } from '../../adapters/word/open-text';
import { COMMENT_AUTHOR } from '../../adapters/word/proof-text';
import { rolledLines, rolledWord, rollFile, type RolledFile } from '../../app/roll';
import { sections } from '../../narrative/sections/index';
import { countsText } from '../../roll/model';
import type { RollCommand } from './arguments';
import { product } from '../../product/index';
import { readRequest } from '../request';
import { readBytes } from '../files/input';
import type { ExitCode, Io } from '../io';
import { tell } from '../messages';
import { Output } from '../files/output';
import { profileOf } from '../profile';
import { rollJson } from './json';

/** `juesuan roll`: last year's document becomes this year's. The input is never touched; the output appears whole or not at all. */
export async function runRoll(command: RollCommand, io: Io): Promise<ExitCode> {
  try {
    const { made, bytes } = await rolledFile(command);
    const output = await Output.begin(command.out);
    try {
      const name = `${basename(command.last, extname(command.last))}-承上年${extname(command.last)}`;
      const json = rollJson(basename(command.last), name, made);
      await output.put(name, bytes);
      await output.put('roll.json', `${JSON.stringify(json, null, 2)}\n`);
      const paths = output.paths();
      await output.commit();
      io.out(command.format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : rollText(made, paths));
    } catch (error) {
      await output.abandon();
      throw error;
    }
    return 0;
  } catch (error) {
    tell(error, io);
    return 2;
  }
}

async function rolledFile(command: RollCommand): Promise<{ readonly made: RolledFile; readonly bytes: Uint8Array | string }> {
  const { document, word } = openText(await readBytes(command.last), basename(command.last));
  const { prior, supplement, workbook } = command;
  const { request } = await readRequest(
    workbook,
    { prior, supplement, choose: {}, allowRenamedUnit: command.allowRenamedUnit },
    product.profiles[0],
  );
  const checked = await product.check(request);
  // A document may have been written with a profile of the unit's own.
  const profiles = command.profile === undefined ? product.profiles : [await profileOf(command.profile), ...product.profiles];
  const made = await rollFile({ document, word }, checked, { sections, profiles });
  const by = { author: COMMENT_AUTHOR, date: new Date().toISOString() };
  return { made, bytes: word ? rolledWord(word, made, by) : `${rolledLines(made).join('\n')}\n` };
}

function rollText({ rolled, sources }: RolledFile, paths: readonly string[]): string {
  const open = rolled.paragraphs.filter(({ status }) => status === 'open');
  const list = open.map(({ text, last, why }) => `  ${shortened(text || last)}\n    ${why}`);
  return [
    `承上年：${rolled.from}年度 → ${rolled.to}年度。${countsText(rolled.counts)}上年的数取自${sources.join('、')}。`,
    ...(open.length > 0 ? [`待核 ${open.length} 段：`, ...list] : ['没有待核的段落。']),
    '已生成：',
    ...paths.map((path) => `  ${path}`),
    '',
  ].join('\n');
}

const shortened = (text: string): string => (text.trim().length > 60 ? `${text.trim().slice(0, 60)}…` : text.trim());
