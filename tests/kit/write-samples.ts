import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sampleFiles } from './samples';

const folder = path.join(process.cwd(), 'assets', 'samples');
mkdirSync(folder, { recursive: true });
void sampleFiles().then((files) => {
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), bytes);
    console.log(`assets/samples/${name}  ${bytes.length} bytes`);
  }
});
