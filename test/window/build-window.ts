import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { windowBuild, windowConfig } from '../../vite.config.ts';
import { serveWindow } from './serve-window.ts';
import { standIn } from './stand-in-marks.ts';

const root = join(import.meta.dirname, '../..');

/** A feature that is being rebuilt just now need not keep the others from being looked at. */
function leaveOut(features: readonly string[]): Plugin {
  return {
    name: 'leave-out',
    enforce: 'pre',
    load: (id) => {
      const found = /renderer\/(\w+)\/(screen|commands)\.tsx?$/.exec(id);
      if (found === null || !features.includes(found[1] ?? '')) return null;
      return 'export default () => null; export const commands = () => [];';
    },
  };
}

export interface WindowBuild {
  /** Features that are left out. */
  readonly without?: readonly string[];
  /** With React's own warnings, which what ships has not, and three times as slow. */
  readonly talkative?: boolean;
}

/** Builds the window as it ships, and beside it the fake program that a page loads first. */
export async function buildWindow(
  into: string,
  { without = [], talkative = false }: WindowBuild = {},
): Promise<void> {
  const { NODE_ENV } = process.env;
  // Vitest sets it to `test`, and React takes everything but `production` for development.
  process.env.NODE_ENV = talkative ? 'development' : 'production';
  try {
    await build({
      ...windowConfig,
      configFile: false,
      logLevel: 'warn',
      plugins: [leaveOut(without), ...(windowConfig.plugins ?? [])],
      build: { ...windowBuild, outDir: join(into, 'window') },
    });
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      build: {
        outDir: join(into, 'fake'),
        emptyOutDir: true,
        target: 'chrome140',
        lib: {
          entry: join(import.meta.dirname, 'fake-browser.ts'),
          formats: ['iife'],
          name: 'fake',
          fileName: () => 'fake.js',
        },
        rolldownOptions: { output: { banner: `performance.mark('${standIn.begins}');` } },
      },
    });
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
}

export interface BuiltWindow {
  readonly folder: string;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The window in a folder of its own, served from there until it is closed. */
export async function servedBuild(how: WindowBuild = {}): Promise<BuiltWindow> {
  const folder = await mkdtemp(join(tmpdir(), 'umbra-window-'));
  await buildWindow(folder, how);
  const { url, close } = await serveWindow(folder);
  return {
    folder,
    url,
    close: async () => {
      await close();
      await rm(folder, { recursive: true });
    },
  };
}
