import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { figure, medianMs, type Figure } from './measure.ts';

const root = join(import.meta.dirname, '..', '..');

/** From nothing to an answer: the bundled engine opens an empty profile and says how it is. */
export function coldStart(directory: string): readonly Figure[] {
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: root,
    stdio: 'pipe',
  });
  const bundle = join(root, 'dist/cli/umbra.js');
  const start = (...argv: string[]): Buffer =>
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...argv]);
  const whole = medianMs(7, () => start(bundle, '--profile', join(directory, 'p'), 'status'));
  const bare = medianMs(7, () => start('--eval', '0'));
  return [
    figure('cold start of the bundled engine', whole, 'ms'),
    figure('… of which an empty program takes', bare, 'ms'),
  ];
}
