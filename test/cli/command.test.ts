import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandRig } from '../kit/command-rig.ts';
import { left } from '../kit/policy-readings.ts';

let rig: CommandRig;

beforeEach(async () => {
  rig = await new CommandRig().start();
  rig.addPerson('Acme', 'microsoft', ['Calendar', 'Holidays']);
  rig.addPerson('Home', 'google', ['Private']);
});

afterEach(() => rig.close());

async function connectBoth(): Promise<void> {
  await rig.connect('Acme', 'microsoft');
  await rig.connect('Home', 'google');
}

function ruleFile(document: unknown): string {
  const file = join(rig.directory, 'rules.json');
  writeFileSync(file, JSON.stringify(document));
  return file;
}

const named = { rules: [{ id: 'one', sources: ['Acme/Calendar'], targets: ['Home/Private'] }] };
const mesh = { rules: [{ id: 'mesh', sources: ['*'], targets: ['*'] }] };

function dropDatabase(): void {
  for (const name of readdirSync(rig.directory)) {
    if (name.startsWith('umbra.db')) rmSync(join(rig.directory, name));
  }
}

describe('umbra accounts', () => {
  it('connects an account and names its calendars as rules may use them', async () => {
    expect((await rig.connect('Acme', 'microsoft')).code).toBe(0);
    const list = await rig.json('accounts', 'list');
    expect(list).toMatchObject({
      ok: true,
      accounts: [
        {
          label: 'Acme',
          calendars: [
            { id: 'Acme/Calendar', canWrite: true },
            { id: 'Acme/Holidays', canWrite: false },
          ],
        },
      ],
    });
  });

  it('adds nothing where the token is refused, and says what mends it', async () => {
    rig.environment['TOKEN_ACME'] = 'wrong';
    const { code, err } = await rig.connect('Acme', 'microsoft');
    expect(code).toBe(2);
    expect(err).toContain('Sign in again');
    expect(await rig.json('accounts', 'list')).toMatchObject({ accounts: [] });
  });

  it.each(['nobody', 'two words@acme.example', '@'])('adds nobody under "%s"', async (email) => {
    rig.environment['TOKEN_ACME'] ??= '';
    const { code, err } = await rig.run(
      ...['accounts', 'add', '--provider', 'microsoft', '--base-url', 'http://127.0.0.1:9'],
      ...['--access-token-env', 'TOKEN_ACME', '--email', email, '--label', 'New'],
    );
    expect(code).toBe(2);
    expect(err).toContain('email');
    expect(await rig.json('accounts', 'list')).toMatchObject({ accounts: [] });
  });

  it('speaks of the provider, and of no lost calendar, where another service is at the address', async () => {
    const { code, err } = await rig.run(
      ...[
        'accounts',
        'add',
        '--provider',
        'microsoft',
        '--base-url',
        `${rig.microsoftUrl}/nowhere`,
      ],
      ...['--access-token-env', 'TOKEN_ACME', '--email', 'a@acme.example', '--label', 'New'],
    );
    expect(code).toBe(2);
    expect(err).toContain('is not its calendar service');
    expect(await rig.json('accounts', 'list')).toMatchObject({ accounts: [] });
  });

  it('speaks of adding, and of no sync, where nobody answers', async () => {
    rig.environment['TOKEN_ACME'] ??= '';
    const { code, err } = await rig.run(
      ...['accounts', 'add', '--provider', 'microsoft', '--base-url', 'http://127.0.0.1:9'],
      ...['--access-token-env', 'TOKEN_ACME', '--email', 'a@acme.example', '--label', 'New'],
    );
    expect(code).toBe(2);
    expect(err).toMatch(/can't be added: .+\n {2}Check the network; then try again\.\n/);
    expect(err).not.toMatch(/cycle|sync|Correct it/);
    expect(await rig.json('accounts', 'list')).toMatchObject({ accounts: [] });
  });

  it('names the variable that is missing', async () => {
    Reflect.deleteProperty(rig.environment, 'TOKEN_ACME');
    expect((await rig.connect('Acme', 'microsoft')).err).toContain('TOKEN_ACME');
  });

  it('[S1] keeps no token on the disk, and lets nobody else read its files', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
    rig.add('acme0', 3);
    await rig.run('sync', '--once');
    for (const name of readdirSync(rig.directory)) {
      const file = join(rig.directory, name);
      expect(readFileSync(file, 'latin1')).not.toContain('secret-token');
      if (name !== 'rules.json') expect(statSync(file).mode & 0o077).toBe(0);
    }
  });

  it('removes an account with all its blocks', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
    rig.add('acme0', 3);
    rig.add('home0', 4);
    await rig.run('sync', '--once');
    const removed = await rig.json('accounts', 'remove', 'Acme');
    expect(removed).toMatchObject({ ok: true, blocksRemoved: 2 });
    expect([...rig.blocks('acme0'), ...rig.blocks('home0')]).toEqual([]);
    expect(rig.world.events('acme0')).toHaveLength(1);
  });

  it('[S9] removes one that can not be reached as soon as it can, or keeps it after all', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
    rig.add('acme0', 3);
    rig.add('home0', 4);
    await rig.run('sync', '--once');
    const token = rig.environment['TOKEN_ACME'] ?? '';
    rig.environment['TOKEN_ACME'] = '';
    const removed = await rig.run('accounts', 'remove', 'Acme');
    expect([removed.code, removed.out.includes('umbra accounts keep Acme')]).toEqual([3, true]);
    expect([rig.blocks('acme0').length, rig.blocks('home0').length]).toEqual([1, 0]);
    expect(await rig.json('sync', '--once')).toMatchObject({ ok: false, leaving: ['Acme'] });
    expect(await rig.json('status')).toMatchObject({ leaving: ['Acme'] });
    expect((await rig.connect('Acme', 'microsoft')).err).toContain('is being removed');
    rig.environment['TOKEN_ACME'] = token;
    expect((await rig.run('accounts', 'keep', 'Acme')).code).toBe(0);
    expect(await rig.json('sync', '--once')).toMatchObject({ ok: true, created: 1, leaving: [] });
    rig.environment['TOKEN_ACME'] = '';
    await rig.run('accounts', 'remove', 'Acme');
    rig.environment['TOKEN_ACME'] = token;
    expect((await rig.run('sync', '--once')).out).toContain('"Acme" is removed, with 1 blocks');
    expect(rig.blocks('acme0')).toEqual([]);
    expect(await rig.json('accounts', 'list')).toMatchObject({ ok: true, leaving: [] });
  });
});

