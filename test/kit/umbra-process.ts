import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CommandRig } from './command-rig.ts';

const command = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'umbra.ts');

export interface Ended {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly out: string;
}

/** Runs `umbra` as a process of its own on a rig's profile; `killAfterMs`, or the `kill` that `onStart` gets, ends it without mercy. */
export function umbraProcess(
  { directory, environment }: CommandRig,
  argv: readonly string[],
  killAfterMs: number | null = null,
  onStart: (kill: () => void) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', command, '--profile', directory, ...argv],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const timer = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  onStart(() => child.kill('SIGKILL'));
  let out = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (out += part.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (timer !== null) clearTimeout(timer);
      resolve({ code, out });
    });
  });
}
