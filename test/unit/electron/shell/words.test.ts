import { describe, expect, it } from 'vitest';
import { closedWords } from '../../../../electron/shell/closed-words.ts';
import { catchMistakes } from '../../../../electron/shell/mistakes.ts';
import { startProblem } from '../../../../electron/shell/start-problem.ts';
import { UserError } from '../../../../shared/errors/errors.ts';

describe('what the shell says where there is no window', () => {
  it('E6: on Linux, how the window comes back where no tray is', () => {
    expect(closedWords('linux').body).toContain('start Umbra once more');
    expect(closedWords('darwin').body).not.toContain('start Umbra');
  });

  it('says why it can’t start, what was not lost, and what mends it', () => {
    const { text } = startProblem(new UserError('vault.locked', { file: '/x/vault.json' }));
    expect(text.split('\n\n')).toHaveLength(3);
    expect(text).toContain('Unlock the keychain');
  });

  it('E14: says nothing of a mistake of its own but that it was one', () => {
    expect(startProblem(null).text).not.toMatch(/undefined|Error/);
  });

  it('E2: what nobody caught is reported by its place, shows no dialog, and ends nothing', () => {
    const listeners = new Map<string, (error: unknown) => void>();
    const told: unknown[] = [];
    catchMistakes(
      { on: (event, listener) => listeners.set(event, listener) },
      (where, what, error) => told.push([where, what, error]),
    );
    const error = new Error('TITLE');
    for (const event of ['uncaughtException', 'unhandledRejection']) listeners.get(event)?.(error);
    expect(told).toEqual([
      ['program', 'failed', error],
      ['program', 'failed', error],
    ]);
  });
});
