import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';

const root = join(import.meta.dirname, '../..');

/** A feature that is being rebuilt just now need not keep the others from being looked at. */
function leaveOut(features: readonly string[]): Plugin {
  return {
    name: 'leave-out',
    enforce: 'pre',
    load: (id) => {
      const found = /renderer\/(\w+)\/(screen|commands)\.tsx?$/.exec(id);
      if (found === null || !features.includes(found[1] ?? '')) return null;
      return 'export default () => null; export const commands = () => [];';
    },
  };
}

/** Builds the window as it ships, and beside it the fake program that a page loads first. */
export async function buildWindow(into: string, without: readonly string[] = []): Promise<void> {
  await build({
    root: join(root, 'renderer'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [leaveOut(without), react()],
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