describe('a folder that can be no profile', () => {
  it.each(['/proc/umbra', '/dev/null/umbra', 'settings.json'])(
    '%s is named as such',
    async (at) => {
      await rig.run('status');
      writeFileSync(join(rig.directory, 'settings.json'), '{}');
      const profile = at.startsWith('/') ? at : join(rig.directory, at);
      const { code, err } = await rig.run('--profile', profile, 'status');
      expect([code, err.includes(`There can be no profile at ${profile}`)]).toEqual([4, true]);
    },
  );
});

describe('umbra rules', () => {
  beforeEach(connectBoth);

  it('takes a file, and names what it changed', async () => {
    const first = await rig.json('rules', 'apply', ruleFile(mesh));
    expect(first).toMatchObject({ ok: true, added: ['mesh'] });
    const log = (await rig.run('audit', 'export')).out;
    const again = await rig.json('rules', 'apply', ruleFile(mesh));
    expect(again).toMatchObject({ unchanged: true, added: [], changed: [], removed: [] });
    expect((await rig.run('rules', 'apply', ruleFile(mesh))).out).toContain('Nothing changed');
    expect((await rig.run('audit', 'export')).out).toBe(log);
    const [rule] = (await rig.json('rules', 'list'))['rules'] as { sources: string[] }[];
    expect(rule).toMatchObject({ id: 'mesh', targets: ['Acme/Calendar', 'Home/Private'] });
    expect(rule?.sources).toHaveLength(3);
  });

  it('takes one file for many people, whatever they call their accounts', async () => {
    const file = ruleFile({
      rules: [
        {
          id: 'to-work',
          sources: ['*'],
          targets: ['@microsoft.example/*'],
          exclude: ['@x.example/*'],
        },
        { id: 'to-board', sources: ['@google.example/*'], targets: ['@board.example/*'] },
      ],
    });
    const first = await rig.json('rules', 'apply', file);
    expect(first).toMatchObject({ added: ['to-work'], skipped: ['to-board'], unchanged: false });
    expect(await rig.json('rules', 'list')).toMatchObject({
      rules: [{ id: 'to-work', targets: ['Acme/Calendar'] }],
    });
    expect(await rig.json('rules', 'apply', file)).toMatchObject({ unchanged: true });
    const exported = join(rig.directory, 'again.json');
    writeFileSync(exported, (await rig.run('rules', 'export')).out);
    expect(await rig.json('rules', 'apply', exported)).toMatchObject({ unchanged: true });
  });

  it('A3: takes a file for many people also where somebody lacks one of its calendars', async () => {
    const many = (exclude: string): string =>
      ruleFile({
        rules: [
          { id: 'nobody', sources: ['@board.example/*'], targets: ['*'] },
          { id: 'to-work', sources: ['@google.example/*'], targets: ['@microsoft.example/*'] },
          { id: 'to-home', sources: ['Acme/*'], targets: ['Home/*'], exclude: [exclude] },
        ],
      });
    await rig.run('rules', 'apply', many('@microsoft.example/Holidays'));
    rig.add('acme0', 2);
    await rig.run('sync', '--once');
    expect(rig.blocks('home0')).toHaveLength(1);
    const file = many('@microsoft.example/Projects');
    const first = await rig.json('rules', 'apply', file);
    expect(first).toMatchObject({ ok: true, changed: ['to-home'], skipped: ['nobody'] });
    expect(first['paused']).toMatchObject([{ rule: 'to-home' }]);
    expect((await rig.run('rules', 'apply', file)).out).toContain('calendar “Acme/Projects”');
    expect(await rig.json('rules', 'apply', file)).toMatchObject({ unchanged: true });
    rig.add('home0', 3);
    rig.add('acme0', 4);
    await rig.run('sync', '--once');
    expect([rig.blocks('home0').length, rig.blocks('acme0').length]).toEqual([1, 1]);
    const typo = await rig.run('rules', 'apply', many('Acme/Projcts'));
    expect([typo.code, typo.err.includes('rules[2].exclude[0]')]).toEqual([2, true]);
  });

  it('A3: finds nothing new in what it exported where some of it is pinned', async () => {
    const pinned = {
      id: 'acme',
      sources: ['@google.example/*'],
      targets: ['@microsoft.example/*'],
    };
    const idle = { id: 'idle', sources: ['*'], targets: ['@nowhere.example/*'] };
    rig.policies = [left({ PinnedRules: [pinned, idle] })];
    await rig.run('rules', 'apply', ruleFile(mesh));
    const exported = join(rig.directory, 'again.json');
    writeFileSync(exported, (await rig.run('rules', 'export')).out);
    expect(await rig.json('rules', 'apply', exported)).toMatchObject({ unchanged: true });
    const doctor = await rig.run('doctor');
    expect([doctor.code, /Rule idle +│? *not for this person/.test(doctor.out)]).toEqual([0, true]);
  });

  const both = { sources: ['*'], targets: ['*'] };
  it.each([
    [{ id: 'r', sources: ['*'] }, 'rules[0].targets'],
    [{ ...both, id: 'r', sources: ['Acme/No'] }, 'rules[0].sources[0]: no calendar "Acme/No"'],
    [{ ...both, id: 'r', targets: ['Acme/Holidays'] }, 'read-only'],
    [
      { ...both, id: 'r', mask: { level: 'labelled', label: 'x', template: '{title}' } },
      'rules[0].mask.template: "{title}" needs the level "title" or more',
    ],
    [{ ...both, id: 'r', mask: { level: 'everything' } }, 'rules[0].mask'],
    [{ ...both, id: 'r', options: { roundTo: 7 } }, 'rules[0].options.roundTo'],
    [{ ...both, id: 'r', surprise: 1 }, 'rules[0]'],
    [{ ...both, id: 'r', conditions: { title: { matches: '(' } } }, 'no regular expression'],
  ])('refuses %j, names the place and changes nothing', async (rule, words) => {
    await rig.run('rules', 'apply', ruleFile(mesh));
    const { code, err } = await rig.run('rules', 'apply', ruleFile({ rules: [rule] }));
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(await rig.json('rules', 'list')).toMatchObject({ rules: [{ id: 'mesh' }] });
  });
});

