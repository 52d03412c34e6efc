import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../../electron/shell/menu-template.ts';
import { trayMenu, type TrayDeed, type TrayItem } from '../../../../electron/shell/tray-menu.ts';
import type { TrayView } from '../../../../shared/view/tray-view.ts';
import { twoInTrouble } from '../../../kit/tray-troubles.ts';
import { trayIcon } from '../../../../electron/shell/tray-icon.ts';
import { startTray } from '../../../../electron/shell/tray.ts';

const calm: TrayView = {
  mode: 'live',
  state: 'ok',
  sentence: 'Everything is in its place',
  next: 'at 14:00',
  rules: [
    { id: 'mesh', name: 'Everything', on: true, locked: false },
    { id: 'board', name: 'Board to work', on: false, locked: true },
  ],
  canBlock: true,
  blocked: [],
  troubled: [],
  holds: 0,
  conflicts: 0,
  rulesPaused: 0,
};

/** The menu as a person reads it. */
function lines(items: readonly TrayItem[], indent = ''): string[] {
  return items.flatMap((item) => {
    switch (item.kind) {
      case 'line':
        return [`${indent}---`];
      case 'text':
        return [`${indent}(${item.label})`];
      case 'deed':
        return [`${indent}${item.label}`];
      case 'switch':
        return [`${indent}[${item.on ? 'x' : ' '}] ${item.label}${item.locked ? ' (locked)' : ''}`];
      case 'menu':
        return [`${indent}${item.label} >`, ...lines(item.items, `${indent}  `)];
    }
  });
}

const pause = [
  'Pause >',
  '  For 30 minutes',
  '  For 1 hour',
  '  Until tomorrow',
  '  Until I resume',
];
const rules = ['Rules >', '  [x] Everything', '  [ ] Board to work (locked)'];
const block = [
  'Block me now >',
  '  For 30 minutes',
  '  For 1 hour',
  '  For the rest of the day',
  '  ---',
  '  Choose calendars…',
];
const end = ['---', 'Open Umbra', 'Quit Umbra'];

describe('the menu of the tray', () => {
  it('E6: offers everything when all is well', () => {
    expect(lines(trayMenu(calm))).toEqual([
      '(Everything is in its place)',
      '(Next event at 14:00)',
      '---',
      'Sync now',
      ...pause,
      ...rules,
      ...block,
      ...end,
    ]);
  });

  it('E6: offers to resume while paused', () => {
    const view: TrayView = { ...calm, state: 'paused', sentence: 'Paused until 15:00', next: null };
    expect(lines(trayMenu(view))).toEqual([
      '(Paused until 15:00)',
      '(No event ahead)',
      '---',
      'Resume',
      ...rules,
      ...block,
      ...end,
    ]);
  });

  it('E6: does not offer to sync what is syncing', () => {
    expect(lines(trayMenu({ ...calm, state: 'syncing', rules: [] }))).toEqual([
      '(Everything is in its place)',
      '(Next event at 14:00)',
      '---',
      ...pause,
      ...block,
      ...end,
    ]);
  });

  it('E6: names what needs the user, above all else', () => {
    const view: TrayView = {
      ...calm,
      state: 'attention',
      sentence: '2 accounts need you',
      troubled: twoInTrouble,
      holds: 1,
      rulesPaused: 1,
      conflicts: 3,
      canBlock: false,
      rules: [],
      blocked: [{ id: 'x', when: 'Tue 24 Nov, 09:00–10:00' }],
    };
    expect(lines(trayMenu(view))).toEqual([
      '(2 accounts need you)',
      '(Next event at 14:00)',
      '---',
      'Acme: sign in again…',
      'Globex: Its administrator has to allow Umbra.',
      '1 removal to decide…',
      '1 paused rule…',
      '3 double bookings…',
      '---',
      'Sync now',
      ...pause,
      'Block me now >',
      '  Free again: Tue 24 Nov, 09:00–10:00',
      '  ---',
      '  Choose calendars…',
      ...end,
    ]);
  });

  it('E6: has nothing to offer before the first account but to open and to quit', () => {
    expect(lines(trayMenu({ ...calm, mode: 'empty', rules: [], next: null }))).toEqual([
      '(No calendar is connected yet)',
      ...end,
    ]);
  });

  it('E6: takes back what was blocked by hand, one by one or all of it', () => {
    const blocked = ['09:00–10:00', '11:00–12:00'].map((when) => ({ id: when, when }));
    const shown = lines(trayMenu({ ...calm, blocked }));
    expect(shown.slice(shown.indexOf('Block me now >'), -end.length)).toEqual([
      ...block.slice(0, 4),
      '  ---',
      '  Free again: 09:00–10:00',
      '  Free again: 11:00–12:00',
      '  Free again: all of them',
      ...block.slice(4),
    ]);
  });

  it('carries out what its words say', () => {
    const done: TrayDeed[] = [];
    const template = menuTemplate(trayMenu(calm), (deed) => done.push(deed));
    const press = (items: MenuItemConstructorOptions[], ...[label, ...rest]: string[]): void => {
      const item = items.find((one) => one.label === label);
      if (rest.length > 0) press(item?.submenu as MenuItemConstructorOptions[], ...rest);
      else (item?.click as (() => void) | undefined)?.();
    };
    press(template, 'Sync now');
    press(template, 'Pause', 'Until tomorrow');
    press(template, 'Rules', 'Everything');
    press(template, 'Block me now', 'For the rest of the day');
    press(template, 'Quit Umbra');
    expect(done).toEqual([
      { do: 'syncNow' },
      { do: 'pause', length: 'tomorrow' },
      { do: 'switchRule', id: 'mesh', enabled: false },
      { do: 'blockMe', span: 'restOfDay' },
      { do: 'quit' },
    ]);
  });

  it('shows an ampersand in a name, and greys out what an administrator decides', () => {
    const view = { ...calm, rules: [{ id: 'x', name: 'R&D', on: true, locked: true }] };
    const template = menuTemplate(trayMenu(view), () => undefined);
    const submenu = template.find(({ label }) => label === 'Rules')?.submenu;
    expect(submenu).toMatchObject([{ label: 'R&&D', enabled: false, checked: true }]);
  });
});

describe('the icon beside the clock', () => {
  it.each([
    ['darwin', true, 'pausedTemplate.png'],
    ['win32', false, 'paused-light.ico'],
    ['win32', true, 'paused-dark.ico'],
    ['linux', true, 'paused-dark.png'],
    ['linux', false, 'paused-light.png'],
  ] as const)('E6: on %s, dark %s: %s', (platform, dark, file) => {
    expect(trayIcon('/icons', 'paused', { platform, dark })).toBe(`/icons/${file}`);
  });

  it('E6 E7: sets icon, menu and a tooltip without names at every change', () => {
    const calls: unknown[] = [];
    let turnDark = (): void => undefined;
    const handle = startTray({
      make: (icon) =>
        ({
          on: () => undefined,
          setImage: (image: string) => calls.push(image),
          setToolTip: (text: string) => calls.push(text),
          setContextMenu: () => calls.push('menu'),
          icon,
        }) as never,
      buildMenu: () => null,
      iconFor: (state) => state,
      onTheme: (listener) => (turnDark = listener),
      carryOut: () => undefined,
    });
    handle.show({ ...calm, state: 'attention' });
    handle.show(calm);
    expect(calls).toEqual([
      'attention',
      'Umbra: something needs you',
      'menu',
      'ok',
      'Umbra: everything is in its place',
      'menu',
    ]);
    turnDark();
    expect(calls.at(-1)).toBe('ok');
  });
});
