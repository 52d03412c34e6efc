import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const command = resolve(import.meta.dirname, '../../electron/cli/umbra.ts');

describe('a reader that goes before all is said', () => {
  it('[S8] ends the command without a word, and without a place in the code', async () => {
    const { code, err } = await new Promise<{ code: number | null; err: string }>((done) => {
      const line = ['--disable-warning=ExperimentalWarning', command, '--help'];
      const child = execFile(process.execPath, line);
      let err = '';
      child.stderr?.on('data', (part: string) => (err += part));
      child.on('close', (code) => done({ code, err }));
      child.stdout?.destroy();
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});
