import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, glob, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fuses, fusesOf } from '../../electron/packaging/fuses.ts';
import { stubElectron } from '../kit/stub-electron.ts';

const { listPackage } = createRequire(import.meta.url)('@electron/asar') as {
  listPackage: (archive: string, options: { isPack: boolean }) => string[];
};
const root = resolve(import.meta.dirname, '../..');
let scratch: string;
let packed: string;
let files: string[];

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'umbra-package-'));
  packed = await pack(root, 'first');
  files = listPackage(join(packed, 'resources/app.asar'), { isPack: false });
}, 180_000);
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Packs a built tree as an unsigned folder for Linux, on a stub of Electron: the binary can't be had everywhere. */
async function pack(cwd: string, name: string): Promise<string> {
  const electron = await stubElectron(join(scratch, `electron-${name}`), '45.4.1');
  const output = join(scratch, `packed-${name}`);
  await run([join(root, 'test/kit/pack.ts'), electron, output], cwd);
  return join(output, 'linux-unpacked');
}

async function run(line: readonly string[], cwd: string): Promise<void> {
  await promisify(execFile)(process.execPath, line, { cwd });
}

async function sumOf(folder: string): Promise<string> {
  const archive = await readFile(join(folder, 'resources/app.asar'));
  return createHash('sha256').update(archive).digest('hex');
}

/** A clean copy of the sources somewhere else, built there. */
async function builtElsewhere(): Promise<string> {
  const other = join(scratch, 'some', 'other folder');
  const parts = 'electron shared renderer assets package.json package-lock.json'.split(' ');
  for (const part of [...parts, 'tsconfig.json', 'vite.config.ts', 'electron-builder.yml'])
    await cp(join(root, part), join(other, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(other, 'node_modules'));
  await run([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--app'], other);
  return other;
}

/** What CycloneDX 1.6 asks of every bill. */
const bill = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  version: z.number().int().min(1),
  metadata: z.object({ component: z.object({ type: z.literal('application'), name: z.string() }) }),
  components: z.array(
    z.object({
      type: z.enum(['library', 'framework']),
      name: z.string().min(1),
      version: z.string().min(1),
      'bom-ref': z.string().min(1),
      purl: z.string().startsWith('pkg:npm/'),
      licenses: z
        .array(
          z.union([
            z.strictObject({ license: z.strictObject({ id: z.string() }) }),
            z.strictObject({ expression: z.string() }),
          ]),
        )
        .optional(),
      hashes: z
        .array(
          z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) }),
        )
        .optional(),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

describe('the package, on a stub of Electron', () => {
  it('holds the three bundles and their pictures, and nothing unneeded', () => {
    const wanted = [
      /^\/package\.json$/,
      /^\/dist\/main\/main\.js$/,
      /^\/dist\/preload\/preload\.cjs$/,
      /^\/dist\/renderer\/(index\.html|assets\/[\w.-]+)$/,
      /^\/assets\/icons\/(tray\/[\w@-]+\.(png|ico)|png\/256\.png)$/,
    ];
    const entries = files.filter((file) => !files.some((other) => other.startsWith(`${file}/`)));
    const odd = entries.filter((file) => !wanted.some((pattern) => pattern.test(file)));
    expect(odd).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['/dist/main/main.js', '/package.json']));
  });

  it('2 19: has all nine fuses set, read back from the packed binary', async () => {
    expect(fusesOf(await readFile(join(packed, 'umbra')))).toEqual(Object.values(fuses));
  });

  it('R2: brings a valid bill of materials with Electron’s engines, and the licences of others', async () => {
    const text = await readFile(join(packed, 'resources/bill-of-materials.cdx.json'), 'utf8');
    const { components, dependencies } = bill.parse(JSON.parse(text));
    const refs = components.map((part) => part['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(dependencies[0]?.dependsOn).toEqual(refs);
    const names = components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['electron', '@azure/msal-node', 'react', 'zod']));
    for (const engine of ['chromium', 'node', 'v8', 'sqlite'])
      expect(text).toContain(`"${engine}"`);
    expect(names).not.toEqual(expect.arrayContaining(['vitest']));
    const licences = await readFile(join(packed, 'resources/licences.txt'), 'utf8');
    for (const { name, version } of components.slice(1))
      expect(licences).toContain(`${name} ${version}`);
  });

  it('R4: is the same to the byte when it is built in another folder', async () => {
    const other = await builtElsewhere();
    expect(await sumOf(await pack(other, 'second'))).toBe(await sumOf(packed));
  }, 180_000);

  it('R4: names no folder of the machine that built it', async () => {
    for await (const file of glob('dist/{main,preload,renderer}/**/*.{js,cjs,css,html}', {
      cwd: root,
    }))
      expect((await readFile(join(root, file), 'utf8')).includes(root), file).toBe(false);
  });

  it('E14: gives the window no words for tokens, secrets or providers’ addresses', async () => {
    const words = [
      'refresh_token',
      'access_token',
      'Bearer ',
      'graph.microsoft.com',
      'googleapis.com',
    ];
    for await (const file of glob('dist/renderer/**/*.js', { cwd: root })) {
      const code = await readFile(join(root, file), 'utf8');
      expect(
        words.filter((word) => code.includes(word)),
        file,
      ).toEqual([]);
    }
  });

  it('20: gives the preload one name in the page’s world, and nothing of Electron', async () => {
    const code = await readFile(join(root, 'dist/preload/preload.cjs'), 'utf8');
    expect(code.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(code).not.toMatch(/\.send\(|sendSync|postMessage|shell\.|webFrame/);
  });
});
