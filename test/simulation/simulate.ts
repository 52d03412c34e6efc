/**
 * `npm run simulate -- --seeds N [--from S] [--steps K] [--devices D] [--kills N]`: random lives, one per seed, and
 * a real process killed N times. `--replay S:D "add:1 sync:2 …"` lives one script again, and shows its requests.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultTable } from './report.ts';
import { runLife, type LifeEnd } from './run-life.ts';
import { parseSteps, scriptOf, scriptText, type Script } from './script.ts';
import { shrink } from './shrink.ts';
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
    replay: { type: 'string' },
    'stop-at-first': { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});

function whole(name: 'seeds' | 'from' | 'steps' | 'devices' | 'kills', least: number): number {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= least) return number;
  console.error(`--${name} takes a whole number from ${least} on`);
  process.exit(2);
}

/** Every tenth life has two devices, unless told otherwise. */
function devicesOf(seed: number): number {
  return values.devices === undefined ? (seed % 10 === 0 ? 2 : 1) : whole('devices', 1);
}

/** Every 25th life is lived twice: the same seed must give the same trace, byte for byte. */
async function live(script: Script): Promise<LifeEnd> {
  const end = await runLife(script);
  if (script.seed % 25 !== 0 || end.failure !== null) return end;
  const again = await runLife(script);
  return again.trace === end.trace
    ? end
    : { ...end, failure: 'T1: one seed gave two different traces' };
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
  const [from, seeds, steps] = [whole('from', 0), whole('seeds', 1), whole('steps', 1)];
  const counts = new FaultCount();
  const began = performance.now();
  const sums = { failed: 0, requests: 0, touches: 0 };
  for (let seed = from; seed < from + seeds; seed++) {
    const script = scriptOf(seed, steps, devicesOf(seed));
    const end = await live(script);
    counts.add(end);
    sums.requests += end.requests;
    sums.touches += end.touches;
    if (end.failure !== null) {
      sums.failed += 1;
      await explain(script, end.failure);
      if (values['stop-at-first']) return false;
    }
    const done = seed - from + 1;
    if (done % 500 === 0) console.log(`${done} of ${seeds} lives, ${sums.failed} failed`);
  }
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
