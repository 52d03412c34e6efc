import { describe, expect, it } from 'vitest';
import { createDesktop, type DesktopDeps } from '../../../../electron/shell/desktop.ts';
import { appMenu } from '../../../../electron/shell/app-menu.ts';
import { followProgram } from '../../../../electron/shell/follow-program.ts';
import { nextStart, startWords } from '../../../../electron/shell/next-event.ts';
import { carryOut, trayClicks } from '../../../../electron/shell/tray-deeds.ts';
import { problemOf } from '../../../../electron/ipc/problem.ts';
import { trayView, type TraySources, type TrayView } from '../../../../shared/view/tray-view.ts';
import type { Handlers } from '../../../../electron/ipc/handlers/handler.ts';
import type { AccountView } from '../../../../shared/ipc/accounts.ts';
import type { AppState } from '../../../../shared/ipc/app.ts';
import type { CalendarItem } from '../../../../shared/ipc/calendar.ts';
import type { Topic } from '../../../../shared/ipc/contract.ts';
import type { RuleView } from '../../../../shared/ipc/rules.ts';
import { instant } from '../../../../shared/time/instant.ts';

const noon = Date.parse('2026-05-04T12:00:00Z');
const hour = 3_600_000;
const item = (start: number, change: Partial<CalendarItem> = {}) =>
  ({
    kind: 'event',
    showAs: 'busy',
    response: 'accepted',
    time: { kind: 'timed', start, end: start + hour },
    title: 'TITLE',
    ...change,
  }) as CalendarItem;

describe('the next event', () => {
  it('is the next commitment: no block, nothing free or declined, nothing that has begun', () => {
    const items = [
      item(noon - hour),
      item(noon + 9 * hour),
      item(noon + hour, { kind: 'block' }),
      item(noon + hour, { showAs: 'free' }),
      item(noon + hour, { response: 'declined' }),
      item(noon + 5 * hour),
    ];
    expect([nextStart(items, noon), nextStart([], noon)]).toEqual([noon + 5 * hour, null]);
  });

  it.each([
    [noon + 2 * hour, 'UTC', 'at 14:00'],
    [noon + 2 * hour, 'Asia/Tokyo', 'at 23:00'],
    [noon + 3 * hour, 'Asia/Tokyo', 'tomorrow at 00:00'],
    [noon + 21 * hour, 'UTC', 'tomorrow at 09:00'],
    [noon + 93 * hour, 'UTC', 'on Friday at 09:00'],
  ])('E7: is told by its time only (%s, %s): %s', (start, zone, words) => {
    expect(startWords(start, noon, zone)).toBe(words);
  });
});

const state = (change: Partial<AppState['sync']> = {}): AppState => ({
  mode: 'live',
  sync: {
    state: 'ok',
    sentence: 'Everything is in its place',
    failing: false,
    progress: null,
    lastCycleAt: null,
    nextCycleAt: null,
    pausedUntil: null,
    ...change,
  },
  holds: 0,
  conflicts: 0,
  accountsInTrouble: 0,
  rulesPaused: 0,
  goalsMissed: 0,
  version: '1',
  now: noon,
  zone: 'UTC',
});
const calendar = (key: string, canWrite = true) =>
  ({ key, canWrite }) as AccountView['calendars'][0];
const account = (
  id: string,
  calendars: AccountView['calendars'],
  change: Partial<AccountView> = {},
) =>
  ({
    id,
    label: id,
    state: 'healthy',
    inTrouble: false,
    sentence: '',
    mend: null,
    calendars,
    ...change,
  }) as AccountView;
const ruleView = (id: string, enabled: boolean, targets: string[]) =>
  ({ rule: { id, name: id, enabled }, targets, locked: null }) as unknown as RuleView;

