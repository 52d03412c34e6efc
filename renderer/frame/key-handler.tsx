import { useEffect, useRef } from 'react';
import { go } from '../state/route.ts';
import { createShortcuts, useShortcuts, type Shortcut } from '../state/shortcuts.ts';
import { useShelf } from '../state/stores.tsx';
import { match, strokeText } from './key-strokes.ts';
import { createOverlays } from './overlays-store.ts';
import { views } from './views.ts';

/** After this long, `g` no longer waits for its second letter. */
const patienceMs = 1_500;

/** Whether the keys go into a text, a list or a dialog instead. */
function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]',
    ) !== null
  );
}

/** Listens for shortcuts. Draws nothing. */
export function KeyHandler(): null {
  const shelf = useShelf();
  const waiting = useRef<{ readonly pressed: string; readonly since: number }>(null);
  const show = shelf.store(createOverlays).getState().show;
  const everywhere: readonly Shortcut[] = [
    { keys: 'mod+k', words: 'Find any action', group: 'Everywhere', run: () => show('palette') },
    { keys: 'd', words: 'Go to a date', group: 'Everywhere', run: () => show('goToDate') },
    { keys: '?', words: 'All shortcuts', group: 'Everywhere', run: () => show('shortcuts') },
    ...views.map((view) => ({
      keys: view.keys,
      words: `Go to ${view.words}`,
      group: 'Everywhere',
      run: () => go(view.name),
    })),
  ];
  useShortcuts(everywhere);

  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.key === 'Shift') return;
      const mod = event.ctrlKey || event.metaKey;
      if (!mod && isTaken(event.target)) return;
      const before = waiting.current;
      waiting.current = null;
      const found = match(
        shelf.store(createShortcuts).getState().active,
        before !== null && event.timeStamp - before.since < patienceMs ? before.pressed : '',
        strokeText({ key: event.key, mod, alt: event.altKey, shift: event.shiftKey }),
      );
      if (found.kind === 'none') return;
      event.preventDefault();
      if (found.kind === 'run') found.shortcut.run();
      else waiting.current = { pressed: found.pressed, since: event.timeStamp };
    };
    globalThis.addEventListener('keydown', pressed);
    return () => globalThis.removeEventListener('keydown', pressed);
  }, [shelf]);
  return null;
}
