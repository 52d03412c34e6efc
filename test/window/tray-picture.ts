/**
 * The tray's menu as a picture. No system's tray can be photographed here, so this draws what the app hands to Electron,
 * entry by entry, with every submenu open: a reader sees which words, marks and greyed lines there are, not a system's style.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { menuTemplate } from '../../electron/shell/menu-template.ts';
import { trayIcon } from '../../electron/shell/tray-icon.ts';
import { trayMenu } from '../../electron/shell/tray-menu.ts';
import type { TrayView } from '../../shared/view/tray-view.ts';
import { instant } from '../../shared/time/instant.ts';
import { twoInTrouble } from '../kit/tray-troubles.ts';
import { now } from './fake-people.ts';
import { standing } from './standing.ts';

const icons = join(import.meta.dirname, '../../assets/icons/tray');

const calm: TrayView = {
  mode: 'live',
  ...standing({}),
  next: 'at 14:00',
  rules: [
    { id: 'mesh', name: 'Everything', on: true, locked: false },
    { id: 'board', name: 'Board to work', on: false, locked: false },
    { id: 'policy', name: 'R&D to Acme', on: true, locked: true },
  ],
  canBlock: true,
  blocked: [{ id: 'one', when: 'Tue 24 Nov, 09:00–10:00' }],
  troubled: [],
  holds: 0,
  rulesPaused: 0,
  conflicts: 0,
};

/** One menu for each state that a person meets for longer than a moment. */
const views: readonly TrayView[] = [
  calm,
  { ...calm, ...standing({ pausedUntil: instant(now + 3_600_000) }), blocked: [] },
  {
    ...calm,
    ...standing({ accountsInTrouble: twoInTrouble.map(({ label }) => label) }),
    troubled: twoInTrouble,
    holds: 1,
    conflicts: 3,
    rules: calm.rules.slice(0, 1),
    blocked: [],
  },
];

const styles = `
  body { margin: 0; padding: 16px; display: flex; gap: 16px; align-items: flex-start;
    font: 13px/1.3 system-ui, sans-serif; background: light-dark(#d9dee6, #0d0f13); color: light-dark(#16181d, #f1f3f6); }
  section { width: 280px; }
  header { display: flex; gap: 8px; align-items: center; height: 28px; padding: 0 10px; margin-bottom: 6px; border-radius: 6px;
    background: light-dark(#f6f7f9, #22262e); font-size: 11px; }
  header img { width: 16px; height: 16px; }
  ul { list-style: none; margin: 0; padding: 5px 0; }
  section > ul { background: light-dark(#ffffff, #2a2f38); border: 1px solid light-dark(#c3cad5, #434a57); border-radius: 6px; }
  ul ul { margin: 0 8px 4px 26px; background: light-dark(#f1f3f6, #22262e); border-radius: 5px; }
  li > span { display: flex; padding: 3px 12px 3px 8px; }
  li > span::before { content: attr(data-mark); flex: none; width: 18px; text-align: center; }
  .off { color: light-dark(#6b7280, #98a1b0); }
  .opens::after { content: '▸'; margin-left: auto; }
  hr { border: 0; border-top: 1px solid light-dark(#dfe3ea, #434a57); margin: 5px 10px; }
`;

/** The page that shows all of it in one theme. */
export async function trayPage(theme: 'light' | 'dark'): Promise<string> {
  const sections = await Promise.all(views.map((view) => section(view, theme)));
  return `<!doctype html><meta charset="utf-8"><style>:root { color-scheme: ${theme} } ${styles}</style>${sections.join('')}`;
}

/** The icon at twice its size, the state that it stands for, and the menu below. */
async function section(view: TrayView, theme: 'light' | 'dark'): Promise<string> {
  const file = trayIcon(icons, view.state, { platform: 'linux', dark: theme === 'dark' });
  const icon = await readFile(file.replace('.png', '@2x.png'), 'base64');
  const entries = menuTemplate(trayMenu(view), () => undefined);
  return `<section><header><img src="data:image/png;base64,${icon}">${view.state}</header>${list(entries)}</section>`;
}

function list(entries: readonly MenuItemConstructorOptions[]): string {
  return `<ul>${entries.map(line).join('')}</ul>`;
}

function line({ type, label = '', checked, enabled, submenu }: MenuItemConstructorOptions): string {
  if (type === 'separator') return '<li><hr></li>';
  const off = enabled === false ? 'off' : '';
  const mark = type !== 'checkbox' ? '' : checked === true ? '✓' : '☐';
  const below = Array.isArray(submenu) ? list(submenu) : '';
  const opens = below === '' ? '' : 'opens';
  return `<li><span class="${off} ${opens}" data-mark="${mark}">${shown(label)}</span>${below}</li>`;
}

/** As systems show it: two ampersands are one, and a tag is no tag. */
function shown(label: string): string {
  return label.replaceAll('&&', '&').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
