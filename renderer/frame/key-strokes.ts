import type { Shortcut } from '../state/shortcuts.ts';

export interface Stroke {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const named: Readonly<Record<string, string>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Enter: 'enter',
  Escape: 'escape',
  ' ': 'space',
};

/** A stroke as shortcuts write it: `mod+k`, `?`, `shift+left`. Shift counts only where it changes no letter. */
export function strokeText({ key, mod, alt, shift }: Stroke): string {
  const name = named[key] ?? key.toLowerCase();
  const shifts = shift && (name.length > 1 || /[a-z]/.test(name));
  return [mod && 'mod', alt && 'alt', shifts && 'shift', name].filter((part) => part).join('+');
}

export type Match =
  | { readonly kind: 'run'; readonly shortcut: Shortcut }
  | { readonly kind: 'wait'; readonly pressed: string }
  | { readonly kind: 'none' };

/** What strokes so far mean: the later of two equal shortcuts wins, as the nearer one. */
export function match(active: readonly Shortcut[], before: string, stroke: string): Match {
  const pressed = before === '' ? stroke : `${before} ${stroke}`;
  const found = active.findLast((shortcut) => shortcut.keys === pressed);
  if (found !== undefined) return { kind: 'run', shortcut: found };
  if (active.some((shortcut) => shortcut.keys.startsWith(`${pressed} `)))
    return { kind: 'wait', pressed };
  return before === '' ? { kind: 'none' } : match(active, '', stroke);
}
