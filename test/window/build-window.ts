import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Builds the window as it ships, and beside it the fake program that a page loads first. */
export async function buildWindow(into: string): Promise<void> {
  await build({
    root: join(root, 'renderer'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: join(into, 'window'),
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: join(into, 'fake'),
      emptyOutDir: true,
      target: 'chrome140',
      lib: {
        entry: join(import.meta.dirname, 'fake-browser.ts'),
        formats: ['iife'],
        name: 'fake',
        fileName: () => 'fake.js',
      },
    },
  });
}