describe('umbra sync', () => {
  beforeEach(async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
  });

  it('writes what is asked for, then is quiet at one request a calendar', async () => {
    rig.add('acme0', 3);
    rig.add('acme0', 5);
    rig.add('home0', 4);
    const first = await rig.json('sync', '--once');
    expect(first).toMatchObject({ ok: true, pulled: 3, created: 3, updated: 0, deleted: 0 });
    expect(first).toMatchObject({ held: 0, failed: 0 });
    expect(rig.blocks('home0')).toHaveLength(2);
    expect(rig.blocks('acme0')).toHaveLength(1);
    expect(await rig.json('plan')).toMatchObject({ operations: [] });
    rig.seen.length = 0;
    const second = await rig.json('sync', '--once');
    expect(second).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
    expect(rig.seen).toHaveLength(3);
  });

  it('tells requests by account and kind', async () => {
    rig.add('acme0', 3);
    const { requests } = await rig.json('sync', '--once');
    expect(requests).toMatchObject({
      Acme: { total: 4, byKind: { delta: 2, list: 2 } },
      Home: { byKind: { list: 1, create: 1 } },
    });
  });

  it('says with exit code 3 that an account does not answer, and loses nothing', async () => {
    rig.add('acme0', 3);
    await rig.run('sync', '--once');
    rig.world.setRevoked('acme@microsoft.example', true);
    const { code, err, out } = await rig.run('sync', '--once', '--json');
    expect([code, err]).toEqual([3, '']);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      problems: [{ code: 'account.needs-sign-in', account: 'Acme' }],
    });
    expect(rig.blocks('home0')).toHaveLength(1);
  });

  it('rebuilds from the markers when its database is gone', async () => {
    rig.add('acme0', 3);
    await rig.run('sync', '--once');
    dropDatabase();
    const again = await rig.json('sync', '--once');
    expect(again).toMatchObject({ ok: true, created: 0, deleted: 0 });
    expect(rig.blocks('home0')).toHaveLength(1);
  });
});

