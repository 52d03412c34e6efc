import type { BundledPackage } from './bundled-packages.ts';

/** The licences of all packages that are shipped, as one text. Electron and Chromium bring theirs themselves. */
export function licenceTexts(
  packages: readonly BundledPackage[],
  textOf: (folder: string) => string | null,
): string {
  const parts = packages.map(({ name, version, license, folder }) => {
    const head = `${name} ${version}${license === undefined ? '' : ` (${license})`}`;
    const text = textOf(folder) ?? 'Its package holds no text of the licence.';
    return `${head}\n${'='.repeat(head.length)}\n\n${text.trim()}\n`;
  });
  return ['Umbra contains the work of others. Their licences follow.\n', ...parts].join('\n');
}
