import { createBuilder } from 'vite';
import { join } from 'node:path';
import { findBrowser } from '../electron-host/find-browser.ts';
import { thisMachine, whichHost } from './which-host.ts';

/** Builds the app that the tests run, and says at once what is missing. */
export async function setup(): Promise<void> {
  findBrowser();
  const { kind, because } = whichHost(thisMachine(join(import.meta.dirname, '../..')));
  console.log(
    `End to end on ${kind === 'electron' ? 'Electron' : 'the stand-in for Electron'}: ${because}.`,
  );
  const { NODE_ENV } = process.env;
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
  process.env['NODE_ENV'] = NODE_ENV;
}