describe('umbra doctor --bundle', () => {
  it('[A9] writes a file without a name in it, and never over one that is there', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
    rig.add('acme0', 3, 'Secret merger');
    await rig.run('sync', '--once');
    const file = join(rig.directory, 'support.json');
    const { code, out } = await rig.run('doctor', '--bundle', file);
    expect(code).toBe(0);
    expect(out).toContain('Read it before');
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/Acme|Home|mesh|Secret|@|secret-token|a place/);
    expect((await rig.run('doctor', '--bundle', '-')).out).toContain('"account 1"');
    expect((await rig.run('doctor', '--bundle', file)).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

describe('umbra status', () => {
  it('gives the figures of the health page, by the names of the accounts', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
    rig.add('acme0', 3);
    await rig.run('sync', '--once');
    const { goals, health } = await rig.json('status');
    expect(goals).toEqual({ latencyMs: 120_000, successRate: 0.999, quotaShare: 0.8 });
    const [acme, home] = health as Record<string, unknown>[];
    expect(acme).toMatchObject({ account: 'Acme', writes: 0, successRate: null });
    expect(home).toMatchObject({
      account: 'Home',
      writes: 1,
      successRate: 1,
      missed: [],
      queue: 0,
    });
    expect(home?.['quotaShare']).toBeGreaterThan(0);
    expect(home?.['days']).toHaveLength(14);
  });
});

describe('a file that PowerShell wrote', () => {
  const encodings = [
    ['UTF-8', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ] as const;

  it.each(encodings)('[R27] is taken with its mark of %s', async (_, encoded) => {
    await connectBoth();
    const rules = join(rig.directory, 'marked.json');
    writeFileSync(rules, encoded(JSON.stringify(named)));
    expect(await rig.run('rules', 'apply', rules)).toMatchObject({ code: 0, err: '' });
  });

  it('A1: is understood as a policy file with its mark of UTF-8', async () => {
    const file = join(rig.directory, 'policies.json');
    writeFileSync(file, '\uFEFF{ "MaxLookaheadDays": 30 }');
    expect(await rig.run('policy', 'check', file)).toMatchObject({ code: 0, err: '' });
  });
});

describe('umbra rules template', () => {
  it.each(['no-such', 'toString', 'constructor', '__proto__'])(
    'refuses the name %s, and says which there are',
    async (name) => {
      const { code, out, err } = await rig.run('rules', 'template', name);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('mesh');
    },
  );
});

describe('a rule that names a calendar which is not there any more', () => {
  it('[R34] is paused, keeps its blocks, and is told of by name', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(named));
    rig.add('acme0', 2);
    await rig.run('sync', '--once');
    rig.world.updateCalendar('acme0', { name: 'Renamed' });
    // The names that rules mean are lost with the database.
    dropDatabase();
    expect(await rig.json('sync', '--once')).toMatchObject({ ok: true, deleted: 0 });
    expect(rig.blocks('home0')).toHaveLength(1);
    expect(await rig.json('status')).toMatchObject({ rules: { paused: [{ rule: 'one' }] } });
    expect((await rig.run('status')).out).toContain('names the calendar “Acme/Calendar”');
    const doctor = await rig.run('doctor');
    expect([doctor.code, doctor.out.includes('no calendar "Acme/Calendar"')]).toEqual([5, true]);
  });
});

describe('umbra holds', () => {
  it('[P25] takes the id that it lists, and not one that was listed for other removals', async () => {
    await connectBoth();
    rig.policies = [left({ BrakeThreshold: { count: 0, percent: 0 } })];
    await rig.run('rules', 'apply', ruleFile(mesh));
    const events = [rig.add('acme0', 3), rig.add('acme0', 4), rig.add('acme0', 5)];
    await rig.run('sync', '--once');
    const listed: string[] = [];
    for (const { calendarId, id } of events.slice(0, 2)) {
      rig.world.deleteEvent(calendarId, id);
      await rig.run('sync', '--once');
      const { holds } = await rig.json('holds', 'list');
      listed.push(...(holds as { readonly id: string }[]).map((hold) => hold.id));
    }
    const [seen = '', now = ''] = listed;
    const refused = await rig.run('holds', 'approve', seen);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('others by now')]);
    expect((await rig.run('holds', 'approve', now)).code).toBe(0);
    expect(await rig.json('sync', '--once')).toMatchObject({ deleted: 2 });
  });
});

