/** The small APIs: each does what the app needs of it and records what it did. */
import { EventEmitter } from 'node:events';
import type { ClipboardItem as Item, Dialog, Display } from 'electron';
import type { Records } from './records.ts';

/** Electron's `nativeTheme`, in daylight. */
export class HostTheme extends EventEmitter {
  themeSource: 'system' | 'light' | 'dark' = 'system';
  readonly shouldUseDarkColorsForSystemIntegratedUI = false;

  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  }
}

/** Electron's `powerMonitor`: somebody is there, and the mains are. */
export class HostPower extends EventEmitter {
  idleSeconds = 0;
  getSystemIdleTime(): number {
    return this.idleSeconds;
  }
  isOnBatteryPower(): boolean {
    return false;
  }
}

/** Electron's `net`, as far as it knows whether there is a network. */
export class HostNet {
  online = true;
  isOnline(): boolean {
    return this.online;
  }
}

/** Electron's `screen`, with one display. */
export const hostScreen = {
  getAllDisplays: (): Pick<Display, 'workArea'>[] => [
    { workArea: { x: 0, y: 0, width: 1920, height: 1080 } },
  ],
};

/** Electron's `ClipboardItem`. */
export class HostClipboardItem {
  readonly content: Readonly<Record<string, unknown>>;
  constructor(content: ConstructorParameters<typeof Item>[0]) {
    this.content = content;
  }
}

/** Electron's `clipboard`, in its form since version 44. */
export function clipboardApi(records: Records) {
  return {
    write: (items: readonly HostClipboardItem[]): Promise<void> => {
      for (const { content } of items)
        records.clipboard.push(
          Object.fromEntries(Object.entries(content).map(([type, value]) => [type, String(value)])),
        );
      return Promise.resolve();
    },
  };
}

/** Electron's `shell`: notes the address instead of opening it. */
export function shellApi(records: Records) {
  return {
    openExternal: (address: string): Promise<void> => {
      records.openedLinks.push(address);
      return Promise.resolve();
    },
  };
}

/** Electron's `dialog`: gives the answers that a test laid ready, in their order. */
export function dialogApi(records: Records) {
  const ask = (kind: 'save' | 'open', args: readonly unknown[]): string | null => {
    records.dialogs.push({ kind, options: args.at(-1) });
    const answer = records.dialogAnswers.shift();
    if (answer === undefined) throw new Error(`Nobody laid an answer ready for a ${kind} dialog`);
    return answer;
  };
  const save = (...args: unknown[]): ReturnType<Dialog['showSaveDialog']> => {
    const path = ask('save', args);
    return Promise.resolve({ canceled: path === null, filePath: path ?? '' });
  };
  const open = (...args: unknown[]): ReturnType<Dialog['showOpenDialog']> => {
    const path = ask('open', args);
    return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
  };
  const showErrorBox = (title: string, content: string): void => {
    records.errors.push({ title, content });
    process.stderr.write(`${title}: ${content}\n`);
  };
  return { showSaveDialog: save, showOpenDialog: open, showErrorBox };
}

/** Electron's `crashReporter`, which must never send anything. */
export const hostCrashReporter = {
  start: (options: { readonly uploadToServer?: boolean }): void => {
    if (options.uploadToServer !== false) throw new Error('Crash images must stay on this machine');
  },
};
