import { describe, expect, it } from 'vitest';
import { systemFolder } from '../../../../electron/policy/windows/system-folder.ts';
import { windowsSource } from '../../../../electron/policy/windows/windows-source.ts';
import { resolvePolicy } from '../../../../shared/policy/resolve.ts';
import { FakeMachine } from '../../../kit/fake-machine.ts';

const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Umbra\\Desktop';
const userKey = key.replace('LOCAL_MACHINE', 'CURRENT_USER');
const reg = 'C:\\Windows\\System32\\reg.exe';

/** A registry that holds these keys; everything else is absent, as reg.exe says it in its user's language. */
function windows(keys: Readonly<Record<string, string>>): FakeMachine {
  const machine = new FakeMachine();
  const parents = (hive: string): Record<string, string> => ({
    [`${hive}\\SOFTWARE`]: `\r\n${hive}\\SOFTWARE\\Policies\r\n`,
    [`${hive}\\SOFTWARE\\Policies`]: `\r\n${hive}\\SOFTWARE\\Policies\\Microsoft\r\n`,
  });
  const all: Record<string, string> = {
    ...parents('HKEY_LOCAL_MACHINE'),
    ...parents('HKEY_CURRENT_USER'),
    ...keys,
  };
  machine.answers = (line) => {
    const [, asked = ''] = / query (.*?)(?: \/s)? \/reg:64$/.exec(line) ?? [];
    const out = all[asked];
    return out === undefined
      ? { code: 1, out: 'FEHLER: Der Registrierungsschlüssel wurde nicht gefunden.\r\n' }
      : { code: 0, out };
  };
  return machine;
}

const lines = (...text: string[]): string => ['', ...text, ''].join('\r\n');
const values = async (machine: FakeMachine) =>
  resolvePolicy(await windowsSource(machine, reg).read());

describe('A1: on Windows', () => {
  it('switches, numbers, texts, lists and structures are read from the registry', async () => {
    const policy = await values(
      windows({
        [key]: lines(
          key,
          '    DisableExport    REG_DWORD    0x1',
          '    ForbidFullDetail    REG_DWORD    0x0',
          '    MaxLookaheadDays    REG_DWORD    0x5a',
          '    MinimumMaskLevel    REG_SZ    labelled',
          '    ForbiddenDirections    REG_SZ    [{"from":"acme.com","to":"*"}]',
          '    BrakeThreshold    REG_SZ    {"count":5,"percent":10}',
          '    AllowedProviders    REG_MULTI_SZ    microsoft\\0google',
          '',
          `${key}\\AllowedAccountDomains`,
          '    2    REG_SZ    acme.org',
          '    10    REG_SZ    acme.net',
          '    1    REG_SZ    acme.com',
        ),
      }),
    );
    expect(policy.obstacles).toEqual([]);
    expect(policy.mandatory).toEqual({
      DisableExport: true,
      ForbidFullDetail: false,
      MaxLookaheadDays: 90,
      MinimumMaskLevel: 'labelled',
      ForbiddenDirections: [{ from: 'acme.com', to: '*' }],
      BrakeThreshold: { count: 5, percent: 10 },
      AllowedProviders: ['microsoft', 'google'],
      AllowedAccountDomains: ['acme.com', 'acme.org', 'acme.net'],
    });
  });

  it('the machine’s key goes before the user’s, and recommendations lie below', async () => {
    const policy = await values(
      windows({
        [key]: lines(
          key,
          '    MaxLookaheadDays    REG_DWORD    0x1e',
          '',
          `${key}\\Recommended`,
          '    ForceStartAtLogin    REG_DWORD    0x1',
        ),
        [userKey]: lines(userKey, '    MaxLookaheadDays    REG_DWORD    0x3c'),
      }),
    );
    expect(policy.entries.map(({ origin, status }) => [origin, status])).toEqual([
      [key, 'applied'],
      [userKey, 'overridden'],
      [`${key}\\Recommended`, 'applied'],
    ]);
    expect(policy.values).toEqual({ MaxLookaheadDays: 30, ForceStartAtLogin: true });
  });

  it.each([
    ['a switch that is 2', '    DisableExport    REG_DWORD    0x2'],
    ['a switch in words', '    DisableExport    REG_SZ    yes'],
    ['a structure that is no JSON', '    BrakeThreshold    REG_SZ    ten'],
    ['bytes', '    MinimumMaskLevel    REG_BINARY    00FF'],
  ])('%s is an obstacle, not a default', async (_, line) => {
    expect((await values(windows({ [key]: lines(key, line) }))).obstacles).toHaveLength(1);
  });

  it('nothing is managed where there is no key', async () => {
    expect(await windowsSource(windows({}), reg).read()).toEqual([]);
  });

  it('a key that is there but can’t be read is not taken for an absent one', async () => {
    const machine = windows({
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies':
        '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Umbra\r\n',
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Umbra': lines(key),
    });
    expect((await values(machine)).obstacles).toEqual([`${key}: the key can’t be read`]);
  });

  it('nothing is concluded where the program that reads the registry can’t be run', async () => {
    const machine = windows({});
    machine.answers = () => null;
    expect((await values(machine)).obstacles).toHaveLength(2);
  });

  it('the program is found by what Windows loaded, not by what a user’s variable says', () => {
    const ntdll = 'D:\\WINNT\\SYSTEM32\\ntdll.dll';
    expect(systemFolder(['D:\\app\\umbra.exe', ntdll])).toBe('D:\\WINNT\\SYSTEM32');
    expect(systemFolder(['C:\\Users\\jo\\ntdll.dll'])).toBe('C:\\Windows\\System32');
    expect(systemFolder([])).toBe('C:\\Windows\\System32');
  });
});