describe('a rule that is spoilt in the settings file', () => {
  it('[P17] is paused, and status and doctor say what is wrong with it', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(named));
    rig.add('acme0', 2);
    await rig.run('sync', '--once');
    const file = join(rig.directory, 'settings.json');
    const settings = JSON.parse(readFileSync(file, 'utf8')) as { rules: object[] };
    const rules = settings.rules.map((rule) => ({
      ...rule,
      conditions: { title: { matches: '(' } },
    }));
    writeFileSync(file, JSON.stringify({ ...settings, rules }));
    expect(await rig.json('sync', '--once')).toMatchObject({ ok: true, deleted: 0 });
    expect(rig.blocks('home0')).toHaveLength(1);
    expect(await rig.json('status')).toMatchObject({ rules: { paused: [{ rule: 'one' }] } });
    const why = 'conditions.title.matches: "(" is no regular expression in RE2 syntax';
    expect((await rig.run('status')).out).toContain(why);
    const doctor = await rig.run('doctor');
    expect([doctor.code, doctor.out.includes(why)]).toEqual([5, true]);
  });
});

describe('umbra purge', () => {
  it('asks first, then removes every block, even with an empty database', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
    rig.add('acme0', 3);
    rig.add('home0', 4);
    await rig.run('sync', '--once');
    expect((await rig.run('purge')).code).toBe(2);
    dropDatabase();
    expect(await rig.json('purge', '--yes')).toMatchObject({ ok: true, removed: 2 });
    const { out } = await rig.run('audit', 'export', '--format', 'csv');
    const deletes = out.split('\n').filter((line) => line.includes(',delete,'));
    expect(deletes.filter((line) => line.includes(',intent,'))).toHaveLength(2);
    expect(deletes.filter((line) => line.includes(',result,delete,removed,'))).toHaveLength(2);
    expect([...rig.blocks('acme0'), ...rig.blocks('home0')]).toEqual([]);
    expect(await rig.json('sync', '--once')).toMatchObject({ created: 0 });
  });

  it('[A3] names the organisation’s rules that the next sync writes by again', async () => {
    await connectBoth();
    rig.policies = [left({ PinnedRules: [{ id: 'acme', sources: ['*'], targets: ['*'] }] })];
    rig.add('acme0', 3);
    await rig.run('sync', '--once');
    expect(await rig.json('purge', '--yes')).toMatchObject({ removed: 1, rulesOn: ['acme'] });
    expect((await rig.run('purge', '--yes')).out).toMatch(/organisation.*“acme”.*next sync/);
    expect(await rig.json('sync', '--once')).toMatchObject({ created: 1 });
    rig.policies = [];
    expect(await rig.json('purge', '--yes')).toMatchObject({ removed: 1, rulesOn: [] });
  });

  it('says why the blocks of an account that is leaving are still there', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
    rig.add('acme0', 3);
    await rig.run('sync', '--once');
    rig.environment['TOKEN_HOME'] = '';
    await rig.run('accounts', 'remove', 'Home');
    const { code, out } = await rig.run('purge', '--yes', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      problems: [{ account: 'Home' }],
      requests: { Home: {} },
    });
  });
});

