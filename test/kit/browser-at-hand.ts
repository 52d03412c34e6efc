import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from '../electron-host/find-browser.ts';

const FIVE_MINUTES = 300_000;
const downloader = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');

/**
 * Sees to a browser before the first test needs one: any that is installed, else Playwright's download, else, as root on
 * Debian, the one that its package manager has. Where none can be had, the tests fail with one sentence; they never skip.
 */
export default function setup(): void {
  const missing = whatIsMissing();
  if (missing === null) return;
  for (const get of [download, install]) {
    get();
    if (whatIsMissing() === null) return;
  }
  throw missing;
}

/** Null where a browser is there and starts: a download may lack the system's libraries. */
function whatIsMissing(): Error | null {
  try {
    execFileSync(findBrowser(), ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error('No browser starts');
  }
}

function download(): void {
  console.log('No browser was found: downloading the one that Playwright has.');
  attempt(process.execPath, [downloader, 'install', 'chromium']);
}

function install(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  console.log('No browser could be downloaded: installing Chromium with apt-get.');
  attempt('apt-get', ['update', '-qq']);
  attempt('apt-get', ['install', '-y', '-qq', 'chromium']);
}

/** What could not be done shows itself when the browser is looked for again. */
function attempt(program: string, argv: readonly string[]): void {
  try {
    execFileSync(program, argv, { stdio: 'ignore', timeout: FIVE_MINUTES });
  } catch (error) {
    console.log(
      `${program}: ${error instanceof Error && 'code' in error ? String(error.code) : 'failed'}`,
    );
  }
}
