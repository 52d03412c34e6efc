import { basename, join } from 'node:path';
import type { Dialog, OpenDialogOptions, SaveDialogOptions, Shell } from 'electron';
import type { Desktop } from '../ports/desktop.ts';
import { safeLink } from './external-link.ts';
import type { LoginItem } from './login-item.ts';

export interface DesktopDeps {
  readonly dialog: {
    readonly save: (options: SaveDialogOptions) => ReturnType<Dialog['showSaveDialog']>;
    readonly open: (options: OpenDialogOptions) => ReturnType<Dialog['showOpenDialog']>;
  };
  readonly files: {
    readonly read: (path: string) => Promise<string>;
    readonly write: (path: string, text: string) => Promise<void>;
    readonly size: (path: string) => Promise<number>;
  };
  readonly copy: (content: Readonly<Record<string, string>>) => Promise<void>;
  /** The folder that a package puts them in. */
  readonly shippedFiles: string;
  readonly openExternal: Shell['openExternal'];
  readonly loginItem: LoginItem;
  readonly eraseWindowAtQuit: () => void;
}

/** A file of rules is small; what is larger was chosen by mistake. */
const largest = 4_000_000;

/** The system's side of the port. No path of a file ever leaves it (security.md E14). */
export function createDesktop(deps: DesktopDeps): Desktop {
  return {
    saveFile: async (suggestedName, text) => {
      const { canceled, filePath } = await deps.dialog.save({
        defaultPath: basename(suggestedName),
      });
      if (canceled || filePath === '') return false;
      await deps.files.write(filePath, text);
      return true;
    },
    openFile: async () => {
      const { canceled, filePaths } = await deps.dialog.open({ properties: ['openFile'], filters });
      const [path] = filePaths;
      if (canceled || path === undefined || (await deps.files.size(path)) > largest) return null;
      return { name: basename(path), text: await deps.files.read(path) };
    },
    copy: ({ text, html }) => {
      const rich = html === undefined ? {} : { 'text/html': html };
      void deps.copy({ 'text/plain': text, ...rich });
    },
    openLink: async (url) => {
      const link = safeLink(url);
      if (link !== null) await deps.openExternal(link);
    },
    startsAtLogin: () => deps.loginItem.read(),
    startAtLogin: (enabled) => deps.loginItem.write(enabled),
    eraseTraces: () => {
      void deps.loginItem.write(false);
      deps.eraseWindowAtQuit();
    },
    shipped: async (name) => {
      try {
        return await deps.files.read(join(deps.shippedFiles, basename(name)));
      } catch {
        return null;
      }
    },
  };
}

const filters = [{ name: 'JSON', extensions: ['json'] }];
