import { describe, expect, it } from 'vitest';
import { billOfMaterials } from '../../../../electron/packaging/bill-of-materials.ts';
import { packagesOf } from '../../../../electron/packaging/bundled-packages.ts';
import { licenceTexts } from '../../../../electron/packaging/licence-texts.ts';

const manifests: Readonly<Record<string, object>> = {
  '/w/node_modules/zod/package.json': { name: 'zod', version: '4.6.7', license: 'MIT' },
  '/w/node_modules/@azure/msal-node/package.json': { name: '@azure/msal-node', version: '7.2.3' },
  '/w/node_modules/a/node_modules/zod/package.json': { name: 'zod', version: '3.0.0' },
};
const packages = packagesOf(
  [
    '/w/electron/main.ts',
    '/w/node_modules/zod/v4/index.js',
    '/w/node_modules/zod/v4/core.js',
    '\0/w/node_modules/@azure/msal-node/dist/x.mjs?commonjs',
    '/w/node_modules/a/node_modules/zod/lib.js',
  ],
  (file) => JSON.stringify(manifests[file]),
);
const bill = billOfMaterials({
  name: 'umbra',
  version: '1.2.3',
  packages,
  integrityOf: (name) =>
    name === 'zod' ? `sha512-${Buffer.from('sum').toString('base64')}` : null,
  electron: '45.4.1',
  engines: { chrome: '156.0.1.2' },
});

describe('R2: what a package says about its parts', () => {
  it('R2: names each bundled package once, nested ones by their own version', () => {
    expect(packages.map(({ name, version }) => `${name}@${version}`)).toEqual([
      '@azure/msal-node@7.2.3',
      'zod@3.0.0',
      'zod@4.6.7',
    ]);
  });

  it('R2: names Electron and the engines inside, which a list of dependencies would leave out', () => {
    const [electron] = bill.components;
    expect(electron).toMatchObject({ name: 'electron', version: '45.4.1' });
    expect((electron as { components: object[] }).components).toMatchObject([
      { name: 'chromium', version: '156.0.1.2' },
      { name: 'node', version: 'as in electron 45.4.1' },
      { name: 'v8' },
      { name: 'sqlite' },
    ]);
  });

  it('R2: has hash, licence and package address where they are known', () => {
    expect(bill.components.at(-1)).toMatchObject({
      purl: 'pkg:npm/zod@4.6.7',
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: Buffer.from('sum').toString('hex') }],
    });
    expect(bill.components[1]).toMatchObject({ purl: 'pkg:npm/%40azure/msal-node@7.2.3' });
  });

  it('R4: holds no time and no folder of the machine that made it', () => {
    expect(JSON.stringify(bill)).not.toMatch(/timestamp|serialNumber|\/w\//);
  });

  it('R2: says so where a package holds no licence text', () => {
    const text = licenceTexts(packages, (folder) =>
      folder.includes('@azure') ? null : 'MIT text',
    );
    expect(text).toContain('@azure/msal-node 7.2.3\n');
    expect(text).toContain('holds no text');
    expect(text).toContain('zod 4.6.7 (MIT)');
  });
});
