import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    globalSetup: ['test/kit/browser-at-hand.ts'],
    // Two of them on a small machine: the window's tests wait for a browser while lives use a processor.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    reporters: ['default'],
  },
});
