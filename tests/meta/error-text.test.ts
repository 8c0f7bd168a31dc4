import { Linter } from 'eslint';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { parser } from 'typescript-eslint';
import rule from '../../scripts/eslint/no-error-text.js';

const looks = [
  'if (/更名/.test(error.message)) return 1;',
  "if (error.message.includes('更名')) return 2;",
  "if (error.message.replace(/。$/, '')) return 3;",
  "if (error.message === '已取消') return 4;",
  'if (/password/i.exec(String(thrown))) return 5;',
  "if (`${error}`.startsWith('E')) return 6;",
  "if ((error.stack ?? '').split('x').length > 1) return 7;",
  'if (error.toString().match(/x/)) return 8;',
];
const harmless = [
  'if (error.message) return error.message;',
  'if (finding.message.includes(finding.message)) return 9;',
  'if (thrown) return `${String(thrown)}。`;',
];

/** The lines of a file that the rule of eslint.config.js reports. */
function reported(code: string): readonly number[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'juesuan-'));
  try {
    const file = path.join(folder, 'probe.ts');
    writeFileSync(file, code);
    const programs = [ts.createProgram([file], { lib: ['lib.es2021.d.ts'], types: [], strict: true, noEmit: true })];
    const found = new Linter({ cwd: folder }).verify(
      code,
      {
        files: ['**/*.ts'],
        languageOptions: { parser: parser as Linter.Parser, parserOptions: { programs } },
        plugins: { house: { rules: { 'no-error-text': rule } } },
        rules: { 'house/no-error-text': 'error' },
      },
      { filename: file },
    );
    expect(found.filter(({ fatal }) => fatal)).toEqual([]);
    return [...new Set(found.map(({ line }) => line))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a look into the words of an error is an error of the linter, whatever the look; the words themselves may be shown', () => {
  const head = 'export function probe(error: Error, thrown: unknown, finding: { message: string }): unknown {';
  const code = [head, ...looks, ...harmless, 'return undefined;', '}', ''].join('\n');
  expect(reported(code)).toEqual(looks.map((_, i) => i + 2));
});
