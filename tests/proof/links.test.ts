import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { annotatedScore } from './annotated';
import { linkFacts } from './link-facts';

const folder = path.join(__dirname, 'links');
test.each(readdirSync(folder))('%s: what each figure states, against what a person has read', (file) => {
  const { figures, linked, right, sentences, sentencesRight, invented, wrong } = annotatedScore(
    readFileSync(path.join(folder, file), 'utf8'),
    linkFacts,
  );
  expect({ wrong, invented }).toEqual({ wrong: [], invented: 0 });
  expect(linked).toBe(figures);
  expect([right, sentencesRight]).toEqual([figures, sentences]);
});
