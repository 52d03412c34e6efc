import type { App } from 'electron';
import { run, type Io } from '../cli/program.ts';

/** What the verbs need of the app; the rest is the terminal that started it. */
export type HeadlessParts = Pick<
  Io,
  'surroundings' | 'defaultDirectory' | 'version' | 'keychain' | 'removeAutostart'
>;

/** The verbs of `umbra`, without a window, on the very profile of the app: its keychain is at hand. */
export async function runHeadless(
  app: Pick<App, 'dock' | 'on' | 'exit'>,
  line: readonly string[],
  parts: HeadlessParts,
): Promise<void> {
  app.dock?.hide();
  const interrupt = new AbortController();
  app.on('before-quit', () => interrupt.abort(new Error('interrupted')));
  const code = await run(line, {
    ...parts,
    interactive: process.stderr.isTTY,
    signal: interrupt.signal,
    print: (text) => process.stdout.write(`${text}\n`),
    remark: (text) => process.stderr.write(`${text}\n`),
  });
  app.exit(code);
}
