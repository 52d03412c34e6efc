import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Names under which systems install a Chromium, in the order in which they are taken. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  'microsoft-edge',
];
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser that stands in for Electron's; throws one sentence where there is none. Never skips. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string {
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const candidates = [
    environment['CHROME'] ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...elsewhere,
    downloaded(),
  ];
  const found = candidates.find(isRunnable);
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium was found for the end-to-end tests: install chromium, or set CHROME to the path of a Chrome, Edge or Chromium.',
  );
}

/** What `playwright install chromium` would have put there. */
function downloaded(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}

function isRunnable(path: string): boolean {
  if (path === '') return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
