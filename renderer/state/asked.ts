import { useCallback } from 'react';
import { go, readRoute, useRoute, type Route } from './route.ts';

/** The parameter of a route that names the dialog in sight. */
const ASK = 'ask';

/** Opens a dialog of a view from anywhere: the palette, a menu, another view. */
export function goAsk(view: string, dialog: string, more: Route['params'] = {}): void {
  const { name, params } = readRoute(globalThis.location.hash);
  go(view, { ...(name === view ? params : {}), ...more, [ASK]: dialog });
}

/**
 * Whether the route asks for this dialog, and how to open and close it. It is the route that says so, so that every way to
 * the dialog is the same, and "back" closes it.
 */
export function useAsked(dialog: string): readonly [boolean, (open: boolean) => void] {
  const { name, params } = useRoute();
  const set = useCallback(
    (open: boolean) => {
      if (open) goAsk(name, dialog);
      else
        go(
          name,
          Object.fromEntries(Object.entries(params).filter(([parameter]) => parameter !== ASK)),
        );
    },
    [name, params, dialog],
  );
  return [params[ASK] === dialog, set];
}
