import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The built app from outside, in a browser. Built once before the first test. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/kit/browser-at-hand.ts', 'test/e2e/build.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    passWithNoTests: false,
    reporters: ['default'],
  },
});
