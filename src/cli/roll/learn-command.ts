import { basename, extname } from 'node:path';
import { openText } from '../../adapters/word/open-text';
import { learnProfile } from '../../app/learn';
import { profileFileText } from '../../narrative/profile-file';
import { sections } from '../../narrative/sections/index';
import { product } from '../../product/index';
import { learnedWords } from '../../roll/learn/words';
import type { LearnedProfile } from '../../roll/learn/learn';
import { readBytes } from '../files/input';
import type { ExitCode, Io } from '../io';
import { tell } from '../messages';
import { Output } from '../files/output';
import { readRequest } from '../request';
import { refuseInputs } from '../files/refuse-inputs';
import type { LearnCommand } from './arguments';

/** `juesuan learn`: a unit's own profile from a document and the workbook of its year. Without --out it is only shown. */
export async function runLearn(command: LearnCommand, io: Io): Promise<ExitCode> {
  try {
    const learned = await learnedFrom(command);
    const name = `${basename(command.document, extname(command.document))}-口径.json`;
    const paths = command.out === undefined ? [] : await written(command, command.out, name, learned);
    io.out(command.format === 'json' ? learnJson(command, learned) : learnText(learned, paths));
    return 0;
  } catch (error) {
    tell(error, io);
    return 2;
  }
}

async function learnedFrom(command: LearnCommand): Promise<LearnedProfile> {
  const { document } = openText(await readBytes(command.document), basename(command.document));
  const { prior, supplement, allowRenamedUnit, workbook } = command;
  const { request } = await readRequest(workbook, { prior, supplement, choose: {}, allowRenamedUnit }, product.profiles[0]);
  const { years, supplements } = await product.check(request);
  return learnProfile(document, { years, supplements }, { sections, profiles: product.profiles });
}

async function written(command: LearnCommand, folder: string, name: string, { profile }: LearnedProfile): Promise<readonly string[]> {
  const output = await Output.begin(folder);
  try {
    await output.put(name, profileFileText(profile));
    await refuseInputs([command.document, command.workbook, command.prior, command.supplement], output);
    const paths = output.paths();
    await output.commit();
    return paths;
  } catch (error) {
    await output.abandon();
    throw error;
  }
}

function learnJson({ document }: LearnCommand, { profile, like, sentences, equal, open, figures, others }: LearnedProfile): string {
  const counts = { sentences, equal, open, figures, others: others.length };
  const left = others.map(({ paragraph, text }) => ({ paragraph, text }));
  return `${JSON.stringify({ version: 1, file: basename(document), like: like.id, counts, others: left, profile }, null, 2)}\n`;
}

function learnText(learned: LearnedProfile, paths: readonly string[]): string {
  const { others } = learned;
  return [
    `学到的口径“${learned.profile.name}”：`,
    ...learnedWords(learned).map(([name, words]) => `  ${name}：${words}`),
    ...(others.length > 0
      ? ['没有学到的句子：', ...others.map(({ text }) => `  ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`)]
      : []),
    ...(paths.length > 0
      ? ['已生成：', ...paths.map((path) => `  ${path}`), '用 report --profile 这个文件 生成说明。']
      : ['没有保存。加 --out 文件夹 保存成口径文件。']),
    '',
  ].join('\n');
}
