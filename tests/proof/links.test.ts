import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { proofread } from '../../src/app/proof';
import { annotatedScore, plainOfNotes } from './annotated';
import { link } from '../../src/proof/links/link';
import { linkFacts } from './link-facts';
import { documentFrom } from './texts';

const folder = path.join(__dirname, 'links');
test.each(readdirSync(folder))('%s: what each figure states, against what a person has read', (file) => {
  const { figures, right, sentences, sentencesRight, wrong, unread } = annotatedScore(
    readFileSync(path.join(folder, file), 'utf8'),
    linkFacts,
  );
  // What is read is read as a person reads it; what is not read is grey and costs nothing.
  expect(wrong).toEqual([]);
  expect({ few: right / figures >= 0.95, unread }).toMatchObject({ few: true });
  expect(sentencesRight / sentences).toBeGreaterThanOrEqual(0.9);
});

test('two words of opposite direction are told where nothing of the sentence was understood', async () => {
  const told = async (words: string): Promise<readonly string[]> =>
    (await proofread(documentFrom(`一、收入支出决算总体情况说明\n往来收付净额比上年${words}。`))).findings.map(
      ({ rule, quote }) => `${rule} ${quote}`,
    );
  expect(await told('增加97.34万元，下降8.26%')).toEqual(['P-DIRECTION 增加97.34万元，下降8.26%']);
  expect(await told('减少97.34万元，下降8.26%')).toEqual([]);
});

test('groups of one’s own and of others are no total', () => {
  const text = '七、财政拨款“三公”经费支出决算情况说明\n全年安排本单位组织的出国团组1个，参加其他单位组织的出国团组2个。';
  const { figures } = link(documentFrom(text));
  expect(figures.map(({ claim }) => claim)).toEqual([undefined, undefined]);
});

test.each(readdirSync(folder))('%s: no error is told where there is none', async (file) => {
  const { findings } = await proofread(documentFrom(plainOfNotes(readFileSync(path.join(folder, file), 'utf8'))));
  expect(findings.filter(({ severity }) => severity !== 'info').map(({ rule, quote, message }) => `${rule} ${quote} ${message}`)).toEqual(
    [],
  );
});
