/**
 * Asks the package registry for advisories about what the lock file names, and for Electron's newest version; fails where
 * one counts, and where ours is too old. Without an answer it says so in one sentence and passes: a machine without a
 * network has to be able to build and test.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { judgeAdvisories } from './advisories.ts';
import { judgeAge } from './electron-age.ts';

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
function askNpm(...question: readonly string[]): Promise<string> {
  const line = [...question, '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  return new Promise((resolve) => {
    // On Windows npm is a script of the shell's.
    const how = { cwd: root, shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 };
    execFile('npm', line, how, (_error, stdout) => resolve(stdout));
  });
}

const verdict = judgeAdvisories(await askNpm('audit'), await shippedPackages());
switch (verdict.kind) {
  case 'unknown':
    console.log(`Advisories: not known, since the registry gave none (${verdict.reason}).`);
    break;
  case 'judged':
    console.log(`Advisories: ${verdict.known} known, ${verdict.lines.length} that count`);
    for (const line of verdict.lines) console.error(line);
    process.exitCode = verdict.lines.length === 0 ? 0 : 1;
}

const manifest = z.object({ devDependencies: z.object({ electron: z.string() }) });
const { devDependencies } = manifest.parse(
  JSON.parse(await readFile(join(root, 'package.json'), 'utf8')),
);
const age = judgeAge(devDependencies.electron, await askNpm('view', 'electron', 'dist-tags'));
switch (age.kind) {
  case 'unknown':
    console.log("Electron's newest version: not known, since the registry did not tell.");
    break;
  case 'judged':
    console.log(
      `Electron ${devDependencies.electron}: ${age.lines.length === 0 ? 'young enough' : 'too old'}`,
    );
    for (const line of age.lines) console.error(line);
    if (age.lines.length > 0) process.exitCode = 1;
}
