import type { BundledPackage } from './bundled-packages.ts';

/** What a bill names besides the packages: the program, and Electron with what is inside of it. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly packages: readonly BundledPackage[];
  /** `sha512-<base64>` of a package as npm's lock has it; null where it has none. */
  readonly integrityOf: (name: string, version: string) => string | null;
  readonly electron: string;
  /** Versions as Electron itself tells them; empty where none could be asked. */
  readonly engines: Readonly<Partial<Record<Engine, string>>>;
}

/** What an Electron is made of, by the names of `process.versions`. */
export const engineNames = ['chrome', 'node', 'v8', 'sqlite'] as const;
export type Engine = (typeof engineNames)[number];

const engineWords: Readonly<Record<Engine, { readonly name: string; readonly license: string }>> = {
  chrome: { name: 'chromium', license: 'BSD-3-Clause' },
  node: { name: 'node', license: 'MIT' },
  v8: { name: 'v8', license: 'BSD-3-Clause' },
  sqlite: { name: 'sqlite', license: 'blessing' },
};

/**
 * A CycloneDX 1.6 bill of what is shipped. The same for the same build: no time and no random name in it (security.md R2, R4).
 */
export function billOfMaterials(shipped: Shipped) {
  const app = `pkg:generic/${shipped.name}@${shipped.version}`;
  const libraries = shipped.packages.map((one) => library(one, shipped));
  const electron = electronPart(shipped);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': app,
        name: shipped.name,
        version: shipped.version,
        purl: app,
      },
    },
    components: [electron, ...libraries],
    dependencies: [
      { ref: app, dependsOn: [electron, ...libraries].map((part) => part['bom-ref']) },
      {
        ref: electron['bom-ref'],
        dependsOn: electron.components.map((part) => part['bom-ref']),
      },
    ],
  };
}

function library({ name, version, license }: BundledPackage, { integrityOf }: Shipped) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const integrity = integrityOf(name, version);
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    ...(license === undefined ? {} : { licenses: [licence(license)] }),
    ...(integrity === null ? {} : { hashes: [{ alg: 'SHA-512', content: hexOf(integrity) }] }),
  };
}

function electronPart({ electron, engines }: Shipped) {
  const purl = `pkg:npm/electron@${electron}`;
  return {
    type: 'framework',
    'bom-ref': purl,
    name: 'electron',
    version: electron,
    purl,
    licenses: [licence('MIT')],
    components: engineNames.map((engine) => {
      const { name, license } = engineWords[engine];
      const version = engines[engine];
      // Where Electron could not be asked, its own version says which build of the engine it is.
      const ref = `pkg:generic/${name}@${version ?? `electron-${electron}`}`;
      return {
        type: 'framework',
        'bom-ref': ref,
        name,
        version: version ?? `as in electron ${electron}`,
        licenses: [licence(license)],
      };
    }),
  };
}

function licence(text: string) {
  return /^[\w.-]+$/.test(text) ? { license: { id: text } } : { expression: text };
}

function hexOf(integrity: string): string {
  return Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
}
