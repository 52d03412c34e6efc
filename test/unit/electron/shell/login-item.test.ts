import { describe, expect, it } from 'vitest';
import {
  desktopEntry,
  loginItem,
  openedAtLogin,
  type AutostartFile,
  type LoginItemDeps,
} from '../../../../electron/shell/login-item.ts';

/** A system that remembers what it was told, and answers as a platform would. */
function system(
  platform: NodeJS.Platform,
  answers: object = {},
  packaged = true,
  autostart?: AutostartFile,
) {
  const told: unknown[] = [];
  let file: string | null = null;
  const deps: LoginItemDeps = {
    platform,
    packaged,
    executable: '/opt/Umbra 1/umbra',
    app: {
      setLoginItemSettings: (settings) => void told.push(settings),
      getLoginItemSettings: (options) => (told.push(options), answers) as never,
    },
    autostart: autostart ?? {
      exists: () => Promise.resolve(file !== null),
      write: (text) => Promise.resolve(void (file = text)),
      remove: () => Promise.resolve(void (file = null)),
    },
  };
  return { item: loginItem(deps), told, file: () => file };
}

describe('starting at login', () => {
  it.each([
    ['enabled', true],
    ['requires-approval', false],
    ['not-found', false],
    ['not-registered', false],
  ])('E9: on macOS, %s means %s: the user has the last word', async (status, starts) => {
    const { item, told } = system('darwin', { status });
    expect(await item.write(true)).toBe(starts);
    expect(told[0]).toEqual({ openAtLogin: true });
  });

  it('E9: on Windows, believes the Task Manager, and starts without a window', async () => {
    const { item, told } = system('win32', {
      openAtLogin: true,
      executableWillLaunchAtLogin: false,
    });
    expect(await item.write(true)).toBe(false);
    const entry = { path: '/opt/Umbra 1/umbra', args: ['--autostart'] };
    expect(told).toEqual([{ ...entry, openAtLogin: true }, entry]);
  });

  it('E9: on Linux, is a file of the session', async () => {
    const { item, file } = system('linux');
    expect([await item.read(), await item.write(true), await item.read()]).toEqual([
      false,
      true,
      true,
    ]);
    expect(file()).toContain('Exec="/opt/Umbra 1/umbra" --autostart\n');
    expect([await item.write(false), file()]).toEqual([false, null]);
  });

  it('E9: on Linux, goes by what is there where the session’s files can’t be written', async () => {
    const refused = (): Promise<void> => Promise.reject(new Error('EROFS'));
    const there = { exists: () => Promise.resolve(true), write: refused, remove: refused };
    const { item } = system('linux', {}, true, there);
    expect([await item.write(true), await item.write(false)]).toEqual([true, true]);
  });

  it.each([
    ['darwin', true, true],
    ['darwin', false, false],
    // Windows and Linux say it by an argument.
    ['win32', true, false],
  ] as const)('E9: on %s, opened at login %s: no window %s', (platform, opened, quiet) => {
    const app = { getLoginItemSettings: () => ({ wasOpenedAtLogin: opened }) as never };
    expect(openedAtLogin(platform, app)).toBe(quiet);
  });

  it('E9: quotes what a desktop entry would take for its own', () => {
    expect(desktopEntry('/a "b" $c `d` \\e %f')).toContain(
      'Exec="/a \\"b\\" \\$c \\`d\\` \\\\e %%f" --autostart',
    );
  });

  it.each(['darwin', 'win32', 'linux'] as const)(
    'E9: on %s, never registers a start from sources',
    async (platform) => {
      const { item, told, file } = system(platform, { status: 'enabled' }, false);
      expect([await item.write(true), await item.read()]).toEqual([false, false]);
      expect([told, file()]).toEqual([[], null]);
    },
  );
});
