import { existsSync, readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { install } from './lib.mjs';

const folder = path.join(homedir(), '.office-addin-dev-certs');
const read = (name) => readFileSync(path.join(folder, name));

/** When the certificate ends; it lasts thirty days. */
function endOf() {
  const found = new X509Certificate(read('localhost.crt'));
  return new Date(found.validTo);
}
const dayOf = (date) => date.toLocaleDateString('zh-CN');

/** Key and certificate for https://localhost, made by `npm run certs`. An expired one is refused: Excel would show an empty pane. */
export async function certificate() {
  if (!existsSync(path.join(folder, 'localhost.key'))) throw new Error('还没有本机证书：请先运行 npm run certs。');
  const end = endOf();
  if (end < new Date()) throw new Error(`本机证书已在 ${dayOf(end)} 到期：请重新运行 npm run certs。`);
  console.log(`本机证书有效到 ${dayOf(end)}，到期后重新运行 npm run certs。`);
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
    console.log(`本机开发证书已生成并受信任，有效到 ${dayOf(endOf())}。接着运行 npm run serve:https，再在 Excel 中加载 manifest.xml。`);
  } else {
    const file = (name) => path.join(folder, name);
    if (!existsSync(file('localhost.key')) || endOf() < new Date())
      await certs.generateCertificates(file('ca.crt'), file('localhost.crt'), file('localhost.key'));
    console.log(`证书已生成在 ${folder}，有效到 ${dayOf(endOf())}。Excel 只在 Windows 和 macOS 上运行，这里不作信任设置。`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    console.error(`证书没有装好：${error.message}`);
    process.exitCode = 1;
  });
}
