import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type UserConfig } from 'vite';
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
 * The window's own bundle. Small: what Chromium has or we have is not brought by a library once more, all styles are one
 * file, and the small screens share a chunk, since many small files pack badly. Frame and calendar are one that comes at once,
 * as the window begins with them; the charts stay apart.
 */
export const windowConfig: UserConfig = {
  root: at('renderer'),
  base: './',
  publicDir: false,
  envDir: false,
  plugins: [react()],
  resolve: {
    alias: [
      {
        find: /^temporal-polyfill\/fns\/\w+$/,
        replacement: at('renderer/slim/native-temporal.ts'),
      },
      { find: '@radix-ui/react-dialog', replacement: at('renderer/slim/no-dialog.ts') },
    ],
  },
};

export const windowBuild: NonNullable<EnvironmentOptions['build']> = {
  emptyOutDir: true,
  target: 'chrome150',
  // The page's policy allows no inline script, and a polyfill would be one.
  modulePreload: { polyfill: false },
  assetsInlineLimit: 0,
  cssCodeSplit: false,
  rolldownOptions: {
    input: at('renderer/index.html'),
    output: {
      codeSplitting: {
        groups: [
          {
            name: 'parts',
            test: /node_modules\/@(base-ui|floating-ui)|renderer\/(ui|state)\//,
          },
          {
            name: 'first',
            test: /node_modules\/@fullcalendar|renderer\/(calendar|frame)\//,
          },
          {
            name: 'pages',
            test: /node_modules\/(lucide-react|cmdk|@radix-ui)|renderer\/(rules|settings|accounts|holds|start|conflicts|activity)\/|shared\//,
          },
        ],
      },
    },
  },
};

/**
 * Four bundles: the command, the app's main file, its preload (one CommonJS file, as a sandboxed one must be), its window; and
 * what a package says about its parts.
 */
export default defineConfig(() => {
  // A build is one for people whatever the surroundings say: else the window's code would name the builder's folders.
  process.env['NODE_ENV'] = 'production';
  return {
    ...windowConfig,
    plugins: [react(), noteBundledPackages(at('dist/packages-in'))],
    environments: {
      cli: forNode('electron/cli/umbra.ts', 'dist/cli', 'umbra.js'),
      main: forNode('electron/main.ts', 'dist/main', 'main.js'),
      preload: forNode('electron/preload.ts', 'dist/preload', 'preload.cjs', true),
      client: { build: { ...windowBuild, outDir: at('dist/renderer') } },
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
  };
});
