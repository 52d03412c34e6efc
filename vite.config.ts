import { defineConfig } from 'vite';

/** One file of everything that `umbra` needs, so that it starts quickly and a package holds nothing unneeded. */
export default defineConfig({
  build: {
    ssr: 'electron/cli/umbra.ts',
    outDir: 'dist/cli',
    target: 'node24',
    minify: true,
    rollupOptions: { output: { entryFileNames: 'umbra.js' } },
  },
  ssr: { noExternal: true, target: 'node' },
});
