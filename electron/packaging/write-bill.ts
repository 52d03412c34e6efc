/** Writes what is shipped besides the bundles: the bill of materials and the licences, from what the bundler noted. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { billOfMaterials, engineNames } from './bill-of-materials.ts';
import { bundledPackage, byName, type BundledPackage } from './bundled-packages.ts';
import { licenceTexts } from './licence-texts.ts';

/** The command is no part of an installed copy. */
const shippedBundles = ['main', 'preload', 'client'] as const;
const manifest = z.object({ name: z.string(), version: z.string() });
const lock = z.object({
  packages: z.record(z.string(), z.object({ integrity: z.string().optional() })),
});

/** `root` holds package.json and the lock; `notes` what the bundler noted; `output` takes both files. */
export function writeBill(root: string, notes: string, output: string): void {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const packages = shippedPackages(notes);
  const { packages: locked } = lock.parse(json('package-lock.json'));
  const { name, version } = manifest.parse(json('package.json'));
  const bill = billOfMaterials({
    name,
    version,
    packages,
    integrityOf: (library) => locked[`node_modules/${library}`]?.integrity ?? null,
    electron: manifest.parse(json('node_modules/electron/package.json')).version,
    engines: engineVersions(root),
  });
  writeFileSync(join(output, 'bill-of-materials.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(join(output, 'licences.txt'), licenceTexts(packages, licenceIn));
}

function shippedPackages(notes: string): readonly BundledPackage[] {
  const all = shippedBundles.flatMap((bundle) =>
    z.array(bundledPackage).parse(JSON.parse(readFileSync(join(notes, `${bundle}.json`), 'utf8'))),
  );
  return [...new Map(all.map((one) => [`${one.name}@${one.version}`, one])).values()].sort(byName);
}

function licenceIn(folder: string): string | null {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
  return file === undefined ? null : readFileSync(join(folder, file), 'utf8');
}

/** Asks this machine's Electron, where it has been fetched already. Never fetches it. */
function engineVersions(root: string): Readonly<Record<string, string>> {
  if (!existsSync(join(root, 'node_modules/electron/path.txt'))) return {};
  try {
    const binary = createRequire(join(root, 'package.json'))('electron') as string;
    const text = execFileSync(binary, ['-p', 'JSON.stringify(process.versions)'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
    });
    const versions = z.record(z.string(), z.string()).parse(JSON.parse(text));
    return Object.fromEntries(engineNames.map((name) => [name, versions[name] ?? '']));
  } catch {
    return {};
  }
}
