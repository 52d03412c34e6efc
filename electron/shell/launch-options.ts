import { autostartFlag } from './login-item.ts';

/** What the program was started for. */
export interface LaunchOptions {
  /** Straight into the built-in sample world. */
  readonly sample: boolean;
  /** Started by the system at login: no window yet. */
  readonly quiet: boolean;
  /** A folder that the user named for settings, vault and database. */
  readonly profile: string | null;
  /** A line for the command instead of a window; null where a window is wanted. */
  readonly headless: readonly string[] | null;
}

/** Reads the arguments behind the program's own name. What it does not know it leaves to Chromium. */
export function launchOptions(args: readonly string[]): LaunchOptions {
  const headlessAt = args.indexOf('--headless');
  const own = headlessAt === -1 ? args : args.slice(0, headlessAt);
  const profileAt = own.indexOf('--profile');
  return {
    sample: own.includes('--sample'),
    quiet: own.includes(autostartFlag),
    profile: profileAt === -1 ? null : (own[profileAt + 1] ?? null),
    headless: headlessAt === -1 ? null : args.slice(headlessAt + 1),
  };
}