describe('what the tray shows and does', () => {
  const accounts = [
    account('a', [calendar('a1'), calendar('a2', false)]),
    account('b', [calendar('b1')]),
  ];

  const nothing = { state: state(), rules: [], nextStart: null, blocked: [], chosen: null };
  const view = (change: Partial<TraySources>): TrayView =>
    trayView({ ...nothing, accounts, ...change }, String);

  it('offers to block where there is something to block, and says what is blocked', () => {
    expect(view({}).canBlock).toBe(true);
    expect(view({ chosen: ['a2'] }).canBlock).toBe(false);
    expect(view({ rules: [ruleView('x', true, ['a2'])], chosen: ['b1'] }).canBlock).toBe(true);
    const [held] = view({ blocked: [{ id: 'one', start: noon, end: noon + 3_600_000 }] }).blocked;
    expect([held?.id, held?.when]).toEqual(['one', expect.stringMatching(/12:00–13:00$/)]);
  });

  it('names the accounts that need somebody, and how they are mended', () => {
    const mend = { verb: 'signIn' as const, words: 'Sign in again' };
    const troubled = account('c', [], { inTrouble: true, sentence: 'Signed out.', mend });
    const slow = account('d', [], { state: 'throttled' });
    const stuck = account('f', [], { inTrouble: true, sentence: '1 block is left.' });
    expect(view({ accounts: [...accounts, troubled, slow, stuck] }).troubled).toEqual([
      { id: 'c', label: 'c', sentence: 'Signed out.', mend: 'signIn' },
      { id: 'f', label: 'f', sentence: '1 block is left.', mend: null },
    ]);
  });

  it("does what the window's own verbs do", async () => {
    const done: unknown[] = [];
    const verb = (name: string) => (input: object) => Promise.resolve(done.push([name, input]));
    const handlers = {
      ...Object.fromEntries(
        ['syncNow', 'resume', 'pause', 'unblockMe', 'switchRule', 'signInAgain', 'blockMe'].map(
          (name) => [name, verb(name)],
        ),
      ),
    } as unknown as Handlers;
    const say = (what: string) => () => void done.push(what);
    const reach = { handlers, open: say('open'), show: say('show'), quit: say('quit') };
    await carryOut({ do: 'pause', length: '1h' }, reach);
    await carryOut({ do: 'blockMe', span: '30min' }, reach);
    await carryOut({ do: 'unblockMe', id: 'one' }, reach);
    await carryOut({ do: 'unblockMe', id: null }, reach);
    await carryOut({ do: 'show', route: 'rules' }, reach);
    await carryOut({ do: 'quit' }, reach);
    expect(done).toEqual([
      ['pause', { length: '1h' }],
      ['blockMe', { span: '30min', targets: [] }],
      ['unblockMe', { id: 'one' }],
      ['unblockMe', {}],
      'show',
      'quit',
    ]);
  });

  it('tells of a click that failed, and takes the next', async () => {
    const failed: string[] = [];
    const handlers = { syncNow: () => Promise.reject(new Error('x')) } as unknown as Handlers;
    const no = (): void => undefined;
    const click = trayClicks({
      handlers,
      open: no,
      show: no,
      quit: no,
      failed: (what) => failed.push(what),
    });
    click({ do: 'syncNow' });
    click({ do: 'syncNow' });
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(failed).toEqual(['syncNow', 'syncNow']);
  });
});

