import { useState } from 'react';
import { useShortcuts } from '../state/shortcuts.ts';

export interface Drawer {
  readonly open: boolean;
  readonly show: () => void;
  /** The focus goes to the element of that id: what opened it, or what was chosen in it. */
  readonly close: (to: 'navigation' | 'view') => void;
}

/** The navigation where it lies over the view. */
export function useDrawer(): Drawer {
  const [open, setOpen] = useState(false);
  const close = (to: 'navigation' | 'view'): void => {
    if (open) document.getElementById(to)?.focus();
    setOpen(false);
  };
  const shut = { keys: 'escape', words: 'Close navigation', group: 'Everywhere' };
  useShortcuts(open ? [{ ...shut, run: () => close('navigation') }] : []);
  return { open, show: () => setOpen(true), close };
}
