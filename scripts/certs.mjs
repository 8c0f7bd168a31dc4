import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { install } from './lib.mjs';

const folder = path.join(homedir(), '.office-addin-dev-certs');
const read = (name) => readFileSync(path.join(folder, name));

/** Key and certificate for https://localhost, made by `npm run certs`. */
export async function certificate() {
  if (!existsSync(path.join(folder, 'localhost.key'))) throw new Error('还没有本机证书：请先运行 npm run certs。');
  return { key: read('localhost.key'), cert: read('localhost.crt'), ca: read('ca.crt') };
}

async function main() {
  await install();
  const certs = createRequire(import.meta.url)('office-addin-dev-certs');
  if (process.argv.includes('--uninstall')) {
    await certs.uninstallCaCertificate();
    console.log('已移除本机开发证书。');
    return;
  }
  // Trusting the certificate is a matter of Windows and macOS, where Excel runs; elsewhere it is only made.
  if (process.platform === 'win32' || process.platform === 'darwin') {
    await certs.ensureCertificatesAreInstalled();
    console.log('本机开发证书已生成并受信任。接着运行 npm run serve:https，再在 Excel 中加载 manifest.xml。');
  } else {
    const file = (name) => path.join(folder, name);
    if (!existsSync(file('localhost.key'))) await certs.generateCertificates(file('ca.crt'), file('localhost.crt'), file('localhost.key'));
    console.log(`证书已生成在 ${folder}。Excel 只在 Windows 和 macOS 上运行，这里不作信任设置。`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    console.error(`证书没有装好：${error.message}`);
    process.exitCode = 1;
  });
}
