import { createBuilder } from 'vite';
import { findBrowser } from '../electron-host/find-browser.ts';

/** Builds the app that the tests run, and says at once what is missing. */
export async function setup(): Promise<void> {
  findBrowser();
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
}
