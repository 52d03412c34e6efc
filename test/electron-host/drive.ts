import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Controls } from './control.ts';

/** The scheme `app` as a browser that does not know it can have it. */
const origin = 'https://umbra.app.invalid/';
const root = join(import.meta.dirname, '../..');

/** Every control of the host, from another process. */
export type Remote = {
  readonly [K in keyof Controls]: (
    ...args: Parameters<Controls[K]>
  ) => Promise<Awaited<ReturnType<Controls[K]>>>;
};

/** A run that ended by itself. */
export interface RunApp {
  readonly code: number | null;
  readonly prints: string;
  readonly remarks: string;
}

/** The built app, running, with its window and its tray within reach. */
export interface DrivenApp {
  /** With what the addresses of the window's pages begin. */
  readonly origin: string;
  readonly host: Remote;
  /** The window's page as Chromium shows it. */
  readonly page: () => Promise<Page>;
  /** What it wrote to stdout so far. */
  readonly prints: () => string;
  /** What it wrote to stderr so far. */
  readonly remarks: () => string;
  /** The code with which it ended. */
  readonly ended: Promise<number | null>;
  readonly directory: string;
  readonly stop: () => Promise<void>;
}

/** Runs the built app to its own end. */
export async function runOnStandIn(args: readonly string[], directory: string): Promise<RunApp> {
  const app = await startOnStandIn(args, directory);
  const code = await app.ended;
  await app.stop();
  return { code, prints: app.prints(), remarks: app.remarks() };
}

/** Starts the built app on the stand-in, in a folder of its own, or in one that is given. */
export async function startOnStandIn(
  args: readonly string[],
  given: string | null,
): Promise<DrivenApp> {
  const directory = given ?? (await mkdtemp(join(tmpdir(), 'umbra-e2e-')));
  const line = ['dist/main/main.js', '--profile', directory, ...args];
  const child = fork(join(root, 'test/electron-host/run.ts'), line, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  let prints = '';
  let remarks = '';
  child.stdout?.on('data', (chunk: Buffer) => (prints += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (remarks += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const host = remote(child);
  let connected: Promise<Browser> | null = null;
  const browser = (): Promise<Browser> =>
    (connected ??= host.endpoint().then((endpoint) => chromium.connectOverCDP(endpoint)));
  return {
    origin,
    host,
    directory,
    ended,
    prints: () => prints,
    remarks: () => remarks,
    page: async () => {
      const pages = (await browser()).contexts().flatMap((context) => context.pages());
      const page = pages.find((one) => one.url().startsWith(origin));
      if (page !== undefined) return page;
      const [first] = pages;
      if (first === undefined) throw new Error('The window has no page');
      await first.waitForURL(`${origin}**`);
      return first;
    },
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGKILL');
      await ended;
      await connected?.then((it) => it.close()).catch(() => undefined);
      if (given === null) await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function remote(child: ChildProcess): Remote {
  let asked = 0;
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  child.on('message', (message: { id: number; value?: unknown; error?: string }) => {
    const { id, value, error } = message;
    if (error === undefined) waiting.get(id)?.resolve(value);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The app has ended'));
  });
  const ask = (name: string, args: unknown[]): Promise<unknown> => {
    const answer = Promise.withResolvers<unknown>();
    asked += 1;
    waiting.set(asked, answer);
    child.send({ id: asked, ask: name, args });
    return answer.promise;
  };
  return new Proxy({} as Remote, {
    get: (_target, name) =>
      typeof name === 'string' && name !== 'then'
        ? (...args: unknown[]) => ask(name, args)
        : undefined,
  });
}
