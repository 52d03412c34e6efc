import type { LaunchOptions } from 'playwright-core';
import { findBrowser } from '../electron-host/find-browser.ts';

export const chromiumOptions: LaunchOptions = {
  executablePath: findBrowser(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
