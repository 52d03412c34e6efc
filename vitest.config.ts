import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    globalSetup: ['test/kit/browser-at-hand.ts'],
    // Two of them on a small machine: the window's tests wait for a browser while lives use a processor.
    maxWorkers: '100%',
    // A machine that does other things as well takes its time: a test that hangs is found all the same.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    passWithNoTests: false,
    reporters: ['default'],
  },
});
