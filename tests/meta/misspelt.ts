import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { tableIds, codeTables, columnsOf, fixedTables, rowsOf } from '../../src/layouts/shape';

/** A place in the source where a form, a row or a column is named, and the same text with one letter changed. */
export interface Misspelling {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly now: string;
}

const ROOT = path.join(__dirname, '../..');

const names = new Set<string>([
  ...tableIds,
  ...fixedTables.flatMap((id) => [...rowsOf(id), ...columnsOf(id)]),
  ...codeTables.flatMap((id) => columnsOf(id)),
]);
for (const name of [...names]) for (const half of name.split('·')) names.add(half);

/** Where text is for people, a name is just a word. */
const spoken = new Set(['title', 'hint', 'message', 'words', 'example', 'absence', 'text', 'head', 'caption', 'series', 'source']);

export const sourcesUnder = (folder: string): readonly string[] =>
  readdirSync(path.join(ROOT, folder)).flatMap((name): readonly string[] => {
    const file = path.join(folder, name);
    return statSync(path.join(ROOT, file)).isDirectory() ? sourcesUnder(file) : file.endsWith('.ts') ? [file] : [];
  });

/** `Z01.收入总计.决算数` with anything in place of what is filled in. */
const isKey = (text: string): boolean => /^[\w…]+\.[^.。，\s]+\.[^.。\s]+$/.test(text) && /^(Z\d|F0|CS|…)/.test(text);

function isSpoken(node: ts.Node): boolean {
  for (let at = node.parent; at && !ts.isStatement(at); at = at.parent) {
    if (ts.isPropertyAssignment(at) && spoken.has(at.name.getText())) return true;
    if (
      ts.isCallExpression(at) &&
      /^(derived|official|house|unverified|blocked|passed|notApplicable|differs|wrong|usual)$/.test(at.expression.getText())
    )
      return at.expression.getText() !== 'usual' || at.arguments[1] === node || at.arguments[0] === node;
  }
  return false;
}

interface Span {
  readonly start: number;
  readonly text: string;
}

/** The texts of a file that name a form, a row or a column: keys anywhere, bare names in `rules` and at `.at(…)`. */
function named(file: string, source: ts.SourceFile): readonly Span[] {
  const found: Span[] = [];
  const inRules = file.startsWith(`src${path.sep}rules${path.sep}`);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const asked = ts.isCallExpression(node.parent) && /\.(at|plain)$/.test(node.parent.expression.getText());
      if (isKey(node.text) || ((inRules || asked) && names.has(node.text) && !isSpoken(node)))
        found.push({ start: node.getStart() + 1, text: node.text });
    } else if (ts.isTemplateExpression(node)) {
      const whole = node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
      if (isKey(whole) && !isSpoken(node)) {
        for (const part of [node.head, ...node.templateSpans.map((span) => span.literal)])
          if (/[\u4e00-\u9fff\w]/.test(part.text)) found.push({ start: part.getStart() + 1, text: part.text });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const han = '预决支收入款科目经费总结转余年初末本基项';

/** The same text with one letter changed: another character, another digit, another Latin letter. */
function misspell(text: string, random: () => number): string {
  const letters = [...text].flatMap((letter, i) => (/[\u4e00-\u9fffA-Z\d]/.test(letter) ? [i] : []));
  const at = letters[Math.floor(random() * letters.length)]!;
  const letter = [...text][at]!;
  const pool = /\d/.test(letter) ? '0123456789' : /[A-Z]/.test(letter) ? 'ABFXZ' : han;
  const others = [...pool].filter((other) => other !== letter);
  return [...text].map((old, i) => (i === at ? others[Math.floor(random() * others.length)]! : old)).join('');
}

/** One misspelling of every name in these files. */
export function misspellings(files: readonly string[], random: () => number): readonly Misspelling[] {
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.ES2021, true);
    return named(file, source).map(({ start, text }) => ({
      file,
      start,
      end: start + text.length,
      was: text,
      now: misspell(text, random),
    }));
  });
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2019,
  lib: ['lib.es2021.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noUncheckedIndexedAccess: true,
  esModuleInterop: true,
  skipLibCheck: true,
  resolveJsonModule: true,
  noEmit: true,
  types: [],
};

/** Type-checks sources with misspellings in them; what does not change is parsed once. */
export class Compiler {
  private readonly parsed = new Map<string, ts.SourceFile | undefined>();
  private old: ts.Program | undefined;
  private readonly host = ts.createCompilerHost(options);

  constructor(private readonly roots: readonly string[]) {}

  /** The misspellings that compile: no error stands at them (or, one by one, anywhere). */
  surviving(mutants: readonly Misspelling[]): readonly Misspelling[] {
    const texts = new Map<string, string>();
    for (const mutant of [...mutants].sort((a, b) => b.start - a.start)) {
      const text = texts.get(mutant.file) ?? readFileSync(path.join(ROOT, mutant.file), 'utf8');
      texts.set(mutant.file, text.slice(0, mutant.start) + mutant.now + text.slice(mutant.end));
    }
    const host: ts.CompilerHost = {
      ...this.host,
      getSourceFile: (name, target) => {
        const changed = texts.get(path.relative(ROOT, name));
        if (changed !== undefined) return ts.createSourceFile(name, changed, target, true);
        if (!this.parsed.has(name)) this.parsed.set(name, this.host.getSourceFile(name, target));
        return this.parsed.get(name);
      },
    };
    const program = ts.createProgram(
      this.roots.map((file) => path.join(ROOT, file)),
      options,
      host,
      this.old,
    );
    this.old = program;
    const errors = (file: string): readonly ts.Diagnostic[] => program.getSemanticDiagnostics(program.getSourceFile(path.join(ROOT, file)));
    if (mutants.length === 1) return this.roots.some((file) => errors(file).length > 0) ? [] : mutants;
    const spans = new Map([...texts.keys()].map((file) => [file, errors(file)] as const));
    return mutants.filter(
      ({ file, start, end }) => !spans.get(file)!.some((error) => error.start! < end + 1 && start - 1 < error.start! + error.length!),
    );
  }
}
