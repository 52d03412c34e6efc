import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linuxSource } from '../../../../electron/policy/linux-source.ts';
import { systemMachine } from '../../../../electron/policy/system-machine.ts';
import { FakeMachine } from '../../../kit/fake-machine.ts';

const managed = '/etc/umbra/policies/managed';
const recommended = '/etc/umbra/policies/recommended';
const read = (machine: FakeMachine) => linuxSource(machine).read();

describe('A1: on Linux', () => {
  it('managed and recommended files are read, in the order of their names', async () => {
    const machine = new FakeMachine()
      .put(`${managed}/20.json`, { MaxLookaheadDays: 20 })
      .put(`${managed}/10.json`, { MaxLookaheadDays: 10 })
      .put(`${managed}/notes.txt`, 'nothing')
      .put(`${recommended}/a.json`, { ForceStartAtLogin: true });
    expect(await read(machine)).toEqual([
      reading(`${managed}/10.json`, { MaxLookaheadDays: 10 }),
      reading(`${managed}/20.json`, { MaxLookaheadDays: 20 }),
      reading(`${recommended}/a.json`, { ForceStartAtLogin: true }, 'recommended'),
    ]);
  });

  it('a file is understood whose tool marked it as UTF-8', async () => {
    const machine = new FakeMachine().put(`${managed}/a.json`, '\uFEFF{"MaxLookaheadDays":20}');
    expect(await read(machine)).toEqual([reading(`${managed}/a.json`, { MaxLookaheadDays: 20 })]);
  });

  it('nothing is managed where there are no folders', async () => {
    expect(await read(new FakeMachine())).toEqual([]);
  });

  it.each([
    ['a file of somebody else', (m: FakeMachine) => m.put(`${managed}/a.json`, {}, { uid: 1000 })],
    [
      'a file that others can write',
      (m: FakeMachine) => m.put(`${managed}/a.json`, {}, { mode: 0o666 }),
    ],
    [
      'a file that a group can write',
      (m: FakeMachine) => m.put(`${managed}/a.json`, {}, { mode: 0o664 }),
    ],
    [
      'a folder of somebody else',
      (m: FakeMachine) =>
        void m.put(`${managed}/a.json`, {}).folders.set(managed, { uid: 7, mode: 0o755 }),
    ],
    [
      'a folder further up that others can write',
      (m: FakeMachine) =>
        void m.put(`${managed}/a.json`, {}).folders.set('/etc/umbra', { uid: 0, mode: 0o777 }),
    ],
    [
      'a link to a file of somebody else',
      (m: FakeMachine) =>
        void m
          .put('/home/jo/a.json', {}, { uid: 1000 })
          .links.set(`${managed}/a.json`, '/home/jo/a.json'),
    ],
    [
      'a link to nothing',
      (m: FakeMachine) => void m.links.set(`${managed}/a.json`, '/home/jo/none.json'),
    ],
  ])('%s counts for nothing, and is named', async (_, prepare) => {
    const machine = new FakeMachine();
    prepare(machine);
    const [only] = await read(machine);
    expect(only).toMatchObject({ origin: `${managed}/a.json`, content: { kind: 'untrusted' } });
  });

  it.each([
    ['no JSON', '{', 'it is no JSON'],
    ['a list', '[]', 'it holds no JSON object of policies'],
    ['null', 'null', 'it holds no JSON object of policies'],
    ['nothing', '', 'it is no JSON'],
  ])('a file of root that holds %s can’t be understood', async (_, text, reason) => {
    const [only] = await read(new FakeMachine().put(`${managed}/a.json`, text));
    expect(only?.content).toEqual({ kind: 'unreadable', reason });
  });

  it('what may not be looked at is there all the same', async () => {
    const file = new FakeMachine().put(`${managed}/a.json`, {});
    file.closed.add(`${managed}/a.json`);
    const folder = new FakeMachine().put(`${managed}/a.json`, {});
    folder.closed.add(managed);
    for (const machine of [file, folder])
      expect((await read(machine))[0]?.content).toEqual({
        kind: 'unreadable',
        reason: 'it can’t be read (EACCES)',
      });
  });

  it('the real file system is looked at as the port says', async () => {
    const root = mkdtempSync(join(tmpdir(), 'umbra-policy-'));
    try {
      mkdirSync(join(root, 'managed'));
      const file = join(root, 'managed', 'a.json');
      writeFileSync(file, '{"DisableExport":true}');
      chmodSync(file, 0o644);
      expect(await systemMachine.list(join(root, 'managed'))).toEqual(['a.json']);
      expect(await systemMachine.list(join(root, 'recommended'))).toBeNull();
      expect(await systemMachine.realPath(join(root, 'none'))).toBeNull();
      expect(await systemMachine.owner(file)).toMatchObject({ uid: process.getuid?.() });
      // The folder for temporary files is everybody's: no file in it is an administrator's.
      expect(await linuxSource(systemMachine, root).read()).toMatchObject([
        { origin: file, content: { kind: 'untrusted' } },
      ]);
      expect(await systemMachine.run('/bin/sh', ['-c', 'echo out; exit 3'])).toEqual({
        code: 3,
        out: 'out\n',
      });
      await expect(systemMachine.run('/nowhere/at/all', [])).rejects.toThrow();
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});

function reading(origin: string, values: object, level = 'mandatory'): object {
  return { level, scope: 'machine', origin, content: { kind: 'values', values } };
}
