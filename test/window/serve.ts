import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWindow } from './build-window.ts';
import { serveWindow } from './serve-window.ts';

/** `node test/window/serve.ts [port]`: look at the window in a browser, on made-up data. */
const built = await mkdtemp(join(tmpdir(), 'umbra-window-'));
await buildWindow(built);
const { url } = await serveWindow(built, Number(process.argv[2] ?? 5_199));
console.log(`${url}  (also ?scene=empty, dense, hostile, failing, silent, quiet)`);
