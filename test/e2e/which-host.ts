import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** On what the built app runs in these tests, and why. */
export interface Host {
  readonly kind: 'electron' | 'stand-in';
  readonly because: string;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** Electron's binary, where it has been fetched; null where it has not. */
  readonly binary: string | null;
}

/**
 * Electron itself wherever it can run, the stand-in elsewhere: never neither. `UMBRA_E2E_HOST=electron` insists, and then
 * the tests fail where it can't run; `=stand-in` does without it.
 */
export function whichHost({ platform, environment, isRoot, binary }: Machine): Host {
  const wish = environment['UMBRA_E2E_HOST'];
  if (wish === 'electron') return { kind: 'electron', because: 'UMBRA_E2E_HOST asks for it' };
  if (wish === 'stand-in') return { kind: 'stand-in', because: 'UMBRA_E2E_HOST asks for it' };
  if (binary === null) return standIn('its binary is not on this machine');
  if (isRoot) return standIn('as root its sandbox does not work');
  const screen = environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'];
  if (platform === 'linux' && screen === undefined) return standIn('there is no screen');
  return { kind: 'electron', because: `its binary is at ${binary}` };
}

const standIn = (why: string): Host => ({ kind: 'stand-in', because: why });

/** This machine. Looks for the binary only: the package would begin to download it. */
export function thisMachine(root: string): Machine {
  const folder = join(root, 'node_modules/electron');
  const named = join(folder, 'path.txt');
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const binary = existsSync(named) ? join(dist, readFileSync(named, 'utf8')) : null;
  return {
    platform: process.platform,
    environment: process.env,
    isRoot: process.getuid?.() === 0,
    binary: binary !== null && existsSync(binary) ? binary : null,
  };
}
