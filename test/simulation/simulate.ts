/**
 * `npm run simulate -- --seeds N [--from S] [--steps K] [--devices D]`: random lives, one per seed.
 * `--replay S:D "add:1 sync:2 …"` lives one script again, and shows its requests.
 */
import { parseArgs } from 'node:util';
import { runLife } from './run-life.ts';
import { parseSteps, scriptOf, scriptText, type Script } from './script.ts';
import { shrink } from './shrink.ts';
import { faultTable } from './report.ts';
import { FaultCount } from './tally.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '150' },
    devices: { type: 'string' },
    replay: { type: 'string' },
    'stop-at-first': { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
  },
});

/** Every tenth life has two devices, unless told otherwise. */
function devicesOf(seed: number): number {
  return values.devices === undefined ? (seed % 10 === 0 ? 2 : 1) : Number(values.devices);
}

async function fails(script: Script): Promise<boolean> {
  return (await runLife(script)).failure !== null;
}

async function explain(script: Script, failure: string): Promise<void> {
  console.log(`\nSeed ${script.seed}: ${failure}`);
  if (values['no-shrink']) return;
  const short = await shrink(script, fails);
  const text = scriptText(short);
  console.log(`Shrunk from ${script.steps.length} steps to ${short.steps.length}: ${text}`);
  console.log(`Replay: npm run simulate -- --replay ${script.seed}:${script.devices} "${text}"`);
}

async function simulate(): Promise<boolean> {
  const [from, seeds, steps] = [Number(values.from), Number(values.seeds), Number(values.steps)];
  const counts = new FaultCount();
  const began = performance.now();
  let failed = 0;
  let requests = 0;
  for (let seed = from; seed < from + seeds; seed++) {
    const script = scriptOf(seed, steps, devicesOf(seed));
    const end = await runLife(script);
    counts.add(end);
    requests += end.requests;
    if (end.failure !== null) {
      failed += 1;
      await explain(script, end.failure);
      if (values['stop-at-first']) return false;
    }
    const done = seed - from + 1;
    if (done % 500 === 0) console.log(`${done} of ${seeds} lives, ${failed} failed`);
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(faultTable(counts));
  console.log(
    `${seeds} lives of ${steps} steps, ${requests} requests, ${Math.round((seeds * steps) / seconds)} steps a second: ${failed === 0 ? 'every promise held.' : `${failed} failed.`}`,
  );
  const unproven = seeds >= 500 ? counts.unproven() : [];
  if (unproven.length > 0) console.log(`Never reached and recovered: ${unproven.join(', ')}`);
  return failed === 0 && unproven.length === 0;
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

const good = values.replay === undefined ? await simulate() : await replay(values.replay);
process.exitCode = good ? 0 : 1;
