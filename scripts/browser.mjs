import { existsSync } from 'node:fs';
import path from 'node:path';

const { env, platform } = process;

const places = {
  win32: [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
    .filter(Boolean)
    .flatMap((base) =>
      ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
        (name) => path.join(base, name),
      ),
    ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
};

const onPath = () =>
  (env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) =>
      ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].map((name) => path.join(folder, name)),
    );

/** The Chrome, Chromium or Edge of this machine; CHROME_PATH names another. Undefined when there is none. */
export const findBrowser = () => [env.CHROME_PATH, ...(places[platform] ?? []), ...onPath()].find((file) => file && existsSync(file));

export const howToGetOne =
  {
    win32: 'Windows 自带 Edge；如已卸载，请安装 Microsoft Edge 或 Google Chrome。',
    darwin: '请安装 Google Chrome（https://www.google.com/chrome/）或 Microsoft Edge。',
    linux: '请安装 Chromium，例如：sudo apt-get install -y chromium fonts-noto-cjk。',
  }[platform] ?? '请安装 Google Chrome。';

/** Starts it without a window. Containers and CI have no user namespaces for the sandbox. */
export async function launch() {
  const { chromium } = await import('playwright-core');
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(`没有找到 Chrome、Chromium 或 Edge。${howToGetOne}`);
  const rootUser = typeof process.getuid === 'function' && process.getuid() === 0;
  return chromium.launch({ executablePath, args: rootUser || env.CI ? ['--no-sandbox'] : [] });
}
