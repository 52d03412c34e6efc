import { join } from 'node:path';
import {
  runOnStandIn,
  startOnStandIn,
  type DrivenApp,
  type RunApp,
} from '../electron-host/drive.ts';
import { runInElectron, startInElectron } from './real-electron.ts';
import { thisMachine, whichHost } from './which-host.ts';

const root = join(import.meta.dirname, '../..');

/** The host of this run; the name of every suite says it, so that each report does. */
export const host = whichHost(thisMachine(root));

/** Starts the built app in a folder of its own, or in one that is given. */
export function startApp(
  args: readonly string[] = [],
  given: string | null = null,
): Promise<DrivenApp> {
  return host.kind === 'electron' ? startInElectron(args, given) : startOnStandIn(args, given);
}

/** Runs the built app to its own end: a second instance, or the verbs of the command. */
export function runApp(args: readonly string[], directory: string): Promise<RunApp> {
  return host.kind === 'electron' ? runInElectron(args, directory) : runOnStandIn(args, directory);
}
