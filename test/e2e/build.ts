import { createBuilder } from 'vite';
import { findBrowser } from '../electron-host/find-browser.ts';

/** Builds the app that the tests run, and says at once what is missing. */
export async function setup(): Promise<void> {
  findBrowser();
  const { NODE_ENV } = process.env;
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
  process.env['NODE_ENV'] = NODE_ENV;
}
