/**
 * Writes the files that others read of the program's schemas; with `--check` it only says whether those that are there
 * are what the program would write.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { published } from './published.ts';

for (const [file, text] of await published()) {
  const there = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (there === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} is not what the program reads: run "npm run schema".`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
