import { userInfo } from 'node:os';
import { z } from 'zod';
import type { PolicySource } from '../ports/policy-source.ts';
import { linuxSource } from './linux-source.ts';
import { macSource } from './mac-source.ts';
import { systemMachine } from './system-machine.ts';
import { systemFolder } from './windows/system-folder.ts';
import { windowsSource } from './windows/windows-source.ts';

/** Where this platform's administrators leave policies. Nothing that a user can set moves it. */
export function systemPolicies(platform: NodeJS.Platform): PolicySource {
  switch (platform) {
    case 'win32':
      return windowsSource(systemMachine, `${systemFolder(libraries())}\\reg.exe`);
    case 'darwin':
      // From the user database, not from a variable.
      return macSource(systemMachine, userInfo().username);
    default:
      return linuxSource(systemMachine);
  }
}

const loaded = z.object({ sharedObjects: z.array(z.string()) });

function libraries(): readonly string[] {
  const parsed = loaded.safeParse(process.report.getReport());
  return parsed.success ? parsed.data.sharedObjects : [];
}
