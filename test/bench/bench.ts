/**
 * `npm run bench [-- --json]`: what the engine costs. Every case runs in a process of its own, so that one's memory is
 * not another's. Times depend on the machine; what is held against a target is a ratio, a count or a size.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../../electron/cli/table.ts';
import { figure, type Figure } from './measure.ts';

const SIZES = [1_000, 10_000, 50_000] as const;
/** The app caps its heap like this; without a cap, V8 puts off collecting for as long as there is memory. */
const HEAP = ['--max-old-space-size=160', '--max-semi-space-size=4'];

/** Each loads what it measures itself: what another case imports would count towards its memory. */
const cases: Readonly<
  Record<string, (directory: string, size: number) => Promise<readonly Figure[]>>
> = {
  build: async (directory, size) => {
    (await import('./planning.ts')).buildWorld(worldFile(directory, size), size);
    return [];
  },
  planning: async (directory, size) =>
    (await import('./planning.ts')).planning(worldFile(directory, size), size),
  nothingToDo: async (directory) =>
    (await import('./planning.ts')).nothingToDo(join(directory, 'nothing.db')),
  mesh: async () => (await import('./network.ts')).mesh(),
  coldStart: async (directory) => (await import('./cold-start.ts')).coldStart(directory),
  window: async () => (await import('./window.ts')).window(),
};

function worldFile(directory: string, size: number): string {
  return join(directory, `${size}.db`);
}

/** Runs one case in a child process. */
function measured(
  directory: string,
  name: string,
  size = 0,
  flags: readonly string[] = [],
): Figure[] {
  const argv = [...flags, '--disable-warning=ExperimentalWarning', import.meta.filename];
  const out = execFileSync(process.execPath, [...argv, '--case', name, directory, String(size)], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return JSON.parse(out) as Figure[];
}

function all(directory: string): readonly Figure[] {
  const plans = SIZES.flatMap((size) => {
    measured(directory, 'build', size);
    return measured(directory, 'planning', size, HEAP);
  });
  const one = (size: number): number =>
    plans.find(({ name }) => name.startsWith(`one-change plan, ${size / 1000}k`))?.value ?? NaN;
  return [
    ...plans,
    figure('one-change plan, 50k of 1k', one(50_000) / one(1_000), '×', 2),
    ...measured(directory, 'nothingToDo'),
    ...measured(directory, 'mesh'),
    ...measured(directory, 'coldStart'),
    ...measured(directory, 'window'),
  ];
}

function print(figures: readonly Figure[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ figures }, null, 2));
    return;
  }
  const rows = figures.map(({ name, value, unit, target }) => [
    name,
    `${value} ${unit}`,
    target === null
      ? ''
      : `${value <= target ? 'met' : 'MISSED'} (≤ ${Math.round(target * 100) / 100})`,
  ]);
  console.log(table(['Measured', 'Figure', 'Target'], rows));
}

const [flag, name, given, size] = process.argv.slice(2);
if (flag === '--case') {
  const run = cases[name ?? ''];
  if (run === undefined || given === undefined) throw new Error('No such case');
  console.log(JSON.stringify(await run(given, Number(size))));
} else {
  const directory = mkdtempSync(join(tmpdir(), 'umbra-bench-'));
  try {
    print(all(directory), flag === '--json');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
