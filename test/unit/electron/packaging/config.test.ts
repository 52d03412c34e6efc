import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { fuses, fusesOf, withFuses } from '../../../../electron/packaging/fuses.ts';

/** The packager's own parser and checker, so that the file means here what it means there. */
const packager = createRequire(
  createRequire(import.meta.url).resolve('electron-builder/package.json'),
);
const { load } = packager('js-yaml') as { load: (text: string) => Record<string, unknown> };
const builder = createRequire(packager.resolve('app-builder-lib/package.json'));
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config') as {
  validateConfiguration: (config: object, debug: object) => Promise<void>;
};
const config = load(await readFile('electron-builder.yml', 'utf8'));
const part = (name: string) => config[name] as Record<string, unknown>;

describe('the package', () => {
  it('is described in words that the packager knows', async () => {
    await validateConfiguration(structuredClone(config), { isEnabled: false });
  });

  it('E8: names itself to Windows as its installer does, else its notifications are nobody’s', async () => {
    const main = await readFile('electron/main.ts', 'utf8');
    expect(main).toContain(`app.setAppUserModelId('${String(config['appId'])}')`);
  });

  it('R1: is never unsigned, and one archive', () => {
    expect(config).toMatchObject({ forceCodeSigning: true, asar: true, publish: null });
    expect(JSON.stringify(config)).not.toContain('asarUnpack');
  });

  it('R1: on a Mac is hardened, notarized, and asks for no right but to compile', async () => {
    expect(part('mac')).toMatchObject({ hardenedRuntime: true, notarize: true });
    const file = String(part('mac')['entitlements']);
    expect(part('mac')['entitlementsInherit']).toBe(file);
    const text = await readFile(file, 'utf8');
    expect([...text.matchAll(/<key>(.*?)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
  });

  it('R1: on Windows names its publisher, checks it, and runs as who starts it', () => {
    expect(part('win')).toMatchObject({
      requestedExecutionLevel: 'asInvoker',
      verifyUpdateCodeSignature: true,
      signtoolOptions: { publisherName: 'Umbra' },
    });
    expect(part('nsis')).toMatchObject({ perMachine: true });
  });

  it('R1 15: registers no scheme of the system', () => {
    expect(config).not.toHaveProperty('protocols');
    expect(config).not.toHaveProperty('fileAssociations');
  });

  it('E11: updates itself by nobody: no feed, no updater in the program, none that an installer brings along', async () => {
    expect(config).toMatchObject({ publish: null });
    const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(Object.keys(devDependencies)).not.toContain('electron-updater');
    for await (const file of glob('electron/**/*.ts'))
      expect(await readFile(file, 'utf8'), file).not.toMatch(/autoUpdater|electron-updater/);
  });

  it('A10: comes in every form that people and administrators install', () => {
    expect(part('mac')['target']).toEqual(['dmg', 'zip', 'pkg']);
    expect(part('win')['target']).toEqual(['nsis', 'msi']);
    expect(part('linux')['target']).toEqual(['AppImage', 'deb', 'rpm']);
    expect([part('nsis'), part('msi')]).toMatchObject([{ perMachine: true }, { perMachine: true }]);
  });

  it('A10: asks for an administrator to be installed, never to be run', async () => {
    expect(part('win')['requestedExecutionLevel']).toBe('asInvoker');
    const readme = await readFile('README.md', 'utf8');
    const [, section = ''] = /### Silent installation\n(.*?)\n### /s.exec(readme) ?? [];
    for (const words of ['msiexec /i umbra.msi /qn', 'installer -pkg', 'roaming profile', 'DPAPI'])
      expect(section).toContain(words);
    // What asks a system for more rights than its user has.
    const asking = /\b(runas|osascript|pkexec|sudo|setuid|seteuid|elevate)\b/;
    for await (const file of glob('electron/**/*.ts'))
      if (!file.includes('simulator'))
        expect(await readFile(file, 'utf8'), file).not.toMatch(asking);
  });

  it('R2: brings its bill of materials and the licences of others along', () => {
    expect(config['extraResources']).toEqual([
      { from: 'dist/bill-of-materials.cdx.json', to: 'bill-of-materials.cdx.json' },
      { from: 'dist/licences.txt', to: 'licences.txt' },
    ]);
  });

  it('R3 16: takes every package in one version that the lock knows, and Electron no older than it says', async () => {
    const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
      packages: Record<
        string,
        { version?: string; integrity?: string; hasInstallScript?: boolean }
      >;
    };
    for (const [name, version] of Object.entries(devDependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`], name).toMatchObject({ version });
      expect(lock.packages[`node_modules/${name}`]?.integrity, name).toMatch(/^sha512-/);
    }
    expect(lock.packages['node_modules/electron']?.hasInstallScript).toBeUndefined();
  });

  it('holds the three bundles and their pictures, and no packages', async () => {
    expect(config['files']).toEqual([
      'package.json',
      'dist/main/**',
      'dist/preload/**',
      'dist/renderer/**',
      'assets/icons/tray/**',
      'assets/icons/png/256.png',
      'assets/clients.json',
      '!node_modules',
    ]);
    const { main, dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
      main: string;
      dependencies?: object;
    };
    expect([main, dependencies]).toEqual(['dist/main/main.js', undefined]);
  });

  it('names files that are there', () => {
    for (const file of [
      part('mac')['icon'],
      part('win')['icon'],
      part('linux')['icon'],
      config['afterPack'],
    ])
      expect(existsSync(String(file)), String(file)).toBe(true);
  });
});

describe('the fuses', () => {
  const wire = (count: number, version = 1): Buffer =>
    Buffer.concat([
      Buffer.from('…dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([version, count]),
      Buffer.from('r'.repeat(count)),
      Buffer.from('…'),
    ]);

  it('2: are all nine as the table says', () => {
    expect(fuses).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      embeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      wasmTrapHandlers: true,
    });
  });

  it('2: are read back from the binary as they were set, in both slices of a universal one', () => {
    const values = Object.values(fuses);
    const both = withFuses(Buffer.concat([wire(9), wire(9)]), values);
    const half = both.length / 2;
    expect(fusesOf(both.subarray(0, half))).toEqual(values);
    expect(fusesOf(both.subarray(half))).toEqual(values);
  });

  it.each([
    ['one more', wire(10)],
    ['one less', wire(8)],
    ['another version', wire(9, 2)],
    ['none', Buffer.from('x')],
  ])('2: stop the packaging where Electron has %s', (_what, binary) => {
    expect(() => withFuses(binary, Object.values(fuses))).toThrow();
  });
});