describe('following the program', () => {
  it('passes on what changed, and shows the newest state, few times for many changes', async () => {
    let ring: (topics: readonly Topic[]) => void = () => undefined;
    let stopped = false;
    let sentence = 'first';
    const shown: TrayView[] = [];
    const pushed: unknown[] = [];
    const ending = new AbortController();
    const handlers = {
      state: () => Promise.resolve(state({ sentence })),
      rules: () => Promise.resolve([]),
      accounts: () => Promise.resolve([]),
      items: () => Promise.resolve([]),
      readSettings: () => Promise.resolve({ notifications: true, blockTargets: null }),
      ownBlocks: () => Promise.resolve([]),
    } as unknown as Handlers;
    const following = followProgram({
      program: {
        handlers,
        onChange: (listener) => {
          ring = listener;
          return () => (stopped = true);
        },
        sleep: () => undefined,
        wake: () => undefined,
        close: () => Promise.resolve(),
        flush: () => Promise.resolve(),
      },
      clock: {
        now: () => instant(0),
        monotonic: () => 0,
        sleep: (ms, signal) =>
          new Promise((resolve, reject) => {
            signal?.addEventListener('abort', () => reject(new Error('stop')));
            if (signal?.aborted === true) reject(new Error('stop'));
            setTimeout(resolve, ms === 400 ? 20 : 10_000).unref();
          }),
      },
      tray: { show: (view) => void shown.push(view) },
      notifier: { consider: () => undefined, tell: () => undefined },
      pushes: { changed: (topics) => void pushed.push(topics), navigate: () => undefined },
      applySettings: () => undefined,
      signal: ending.signal,
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (let change = 0; change < 50; change += 1) ring(['app']);
    sentence = 'last';
    await new Promise((resolve) => setTimeout(resolve, 60));
    ending.abort();
    await following;
    expect(pushed).toHaveLength(50);
    expect(shown.map((view) => view.sentence)).toEqual(['first', 'last']);
    expect(stopped).toBe(true);
  });
});

describe('what only the system can do', () => {
  interface Given {
    readonly size?: number;
    readonly bytes?: Buffer;
    /** A code by which the system refuses. */
    readonly refuses?: string;
  }

  function desktop(path: string | null, { size = 10, bytes, refuses }: Given = {}) {
    const done: unknown[] = [];
    const orRefused = <T>(work: () => T): Promise<T> =>
      refuses === undefined
        ? Promise.resolve(work())
        : Promise.reject(Object.assign(new Error(`open '${path}'`), { code: refuses }));
    const deps: DesktopDeps = {
      dialog: {
        save: (options) => {
          done.push(options);
          return Promise.resolve({ canceled: path === null, filePath: path ?? '' });
        },
        open: () =>
          Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] }),
      },
      files: {
        read: (file) => orRefused(() => bytes ?? Buffer.from(`text of ${file}`)),
        write: (file, text) => orRefused(() => void done.push([file, text])),
        size: () => Promise.resolve(size),
      },
      copy: (content) => Promise.resolve(void done.push(content)),
      shippedFiles: '/nowhere',
      openExternal: (url) => Promise.resolve(void done.push(url)),
      loginItem: {
        read: () => Promise.resolve(false),
        // As macOS does until the user has allowed it.
        write: (on) => Promise.resolve(done.push(on) < 0),
      },
      eraseWindowAtQuit: () => void done.push('window goes'),
    };
    return { ...createDesktop(deps), done };
  }

  it('[A6] takes back the start at login and the window’s own files', () => {
    const { done, ...it } = desktop(null);
    it.eraseTraces();
    expect(done).toEqual([false, 'window goes']);
  });

  it('saves where the user says, under a name without folders', async () => {
    const it = desktop('/home/jo/r.json');
    expect(await it.saveFile('../../rules.json', '{}')).toBe(true);
    expect(it.done).toEqual([{ defaultPath: 'rules.json' }, ['/home/jo/r.json', '{}']]);
  });

  it('E14: opens a file by its name and text, and tells nobody where it lay', async () => {
    expect(await desktop('/home/jo/r.json').openFile()).toEqual({
      name: 'r.json',
      text: 'text of /home/jo/r.json',
    });
  });

  it('does nothing where the user cancels', async () => {
    expect(await desktop(null).saveFile('x', 'y')).toBe(false);
    expect(await desktop(null).openFile()).toBeNull();
  });

  it.each([
    ['UTF-8', Buffer.from('\uFEFF{}')],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le')],
  ])('[R27] opens a file with its mark of %s', async (_, bytes) => {
    expect(await desktop('/home/jo/r.json', { bytes }).openFile()).toMatchObject({ text: '{}' });
  });

  it('E14: says what a file can’t be read or written for, and not where it lies', async () => {
    const refusals = await Promise.all(
      [
        desktop('/home/jo/big.json', { size: 5_000_000 }).openFile(),
        desktop('/home/jo/r.json', { refuses: 'EACCES' }).openFile(),
        desktop('/home/jo/r.json', { refuses: 'ENOSPC' }).saveFile('r.json', '{}'),
        desktop('/home/jo/r.json', { refuses: 'EODD' }).saveFile('r.json', '{}'),
      ].map((deed) => deed.then(() => null, problemOf)),
    );
    expect(refusals.map((one) => `${one?.code}: ${one?.sentence}`)).toEqual([
      'file.unreadable: The file big.json can’t be read: it is larger than any of ours.',
      'file.unreadable: The file r.json can’t be read: you may not.',
      'file.unwritable: The file r.json can’t be written: the disk is full.',
      'file.unwritable: The file r.json can’t be written: EODD.',
    ]);
  });

  it('15: hands on links that are safe, and no others', async () => {
    const it = desktop(null);
    await it.openLink('smb://host/x');
    await it.openLink('https://Meet.example/a');
    expect(it.done).toEqual(['https://meet.example/a']);
  });

  it('copies text, and its rich form where there is one', () => {
    const it = desktop(null);
    it.copy({ text: 'a' });
    it.copy({ text: 'a', html: '<b>a</b>' });
    expect(it.done).toEqual([
      { 'text/plain': 'a' },
      { 'text/plain': 'a', 'text/html': '<b>a</b>' },
    ]);
  });

  it('E9: says what the system made of a start at login, not what was wished', async () => {
    const it = desktop(null);
    expect([await it.startAtLogin(true), await it.startsAtLogin(), it.done]).toEqual([
      false,
      false,
      [true],
    ]);
  });
});

describe('the menu of the keyboard', () => {
  const labels = (platform: NodeJS.Platform) => {
    const deeds = { show: () => undefined, syncNow: () => undefined, quit: () => undefined };
    return appMenu(platform, deeds).map(({ label, submenu }) => [
      label,
      (submenu as { label?: string; role?: string; accelerator?: string }[]).map((entry) =>
        `${entry.label ?? entry.role ?? '---'} ${entry.accelerator ?? ''}`.trim(),
      ),
    ]);
  };

  it('has what the keyboard needs, and no developer tools', () => {
    expect(labels('linux')).toEqual([
      ['&File', ['Settings… CmdOrCtrl+,', '---', 'close', 'Quit Umbra CmdOrCtrl+Q']],
      ['&Edit', ['undo', 'redo', '---', 'cut', 'copy', 'paste', 'selectAll']],
      [
        '&Go',
        [
          'Calendar CmdOrCtrl+1',
          'Rules CmdOrCtrl+2',
          'Conflicts CmdOrCtrl+3',
          'Activity CmdOrCtrl+4',
          'Health CmdOrCtrl+5',
          'Accounts CmdOrCtrl+6',
          '---',
          'Sync now CmdOrCtrl+Shift+S',
        ],
      ],
      ['&View', ['resetZoom', 'zoomIn', 'zoomOut', '---', 'togglefullscreen']],
    ]);
    expect(labels('darwin')[0]).toEqual([
      'Umbra',
      ['about', '---', 'Settings… CmdOrCtrl+,', '---', 'hide', 'Quit Umbra CmdOrCtrl+Q'],
    ]);
  });
});
