import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.join(__dirname, '../../docs/hostile.md');
const TITLE = '# 出错、出格和恶意的输入\n';

/** Replaces one section of docs/hostile.md, or adds it; the others stay as they are. */
export function writeSection(title: string, lines: readonly string[]): void {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : TITLE;
  const [head, ...sections] = text.split(/^(?=## )/m);
  const own = `## ${title}\n\n${lines.join('\n').trimEnd()}\n`;
  const at = sections.findIndex((section) => section.startsWith(`## ${title}\n`));
  if (at >= 0) sections[at] = own;
  else sections.push(own);
  writeFileSync(FILE, [head!, ...sections].map((part) => part.trimEnd()).join('\n\n') + '\n');
}
