import { rmSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, clipboard, ClipboardItem, dialog, shell } from 'electron';
import { nodeDisk } from '../accounts/vault/disk.ts';
import { autostartFile } from './autostart-file.ts';
import type { Desktop } from '../ports/desktop.ts';
import { createDesktop } from './desktop.ts';
import { loginItem } from './login-item.ts';

/** The real dialogs, files, clipboard and browser. Dialogs belong to the window where there is one. */
export function systemDesktop(window: () => BrowserWindow | null): Desktop {
  const over = <T>(asked: (parent: BrowserWindow) => T, alone: () => T): T => {
    const parent = window();
    return parent === null ? alone() : asked(parent);
  };
  return createDesktop({
    dialog: {
      save: (options) =>
        over(
          (parent) => dialog.showSaveDialog(parent, options),
          () => dialog.showSaveDialog(options),
        ),
      open: (options) =>
        over(
          (parent) => dialog.showOpenDialog(parent, options),
          () => dialog.showOpenDialog(options),
        ),
    },
    files: {
      read: (path) => readFile(path),
      write: (path, text) => nodeDisk.replace(path, new TextEncoder().encode(text)),
      size: async (path) => (await stat(path)).size,
    },
    copy: (content) => clipboard.write([new ClipboardItem({ ...content })]),
    // A build that was never packed has them among what it built.
    shippedFiles: app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'dist'),
    openExternal: (url) => shell.openExternal(url),
    eraseWindowAtQuit: () => void app.once('quit', eraseWindow),
    loginItem: loginItem({
      platform: process.platform,
      app,
      autostart: autostartFile(join(configHome(), 'autostart', 'umbra.desktop')),
      executable: process.env['APPIMAGE'] ?? process.execPath,
      packaged: app.isPackaged,
    }),
  });
}

/** As late as can be: Chromium writes there until it ends. What Windows still holds open goes with "umbra privacy erase". */
function eraseWindow(): void {
  rmSync(app.getPath('userData'), { recursive: true, force: true, maxRetries: 3 });
}

const configHome = (): string => process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
