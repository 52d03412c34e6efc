import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = resolve(import.meta.dirname, '../../electron/cli/start-app.ts');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'umbra-start-'));
  await cp(script, join(folder, 'start-app.ts'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
});
afterEach(() => rm(folder, { recursive: true }));

/** A package `electron` whose main file is this code, as the real one gives the binary's path or throws. */
async function electron(code: string): Promise<void> {
  await mkdir(join(folder, 'node_modules/electron'), { recursive: true });
  await writeFile(join(folder, 'node_modules/electron/index.js'), code);
}

function start(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const line = [join(folder, 'start-app.ts'), ...args];
    execFile(process.execPath, line, { cwd: folder }, (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

describe('npm start', () => {
  it('says in one sentence that the binary can’t be had, and what shows the program without it', async () => {
    await electron('throw new Error("Electron failed to install correctly")');
    const { code, stderr } = await start('--sample');
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('`npm run demo`');
  });

  it('hands its arguments on to Electron, and ends as it ends', async () => {
    // Node stands for Electron: it runs a folder by its package too.
    const program = 'console.log(process.argv.slice(2).join(" ")); process.exit(3)';
    await writeFile(join(folder, 'index.js'), program);
    await electron(`module.exports = ${JSON.stringify(process.execPath)}`);
    expect(await start('--headless', 'status', '--json')).toEqual({
      code: 3,
      stdout: '--headless status --json\n',
      stderr: '',
    });
  });
});
