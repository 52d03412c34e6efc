import { spawn } from 'node:child_process';
import { join } from 'node:path';
import openSeeds from './open-seeds.json' with { type: 'json' };

const open: ReadonlySet<number> = new Set(openSeeds.seeds);

/** The seeds that broke a promise without being known for it, by what `npm run simulate` said. */
export function newlyBroken(said: string): readonly number[] {
  const broken = [...said.matchAll(/^Seed (\d+): /gm)].map(([, seed]) => Number(seed));
  return broken.filter((seed) => !open.has(seed));
}

/** How `npm run simulate` ended over one stretch of seeds, and what it said. */
export interface Lived {
  readonly code: number | null;
  readonly said: string;
}

/**
 * Lives a stretch of seeds by the very command that a contributor uses. In a process of its own: a test runner's way of
 * loading modules would make each life half as dear again.
 */
export function liveSeeds(from: number, count: number): Promise<Lived> {
  const argv = [
    ...['--disable-warning=ExperimentalWarning'],
    // Lives leave much behind that is short-lived: swept less often, it costs a twentieth less.
    ...['--min-semi-space-size=16', '--max-semi-space-size=64'],
    join(import.meta.dirname, 'simulate.ts'),
    ...['--seeds', String(count), '--from', String(from), '--steps', '150', '--no-shrink'],
  ];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}
