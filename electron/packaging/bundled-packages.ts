/**
 * Notes which packages went into a bundle. Everything is bundled and nothing is installed beside it, so that only the bundler
 * knows what is shipped: a list of dependencies would name either all of the tools or nothing (security.md R2).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
});

/** A package that is shipped, and where its files lie while building. */
export const bundledPackage = manifest.extend({ folder: z.string() });
export type BundledPackage = Readonly<z.infer<typeof bundledPackage>>;

/** The packages to which modules belong, each once, in the order of their names. */
export function packagesOf(
  modules: Iterable<string>,
  read: (file: string) => string,
): readonly BundledPackage[] {
  const folders = new Set<string>();
  for (const id of modules) {
    const [, folder] =
      /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? [];
    if (folder !== undefined) folders.add(folder.replace(/^\0/, ''));
  }
  return [...folders]
    .map((folder) => ({ ...manifest.parse(JSON.parse(read(`${folder}/package.json`))), folder }))
    .sort(byName);
}

export function byName(one: BundledPackage, other: BundledPackage): number {
  const name = ({ name: own, version }: BundledPackage): string => `${own}@${version}`;
  return name(one) < name(other) ? -1 : 1;
}

/** Writes the list of each bundle into `folder`, as `<environment>.json`. */
export function noteBundledPackages(folder: string): Plugin {
  return {
    name: 'umbra-note-bundled-packages',
    sharedDuringBuild: true,
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? part.moduleIds : part.originalFileNames,
      );
      const found = packagesOf(modules, (file) => readFileSync(file, 'utf8'));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${this.environment.name}.json`), JSON.stringify(found));
    },
  };
}