describe('umbra audit', () => {
  beforeEach(async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
    rig.add('acme0', 3, 'Secret merger');
    await rig.run('sync', '--once');
  });

  it('[P1] [A5] tells each write before and after it, and nothing of what was written', async () => {
    const { out } = await rig.run('audit', 'export', '--format', 'ndjson');
    const entries = out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    const writes = entries.filter(({ action }) => action === 'create');
    expect(writes).toMatchObject([
      { phase: 'intent', outcome: 'intended', calendar: 'Home/Private', rule: 'mesh' },
      { phase: 'result', outcome: 'written', calendar: 'Home/Private', rule: 'mesh' },
    ]);
    expect(writes[1]?.['correlation']).toBe(writes[0]?.['sequence']);
    expect(out).not.toMatch(/Secret|a place|@/);
    const csv = await rig.run('audit', 'export', '--format', 'csv');
    expect(csv.out.split('\n')[0]).toBe(
      'sequence,time,by,phase,action,outcome,rule,calendar,target,key,correlation,hash',
    );
    const json = await rig.run('audit', 'export', '--format', 'json');
    expect(JSON.parse(json.out)).toHaveLength(entries.length);
  });

  it('[A5] verifies the log and what was exported of it, and names the first bad entry', async () => {
    expect(await rig.json('audit', 'verify')).toMatchObject({ ok: true, fault: null });
    const file = join(rig.directory, 'log.ndjson');
    const { out } = await rig.run('audit', 'export');
    writeFileSync(file, out);
    expect((await rig.run('audit', 'verify', file)).code).toBe(0);
    writeFileSync(file, out.replace('"written"', '"removed"'));
    const bad = await rig.run('audit', 'verify', file);
    expect(bad.code).toBe(5);
    expect(bad.out).toMatch(/^Line \d+ does not follow/);
    const database = new DatabaseSync(join(rig.directory, 'umbra.db'));
    database.exec('DELETE FROM audit WHERE sequence = 2');
    database.close();
    const { code, out: words } = await rig.run('audit', 'verify');
    expect([code, words]).toEqual([5, 'Entry #2 is missing.']);
  });

  it('[A5] forwards each entry to a file, and goes on where that can’t be written', async () => {
    const file = join(rig.directory, 'not-there', 'siem.ndjson');
    expect((await rig.run('audit', 'forward', file)).code).toBe(3);
    rig.add('acme0', 4);
    expect((await rig.run('sync', '--once')).code).toBe(0);
    expect(await rig.json('status')).toMatchObject({ audit: { forwarding: { code: 'ENOENT' } } });
    mkdirSync(join(rig.directory, 'not-there'));
    expect((await rig.run('audit', 'forward')).code).toBe(0);
    await rig.run('rules', 'disable', 'mesh');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const { out } = await rig.run('audit', 'export');
    expect(lines).toHaveLength(out.split('\n').length);
    expect((await rig.run('audit', 'verify', file)).code).toBe(0);
    await rig.run('audit', 'forward', '--off');
    expect(await rig.json('audit', 'forward')).toMatchObject({ ok: true, forwarding: null });
  });
});

