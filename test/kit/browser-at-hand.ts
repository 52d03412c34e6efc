import { execFileSync } from 'node:child_process';
import { findBrowser } from '../electron-host/find-browser.ts';

/**
 * Sees to a browser before the first test needs one: any that is installed, else, as root on Debian, the one that its
 * package manager has. Where none can be had, the tests fail with one sentence; they never skip.
 */
export default function setup(): void {
  try {
    findBrowser();
  } catch (missing) {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) throw missing;
    console.log('No browser was found: installing Chromium with apt-get.');
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit' });
    } catch {
      throw missing;
    }
    findBrowser();
  }
}
