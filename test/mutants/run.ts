/**
 * `npm run mutants`: writes each bug into a copy of the program and lets the random lives look for it.
 * A bug that survives means that the simulation is blind in that place.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../../electron/cli/table.ts';
import { mutants, type Edit, type Mutant } from './mutants.ts';

const root = join(import.meta.dirname, '..', '..');
const SEEDS = 200;

interface Verdict {
  readonly mutant: Mutant;
  /** The seed that found it; null where it survived. */
  readonly seed: number | null;
  readonly broken: string;
}

async function judge(mutant: Mutant, place: string): Promise<Verdict> {
  copyProgram(place);
  for (const edit of [mutant, ...(mutant.also === undefined ? [] : [mutant.also])])
    write(edit, mutant.name, place);
  const { foundBy } = mutant;
  const known = foundBy === undefined ? null : await lived(mutant, place, foundBy, 1);
  return known?.seed == null ? lived(mutant, place, 1, SEEDS) : known;
}

async function lived(mutant: Mutant, place: string, from: number, seeds: number): Promise<Verdict> {
  const out = await output(place, from, seeds);
  const [, seed, broken = ''] = /^Seed (\d+): (.*)/m.exec(out) ?? [];
  if (seed === undefined && !out.includes('every promise held'))
    throw new Error(`"${mutant.name}" does not even start: ${out.slice(-400)}`);
  return { mutant, seed: seed === undefined ? null : Number(seed), broken };
}

function write({ file, find, replace }: Edit, name: string, place: string): void {
  const path = join(place, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(find).length !== 2)
    throw new Error(`"${name}": its place is not there exactly once in ${file}`);
  writeFileSync(
    path,
    source.replace(find, () => replace),
  );
}

function copyProgram(place: string): void {
  mkdirSync(place, { recursive: true });
  for (const part of ['shared', 'electron', 'test/kit', 'test/simulation', 'package.json'])
    cpSync(join(root, part), join(place, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
}

function output(place: string, from: number, seeds: number): Promise<string> {
  const argv = [
    ...[
      '--disable-warning=ExperimentalWarning',
      '--min-semi-space-size=16',
      '--max-semi-space-size=64',
    ],
    'test/simulation/simulate.ts',
    ...['--from', String(from), '--seeds', String(seeds)],
    ...['--stop-at-first', '--no-shrink', '--quiet'],
  ];
  const child = spawn(process.execPath, argv, { cwd: place, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (text += part.toString()));
  return new Promise((resolve) => child.on('close', () => resolve(text)));
}

const only = process.argv[2];
const chosen = mutants.filter(({ name }) => only === undefined || name.includes(only));
const directory = mkdtempSync(join(tmpdir(), 'umbra-mutants-'));
const verdicts: Verdict[] = [];
try {
  const queue = chosen.entries();
  const worker = async (): Promise<void> => {
    for (const [index, mutant] of queue) {
      const verdict = await judge(mutant, join(directory, String(index)));
      verdicts.push(verdict);
      console.error(
        `${verdict.seed === null ? 'SURVIVED' : `seed ${verdict.seed}`}: ${mutant.name}`,
      );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
const rows = chosen.map((mutant) => {
  const verdict = verdicts.find((one) => one.mutant === mutant);
  const seed = verdict?.seed ?? null;
  return [
    mutant.name,
    seed === null ? 'SURVIVED' : `seed ${seed}`,
    verdict?.broken.slice(0, 60) ?? '',
  ];
});
console.log(table(['Bug', 'Caught by', 'Broken promise'], rows));
const survived = verdicts.filter(({ seed }) => seed === null).length;
console.log(
  survived === 0
    ? `All ${chosen.length} bugs were caught.`
    : `${survived} of ${chosen.length} bugs survived.`,
);
process.exitCode = survived === 0 ? 0 : 1;
