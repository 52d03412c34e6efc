import { describe, expect, it } from 'vitest';
import { macSource } from '../../../../electron/policy/mac-source.ts';
import { FakeMachine } from '../../../kit/fake-machine.ts';

const machineFile = '/Library/Managed Preferences/app.umbra.desktop.plist';
const userFile = '/Library/Managed Preferences/jo/app.umbra.desktop.plist';

/** plutil answers with what the file "holds". */
function mac(files: Readonly<Record<string, object>>): FakeMachine {
  const machine = new FakeMachine();
  for (const path of Object.keys(files)) machine.put(path, 'bplist00');
  machine.answers = (line) => {
    const found = Object.entries(files).find(([path]) => line.endsWith(` ${path}`));
    return found === undefined ? { code: 1, out: '' } : { code: 0, out: JSON.stringify(found[1]) };
  };
  return machine;
}

describe('A1: on macOS', () => {
  it('the managed preferences of machine and user are read, with what is only recommended', async () => {
    const machine = mac({
      [machineFile]: { DisableExport: true, Recommended: { ForceStartAtLogin: true } },
      [userFile]: { MaxLookaheadDays: 30 },
    });
    expect(await macSource(machine, 'jo').read()).toMatchObject([
      { level: 'mandatory', scope: 'machine', content: { values: { DisableExport: true } } },
      { level: 'recommended', scope: 'machine', content: { values: { ForceStartAtLogin: true } } },
      { level: 'mandatory', scope: 'user', content: { values: { MaxLookaheadDays: 30 } } },
    ]);
    expect(machine.ran).toContain(`/usr/bin/plutil -convert json -o - ${machineFile}`);
  });

  it('nothing is managed where no profile is installed, and no program is run', async () => {
    const machine = mac({});
    expect(await macSource(machine, 'jo').read()).toEqual([]);
    expect(machine.ran).toEqual([]);
  });

  it('a file that its user can write counts for nothing', async () => {
    const machine = mac({ [machineFile]: { DisableExport: true } });
    machine.put(machineFile, 'bplist00', { uid: 501 });
    expect(await macSource(machine, 'jo').read()).toMatchObject([
      { content: { kind: 'untrusted' } },
    ]);
  });

  it.each([
    ['is no property list', () => ({ code: 1, out: '' })],
    ['can’t be converted', () => null],
    ['is no dictionary', () => ({ code: 0, out: '[]' })],
  ])('a file that %s can’t be understood', async (_, answers) => {
    const machine = mac({ [machineFile]: {} });
    machine.answers = answers;
    expect(await macSource(machine, 'jo').read()).toMatchObject([
      { content: { kind: 'unreadable' } },
    ]);
  });

  it('a user’s name leads out of no folder', async () => {
    const machine = mac({});
    machine.closed.add('/Library/Managed Preferences/../../tmp/app.umbra.desktop.plist');
    expect(await macSource(machine, '../../tmp').read()).toEqual([]);
  });
});
