/**
 * Asks the package registry for advisories about what the lock file names, and fails where one counts. Without an answer
 * it says so in one sentence and passes: a machine without a network has to be able to build and test.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { judgeAdvisories } from './advisories.ts';

const root = join(import.meta.dirname, '../..');
const bill = z.object({ components: z.array(z.object({ name: z.string() })) });

/** What the last build put into the package; Electron is always in it. Null before the first build. */
async function shippedPackages(): Promise<ReadonlySet<string> | null> {
  const file = join(root, 'dist/bill-of-materials.cdx.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  return new Set(['electron', ...bill.parse(JSON.parse(text)).components.map(({ name }) => name)]);
}

/** npm's own words, whatever its exit code; it gives up after one try. */
function askNpm(): Promise<string> {
  const line = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  return new Promise((resolve) => {
    // On Windows npm is a script of the shell's.
    const how = { cwd: root, shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 };
    execFile('npm', line, how, (_error, stdout) => resolve(stdout));
  });
}

const verdict = judgeAdvisories(await askNpm(), await shippedPackages());
switch (verdict.kind) {
  case 'unknown':
    console.log(`Advisories: not known, since the registry gave none (${verdict.reason}).`);
    break;
  case 'judged':
    console.log(`Advisories: ${verdict.known} known, ${verdict.lines.length} that count`);
    for (const line of verdict.lines) console.error(line);
    process.exitCode = verdict.lines.length === 0 ? 0 : 1;
}
