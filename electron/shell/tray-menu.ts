import type { TrayView } from '../../shared/view/tray-view.ts';

/** What a click in the tray asks for. */
export type TrayDeed =
  | { readonly do: 'open' | 'quit' }
  | { readonly do: 'syncNow' | 'resume' }
  /** Null: everything that was blocked by hand. */
  | { readonly do: 'unblockMe'; readonly id: string | null }
  | { readonly do: 'show'; readonly route: string }
  | { readonly do: 'pause'; readonly length: '30min' | '1h' | 'tomorrow' | 'untilResumed' }
  | { readonly do: 'blockMe'; readonly span: '30min' | '1h' | 'restOfDay' }
  | { readonly do: 'switchRule'; readonly id: string; readonly enabled: boolean }
  | { readonly do: 'signIn'; readonly id: string };

/** A line of the menu. */
export type TrayItem =
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'line' }
  | { readonly kind: 'deed'; readonly label: string; readonly deed: TrayDeed }
  | {
      readonly kind: 'switch';
      readonly label: string;
      readonly on: boolean;
      readonly locked: boolean;
      readonly deed: TrayDeed;
    }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly TrayItem[] };

const line: TrayItem = { kind: 'line' };
const deed = (label: string, what: TrayDeed): TrayItem => ({ kind: 'deed', label, deed: what });

/** The tray's menu: a pure function of what the tray shows, the same on every system (security.md E6). */
export function trayMenu(view: TrayView): readonly TrayItem[] {
  const top = [...status(view), ...attention(view)];
  const end = [line, deed('Open Umbra', { do: 'open' }), deed('Quit Umbra', { do: 'quit' })];
  if (view.mode === 'empty') return [...top, ...end];
  return [...top, line, ...sync(view), ...rules(view), ...block(view), ...end];
}

function status({ sentence, next, mode }: TrayView): TrayItem[] {
  if (mode === 'empty') return [{ kind: 'text', label: 'No calendar is connected yet' }];
  const when: TrayItem = {
    kind: 'text',
    label: next === null ? 'No event ahead' : `Next event ${next}`,
  };
  return [{ kind: 'text', label: sentence }, when];
}

function attention({ troubled, holds, rulesPaused, conflicts }: TrayView): TrayItem[] {
  const items = troubled.map(({ id, label, sentence, mend }) =>
    mend === 'signIn'
      ? deed(`${label}: sign in again…`, { do: 'signIn', id })
      : deed(`${label}: ${sentence}`, { do: 'show', route: 'accounts' }),
  );
  if (holds > 0)
    items.push(deed(`${count(holds, 'removal')} to decide…`, { do: 'show', route: 'holds' }));
  if (rulesPaused > 0)
    items.push(deed(`${count(rulesPaused, 'paused rule')}…`, { do: 'show', route: 'rules' }));
  if (conflicts > 0)
    items.push(deed(`${count(conflicts, 'double booking')}…`, { do: 'show', route: 'conflicts' }));
  return items.length === 0 ? [] : [line, ...items];
}

function sync({ state }: TrayView): TrayItem[] {
  if (state === 'paused') return [deed('Resume', { do: 'resume' })];
  const pause: TrayItem = {
    kind: 'menu',
    label: 'Pause',
    items: [
      deed('For 30 minutes', { do: 'pause', length: '30min' }),
      deed('For 1 hour', { do: 'pause', length: '1h' }),
      deed('Until tomorrow', { do: 'pause', length: 'tomorrow' }),
      deed('Until I resume', { do: 'pause', length: 'untilResumed' }),
    ],
  };
  return state === 'syncing' ? [pause] : [deed('Sync now', { do: 'syncNow' }), pause];
}

function rules(view: TrayView): TrayItem[] {
  if (view.rules.length === 0) return [];
  const switches = view.rules.map(({ id, name, on, locked }): TrayItem => ({
    kind: 'switch',
    label: name,
    on,
    locked,
    deed: { do: 'switchRule', id, enabled: !on },
  }));
  return [{ kind: 'menu', label: 'Rules', items: switches }];
}

function block({ canBlock, blocked }: TrayView): TrayItem[] {
  const spans = [
    deed('For 30 minutes', { do: 'blockMe', span: '30min' }),
    deed('For 1 hour', { do: 'blockMe', span: '1h' }),
    deed('For the rest of the day', { do: 'blockMe', span: 'restOfDay' }),
  ];
  const free = blocked.map(({ id, when }) => deed(`Free again: ${when}`, { do: 'unblockMe', id }));
  const all = deed('Free again: all of them', { do: 'unblockMe', id: null });
  const items = [
    ...(canBlock ? spans : []),
    ...(free.length === 0 ? [] : [line, ...free]),
    ...(free.length > 1 ? [all] : []),
    line,
    deed('Choose calendars…', { do: 'show', route: 'settings' }),
  ];
  return [{ kind: 'menu', label: 'Block me now', items: canBlock ? items : items.slice(1) }];
}

const count = (many: number, thing: string): string => `${many} ${thing}${many === 1 ? '' : 's'}`;
