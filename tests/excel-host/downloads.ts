import { Blob as NodeBlob } from 'node:buffer';

/** What a web view of a platform does with a file that the page hands over, and with what it copies. */
export interface Machine {
  /** Names of the files that have reached the disk. */
  readonly disk: string[];
  /** What lies on the clipboard, by type. */
  readonly clipboard: Map<string, string>;
  /** The policy of the pane forbids the clipboard. */
  clipboardRefused: boolean;
}

/**
 * Downloads and clipboard of a task pane. On a Mac the click on a download does nothing, and says nothing (office-js 2700,
 * 4681); on Windows and on the web the file is stored.
 */
export function installMachine(platform: 'PC' | 'Mac'): Machine {
  const machine: Machine = { disk: [], clipboard: new Map(), clipboardRefused: false };
  const refuse = (): void => {
    if (machine.clipboardRefused) throw new DOMException('not allowed', 'NotAllowedError');
  };
  Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => undefined });
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    if (this.download && platform === 'PC') machine.disk.push(this.download);
  };
  class Item {
    constructor(readonly parts: Readonly<Record<string, NodeBlob>>) {}
  }
  const clipboard = {
    async writeText(text: string): Promise<void> {
      await Promise.resolve();
      refuse();
      machine.clipboard.set('text/plain', text);
    },
    async write([item]: readonly Item[]): Promise<void> {
      refuse();
      for (const [type, blob] of Object.entries(item!.parts)) machine.clipboard.set(type, await blob.text());
    },
  };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  Object.assign(globalThis, { ClipboardItem: Item, Blob: NodeBlob });
  Object.assign(document, { execCommand: () => !machine.clipboardRefused });
  return machine;
}
