import './polyfills';
import { again, whenReady } from './ready';

/** Plain words in place of the pane, before anything of it is loaded. */
function tell(title: string, words: string, retry = false): void {
  const main = document.createElement('main');
  main.className = 'notice';
  const heading = document.createElement('h1');
  heading.style.fontSize = '16px';
  heading.textContent = title;
  const link = document.createElement('a');
  link.href = 'workbench.html';
  link.textContent = '打开离线工作台';
  main.append(heading, words, document.createElement('br'));
  if (retry) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '重试';
    button.style.marginRight = '12px';
    button.addEventListener('click', again);
    main.append(button);
  }
  main.append(link);
  document.getElementById('root')!.replaceChildren(main);
}

/**
 * Without a host office.js loads a frame of Microsoft's for reporting, after three seconds. The policy of the page refuses
 * it, but browsers open the connection before they ask the policy: the frame is taken to be there already.
 */
function silence(): void {
  const { OSF } = window as { OSF?: { Logger?: { ulsEndpoint?: { proxyFrame?: unknown } } } };
  const endpoint = OSF?.Logger?.ulsEndpoint;
  if (endpoint) endpoint.proxyFrame ??= document.createElement('iframe');
}

async function start(): Promise<void> {
  const silent = (): void =>
    tell(
      'Excel 没有应答',
      '窗格已打开，但 Excel 一直没有接通。请点“重试”；仍不行时请关闭窗格、重新打开工作簿，或改用离线工作台，功能相同，文件不离开本机。',
      true,
    );
  const { host } = await whenReady(() => Office.onReady(), silent, silence);
  if (host !== Office.HostType.Excel) {
    silence();
    return tell('没有连上 Excel', '本页要在 Excel 的任务窗格里打开。没有 Excel 时请用离线工作台，功能相同，文件不离开本机。');
  }
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.9')) {
    return tell('请改用离线工作台', '本加载项需要 Excel 2021 或更高版本。您的 Excel 版本较旧，请用离线工作台，功能相同，文件不离开本机。');
  }
  const { startPane } = await import(/* webpackMode: "eager" */ './start-excel');
  return startPane();
}

if (!window.juesuanStopped) void start();