describe('a profile that can not be used', () => {
  it('[sync-engine, Identity] makes no new key where blocks were written with the one that is missing', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
    rig.add('acme0', 3);
    await rig.run('sync', '--once');
    const vault = join(rig.directory, 'vault.json');
    const key = readFileSync(vault);
    rmSync(vault);
    for (const verb of [['sync', '--once'], ['purge', '--yes'], ['status']]) {
      const { code, err } = await rig.run(...verb);
      expect(code, verb[0]).toBe(4);
      expect(err).toContain('vault.json');
    }
    expect(readdirSync(rig.directory)).not.toContain('vault.json');
    writeFileSync(vault, key);
    expect(await rig.json('purge', '--yes')).toMatchObject({ ok: true, removed: 1, foreign: 0 });
  });

  it('[F15] says with exit code 4 where a profile lies in a file', async () => {
    const file = ruleFile(mesh);
    for (const directory of [file, join(file, 'below')]) {
      const { code, err } = await rig.run('status', '--profile', directory);
      expect(code).toBe(4);
      expect(err).toContain(directory);
    }
  });

  it('[F15] leaves unreadable settings as they are, and names the place', async () => {
    const file = join(rig.directory, 'settings.json');
    writeFileSync(file, '{ "accounts": [');
    const { code, err } = await rig.run('status');
    expect(code).toBe(4);
    expect(err).toContain('settings.json');
    expect(readFileSync(file, 'utf8')).toBe('{ "accounts": [');
  });

  it('[F15] is no new profile where only its settings are missing, and none of it is forgotten', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
    rig.add('acme0', 3);
    await rig.run('sync', '--once');
    const file = join(rig.directory, 'settings.json');
    const settings = readFileSync(file);
    rmSync(file);
    for (const verb of [['status'], ['sync', '--once']]) {
      const { code, err } = await rig.run(...verb);
      expect(code).toBe(4);
      expect(err).toContain('settings.json is missing');
    }
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, settings);
    const { calendars } = await rig.json('status');
    expect(calendars).toContainEqual(expect.objectContaining({ id: 'Home/Private', blocks: 1 }));
  });

  it('[F15] begins anew in its folder once its database is moved away too, or all of it erased', async () => {
    await connectBoth();
    rmSync(join(rig.directory, 'settings.json'));
    dropDatabase();
    expect(await rig.json('status')).toMatchObject({ accounts: 0 });
    await connectBoth();
    rmSync(join(rig.directory, 'settings.json'));
    expect((await rig.run('privacy', 'erase', '--yes', '--keep-blocks')).code).toBe(0);
    expect(await rig.json('status')).toMatchObject({ accounts: 0 });
  });

  it('[F15] puts a damaged database aside, and recovers from the markers', async () => {
    await connectBoth();
    await rig.run('rules', 'apply', ruleFile(mesh));
    rig.add('acme0', 3);
    await rig.run('sync', '--once');
    writeFileSync(join(rig.directory, 'umbra.db'), 'this is no database at all. '.repeat(100));
    const { code, err } = await rig.run('status');
    expect(code).toBe(4);
    expect(err).toContain('put aside');
    expect(await rig.json('sync', '--once')).toMatchObject({ ok: true, created: 0 });
  });
});

describe('what went wrong', () => {
  it('is one object for machines, also where the line itself is wrong', async () => {
    for (const line of [
      ['sync', '--no-such'],
      ['no-such-verb'],
      ['rules', 'apply'],
      ['rules'],
      [],
    ]) {
      const { code, out } = await rig.run(...line, '--json');
      expect(code).toBe(2);
      expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 'usage' } });
      expect(out).not.toContain('outputHelp');
    }
  });

  it('says which version it is', async () => {
    expect(await rig.run('--version')).toEqual({ code: 0, out: rig.version, err: '' });
  });

  it('[S8] is told by its place in the code, never by a message that may quote an event', async () => {
    rig.systemZone = () => {
      throw new TypeError('cannot read "Merger with Northwind"');
    };
    const { code, out, err } = await rig.run('plan', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(err).toMatch(/TypeError\n\s+at /);
    expect(out + err).not.toContain('Northwind');
  });
});
