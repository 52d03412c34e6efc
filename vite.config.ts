import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { noteBundledPackages } from './electron/packaging/bundled-packages.ts';
import { writeBill } from './electron/packaging/write-bill.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One file of everything that a Node process needs, so that it starts quickly and a package holds nothing unneeded. */
const forNode = (entry: string, outDir: string, file: string, cjs = false): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external: ['electron'] },
  build: {
    outDir: at(outDir),
    target: 'node24',
    minify: true,
    emptyOutDir: true,
    copyPublicDir: false,
    rollupOptions: {
      input: at(entry),
      external: ['electron'],
      output: { format: cjs ? 'cjs' : 'es', entryFileNames: file, codeSplitting: false },
    },
  },
});

/**
 * Four bundles: the command, the app's main file, its preload (one CommonJS file, as a sandboxed one must be), its window; and
 * what a package says about its parts.
 */
// A build is one for people whatever the surroundings say: else the window's code would name the builder's folders.
process.env['NODE_ENV'] = 'production';

export default defineConfig({
  root: at('renderer'),
  base: './',
  publicDir: false,
  envDir: false,
  plugins: [react(), noteBundledPackages(at('dist/packages-in'))],
  environments: {
    cli: forNode('electron/cli/umbra.ts', 'dist/cli', 'umbra.js'),
    main: forNode('electron/main.ts', 'dist/main', 'main.js'),
    preload: forNode('electron/preload.ts', 'dist/preload', 'preload.cjs', true),
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome150',
        // The page's policy allows no inline script, and a polyfill would be one.
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        rollupOptions: { input: at('renderer/index.html') },
      },
    },
  },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['cli', 'main', 'preload', 'client']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
      writeBill(at('.'), at('dist/packages-in'), at('dist'));
    },
  },
});
