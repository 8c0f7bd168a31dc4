import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { proofread } from '../../src/app/proof';
import { annotatedScore, plainOfNotes } from './annotated';
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

test.each(readdirSync(folder))('%s: no error is told where there is none', async (file) => {
  const { findings } = await proofread(documentFrom(plainOfNotes(readFileSync(path.join(folder, file), 'utf8'))));
  expect(findings.filter(({ severity }) => severity !== 'info').map(({ rule, quote, message }) => `${rule} ${quote} ${message}`)).toEqual(
    [],
  );
});
