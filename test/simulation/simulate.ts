/**
 * `npm run simulate -- --seeds N [--from S] [--steps K] [--devices D] [--kills N] [--processes P]`: random lives, one per
 * seed, in P processes side by side, and a real process killed N times. `--replay S:D "add:1 sync:2 …"` lives one script again, and shows its requests.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultTable } from './report.ts';
import { runLife, type LifeEnd } from './run-life.ts';
import { parseSteps, scriptOf, scriptText, type Script } from './script.ts';
import { shrink } from './shrink.ts';
import { liveSideBySide } from './side-by-side.ts';
import { FaultCount } from './tally.ts';

/** So few lives can't be expected to meet every fault. */
const ENOUGH_FOR_EVERY_FAULT = 500;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '150' },
    devices: { type: 'string' },
    kills: { type: 'string', default: '0' },
    processes: { type: 'string', default: '1' },
    replay: { type: 'string' },
    'stop-at-first': { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});

type Numbered = 'seeds' | 'from' | 'steps' | 'devices' | 'kills' | 'processes';

function whole(name: Numbered, least: number): number {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= least) return number;
  console.error(`--${name} takes a whole number from ${least} on`);
  process.exit(2);
}

/** Every tenth life has two devices, unless told otherwise. */
function devicesOf(seed: number): number {
  return values.devices === undefined ? (seed % 10 === 0 ? 2 : 1) : whole('devices', 1);
}

function* scripts(): Iterable<Script> {
  const [from, seeds, steps] = [whole('from', 0), whole('seeds', 1), whole('steps', 1)];
  for (let seed = from; seed < from + seeds; seed++) yield scriptOf(seed, steps, devicesOf(seed));
}

async function explain(script: Script, failure: string): Promise<void> {
  console.log(`\nSeed ${script.seed}: ${failure}`);
  if (values['no-shrink']) return;
  const short = await shrink(script, async (one) => (await runLife(one)).failure !== null);
  const text = scriptText(short);
  console.log(`Shrunk from ${script.steps.length} steps to ${short.steps.length}: ${text}`);
  console.log(`Replay: npm run simulate -- --replay ${script.seed}:${script.devices} "${text}"`);
}

async function simulate(): Promise<boolean> {
  const [seeds, steps] = [whole('seeds', 1), whole('steps', 1)];
  const counts = new FaultCount();
  const began = performance.now();
  const sums = { lives: 0, failed: 0, requests: 0, touches: 0 };
  const ended = async (script: Script, end: LifeEnd): Promise<boolean> => {
    counts.add(end);
    sums.lives += 1;
    sums.requests += end.requests;
    sums.touches += end.touches;
    if (end.failure !== null) {
      sums.failed += 1;
      await explain(script, end.failure);
      if (values['stop-at-first']) return false;
    }
    if (sums.lives % 500 === 0)
      console.log(`${sums.lives} of ${seeds} lives, ${sums.failed} failed`);
    return true;
  };
  await liveSideBySide(scripts(), whole('processes', 1), ended);
  if (sums.lives < seeds) return false;
  const seconds = (performance.now() - began) / 1000;
  if (!values.quiet) console.log(faultTable(counts));
  const each = (count: number): number => Math.round(count / seconds);
  console.log(
    `${seeds} lives of ${steps} steps in ${Math.round(seconds)} s: ${sums.requests} requests, ${sums.touches} touches of disk and network; ${each(seeds * steps)} steps and ${each(sums.touches)} touches a second.`,
  );
  const unproven = seeds >= ENOUGH_FOR_EVERY_FAULT ? counts.unproven() : [];
  if (unproven.length > 0) console.log(`Never reached and recovered: ${unproven.join(', ')}`);
  const unknown = counts.unknown();
  if (unknown.length > 0) console.log(`Not in the table of faults: ${unknown.join(', ')}`);
  console.log(sums.failed === 0 ? 'In all lives every promise held.' : `${sums.failed} failed.`);
  return sums.failed + unproven.length + unknown.length === 0;
}

async function replay(text: string): Promise<boolean> {
  const [seed, devices] = text.split(':').map(Number);
  const steps = parseSteps(positionals.join(' '));
  const end = await runLife({ seed: seed ?? 1, devices: devices ?? 1, steps }, (line) =>
    console.log(line),
  );
  console.log(end.failure ?? 'Every promise held.');
  return end.failure === null;
}

/** The real command, a real database and real signals: `test/cli/kills.test.ts`, so many times. */
function kill(times: number): boolean {
  const vitest = join(import.meta.dirname, '..', '..', 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/cli/kills.test.ts'], {
    stdio: 'inherit',
    env: { ...process.env, UMBRA_KILLS: String(times) },
  });
  return status === 0;
}

const kills = whole('kills', 0);
const lived = values.replay === undefined ? await simulate() : await replay(values.replay);
const good = (kills === 0 || kill(kills)) && lived;
process.exitCode = good ? 0 : 1;
