/**
 * The built app in Electron itself, through Playwright's driver, behind the same handle as the stand-in. What no driver sees
 * (tray, menus, notifications, dialogs) is recorded inside Electron by `recorder.cjs`, which is loaded before the app.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron, type ElectronApplication } from 'playwright-core';
import type { DrivenApp, Remote, RunApp } from '../electron-host/drive.ts';

const root = join(import.meta.dirname, '../..');
const recorder = join(import.meta.dirname, 'recorder.cjs');

/** What `recorder.cjs` leaves for us. */
interface Recorded {
  readonly umbraControls: Readonly<Record<string, (...args: unknown[]) => unknown>>;
}

export async function startInElectron(
  args: readonly string[],
  given: string | null,
): Promise<DrivenApp> {
  const directory = given ?? (await mkdtemp(join(tmpdir(), 'umbra-e2e-')));
  const app = await electron.launch({
    cwd: root,
    args: ['-r', recorder, '.', '--profile', directory, ...args],
  });
  const child = app.process();
  const output = collected(child.stdout, child.stderr);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    origin: 'app://umbra/',
    host: remote(app),
    directory,
    ended,
    ...output,
    page: () => app.firstWindow(),
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGKILL');
      await ended;
      if (given === null) await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function runInElectron(args: readonly string[], directory: string): Promise<RunApp> {
  const binary = createRequire(import.meta.url)('electron') as string;
  const child = spawn(binary, ['.', '--profile', directory, ...args], { cwd: root });
  const output = collected(child.stdout, child.stderr);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, prints: output.prints(), remarks: output.remarks() };
}

/** Chromium talks on stderr too; ours are the lines that name us and the places below them. */
function collected(stdout: NodeJS.ReadableStream | null, stderr: NodeJS.ReadableStream | null) {
  let prints = '';
  let remarks = '';
  stdout?.on('data', (chunk: Buffer) => (prints += chunk.toString()));
  stderr?.on('data', (chunk: Buffer) => (remarks += chunk.toString()));
  const ours = /^(umbra: .*|\w*Error|\s+at .*)$/;
  return {
    prints: () => prints,
    remarks: () =>
      remarks
        .split('\n')
        .filter((line) => ours.test(line))
        .join('\n'),
  };
}

function remote(app: ElectronApplication): Remote {
  const ask = (name: string, args: unknown[]): Promise<unknown> =>
    app.evaluate(
      (_electron, [control, given]) =>
        (globalThis as unknown as Recorded).umbraControls[control]?.(...given),
      [name, args] as const,
    );
  return new Proxy({} as Remote, {
    get: (_target, name) =>
      typeof name === 'string' && name !== 'then'
        ? (...args: unknown[]) => ask(name, args)
        : undefined,
  });
}
