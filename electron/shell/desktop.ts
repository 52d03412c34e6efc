import { basename, join } from 'node:path';
import type { Dialog, OpenDialogOptions, SaveDialogOptions, Shell } from 'electron';
import { UserError } from '../../shared/errors/errors.ts';
import { fileReason } from '../../shared/errors/file-errors.ts';
import type { Desktop } from '../ports/desktop.ts';
import { decodeText } from '../profile/decode-text.ts';
import { safeLink } from './external-link.ts';
import type { LoginItem } from './login-item.ts';

export interface DesktopDeps {
  readonly dialog: {
    readonly save: (options: SaveDialogOptions) => ReturnType<Dialog['showSaveDialog']>;
    readonly open: (options: OpenDialogOptions) => ReturnType<Dialog['showOpenDialog']>;
  };
  readonly files: {
    readonly read: (path: string) => Promise<Uint8Array>;
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

/** A file of rules or of a key is small; what is larger was chosen by mistake. */
const largest = 4_000_000;

/** The system's side of the port. No path of a file ever leaves it (security.md E14). */
export function createDesktop(deps: DesktopDeps): Desktop {
  return {
    saveFile: async (suggestedName, text) => {
      const { canceled, filePath } = await deps.dialog.save({
        defaultPath: basename(suggestedName),
      });
      if (canceled || filePath === '') return false;
      await orTold('file.unwritable', filePath, () => deps.files.write(filePath, text));
      return true;
    },
    openFile: async () => {
      const { canceled, filePaths } = await deps.dialog.open({ properties: ['openFile'], filters });
      const [path] = filePaths;
      if (canceled || path === undefined) return null;
      return await orTold('file.unreadable', path, () => openedFile(path, deps.files));
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
        return decodeText(await deps.files.read(join(deps.shippedFiles, basename(name))));
      } catch {
        return null;
      }
    },
  };
}

async function openedFile(
  path: string,
  files: DesktopDeps['files'],
): Promise<{ readonly name: string; readonly text: string }> {
  const name = basename(path);
  if ((await files.size(path)) > largest)
    throw new UserError('file.unreadable', { file: name, reason: 'it is larger than any of ours' });
  return { name, text: decodeText(await files.read(path)) };
}

/** What the system refuses, as an error that names the file without its folder. */
async function orTold<T>(
  code: 'file.unreadable' | 'file.unwritable',
  path: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(code, { file: basename(path), reason: fileReason(error) });
  }
}

const filters = [{ name: 'JSON', extensions: ['json'] }];
