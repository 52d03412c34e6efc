import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumOptions } from './test/window/chromium-options.ts';
import { windowConfig } from './vite.config.ts';

// A machine that does other things as well takes its time: a test that hangs is found all the same.
const patience = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
};

/** Three kinds: what runs in Node, the whole window in a browser, and parts of it, each alone in one. */
export default defineConfig({
  test: {
    globalSetup: ['test/kit/browser-at-hand.ts'],
    // Two of them on a small machine: the window's tests wait for a browser while lives use a processor.
    maxWorkers: '100%',
    passWithNoTests: false,
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          ...patience,
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/window/**', 'test/window-pages/**'],
        },
      },
      {
        extends: true,
        test: {
          ...patience,
          name: 'window',
          include: ['test/{window,window-pages}/**/*.test.ts'],
          globalSetup: ['test/window/window-at-hand.ts'],
        },
      },
      {
        ...windowConfig,
        root: fileURLToPath(new URL('.', import.meta.url)),
        // Found anew before the first test: a dependency that is met only later would load the page once more.
        optimizeDeps: { entries: ['test/components/*.tsx'], force: true },
        test: {
          ...patience,
          name: 'parts',
          include: ['test/components/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumOptions }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 900 } }],
          },
        },
      },
    ],
  },
});
