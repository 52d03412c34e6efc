import type { App } from 'electron';

/** Whether the program starts when its user signs in, as the system tells it; not as it was wished (security.md E9). */
export interface LoginItem {
  read(): Promise<boolean>;
  /** Returns what the system made of it. */
  write(on: boolean): Promise<boolean>;
}

/** How a start at login is told from a start by hand: it opens no window. */
export const autostartFlag = '--autostart';

/** Whether macOS, which passes no arguments, started the program at login. */
export function openedAtLogin(
  platform: NodeJS.Platform,
  app: Pick<App, 'getLoginItemSettings'>,
): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Files of the user's own session on Linux; a small port so that tests need no home. */
export interface AutostartFile {
  exists(): Promise<boolean>;
  write(text: string): Promise<void>;
  remove(): Promise<void>;
}

export interface LoginItemDeps {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly autostart: AutostartFile;
  readonly executable: string;
  /** Whether a package runs; a start from sources would register the bare Electron. */
  readonly packaged: boolean;
}

/** The platform's way. Never registers anything that is not an installed Umbra. */
export function loginItem(deps: LoginItemDeps): LoginItem {
  if (!deps.packaged) return { read: off, write: off };
  if (deps.platform === 'darwin') return onMac(deps.app);
  if (deps.platform === 'win32') return onWindows(deps.app, deps.executable);
  return onLinux(deps.autostart, deps.executable);
}

const off = (): Promise<boolean> => Promise.resolve(false);

function onMac(app: LoginItemDeps['app']): LoginItem {
  // `requires-approval` and `not-found` are no: the user has the last word in System Settings.
  const read = (): Promise<boolean> =>
    Promise.resolve(app.getLoginItemSettings().status === 'enabled');
  return {
    read,
    write: (on) => {
      app.setLoginItemSettings({ openAtLogin: on });
      return read();
    },
  };
}

function onWindows(app: LoginItemDeps['app'], executable: string): LoginItem {
  const entry = { path: executable, args: [autostartFlag] };
  // Takes a switch in the Task Manager into account, which `openAtLogin` does not.
  const read = (): Promise<boolean> =>
    Promise.resolve(app.getLoginItemSettings(entry).executableWillLaunchAtLogin);
  return {
    read,
    write: (on) => {
      app.setLoginItemSettings({ ...entry, openAtLogin: on });
      return read();
    },
  };
}

function onLinux(file: AutostartFile, executable: string): LoginItem {
  return {
    read: () => file.exists(),
    write: async (on) => {
      // A disk that refuses has the last word, as the other systems have.
      await (on ? file.write(desktopEntry(executable)) : file.remove()).catch(() => undefined);
      return file.exists();
    },
  };
}

/** The XDG autostart entry. A path's special characters are quoted as the Desktop Entry Specification asks. */
export function desktopEntry(executable: string): string {
  const quoted = `"${executable.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Umbra',
    'Comment=Keeps your calendars in step',
    `Exec=${quoted} ${autostartFlag}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}
