import { join } from 'node:path';
import { build } from 'vite';
import { buildWindow } from '../window/build-window.ts';

/** The window with all its warnings, and the fake program of this folder in place of the plain one. */
export async function buildPages(into: string): Promise<void> {
  await buildWindow(into, { talkative: true });
  await build({
    root: join(import.meta.dirname, '../..'),
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: join(into, 'fake'),
      emptyOutDir: true,
      target: 'chrome140',
      lib: {
        entry: join(import.meta.dirname, 'pages-browser.ts'),
        formats: ['iife'],
        name: 'fake',
        fileName: () => 'fake.js',
      },
    },
  });
}
