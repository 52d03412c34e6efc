/**
 * Holds every import against the arrows of `.dependency-cruiser.mjs`, and fails if it saw too few modules to mean
 * anything: a check that sees nothing passes everything.
 */
import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import rules from '../../.dependency-cruiser.ts';

const rooms = ['shared', 'electron', 'renderer'].filter((room) => existsSync(room));
const files = await Array.fromAsync(glob(rooms.map((room) => `${room}/**/*.{ts,tsx}`)));
const expected = files.filter((file) => !file.endsWith('.d.ts')).length;

const { output } = await cruise(
  rooms,
  { ...rules.options, ruleSet: { forbidden: rules.forbidden ?? [] }, validate: true },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const { modules, summary } = output as ICruiseResult;
const seen = modules.filter(({ source }) => /^(shared|electron|renderer)\//.test(source)).length;

for (const { rule, from, to } of summary.violations)
  console.error(`${rule.name}: ${from} -> ${to}`);
console.log(`${seen} modules of ${expected} seen, ${summary.violations.length} wrong arrows`);
if (seen < expected || expected === 0) console.error('The check did not see every module.');
process.exitCode = summary.violations.length > 0 || seen < expected || expected === 0 ? 1 : 0;
