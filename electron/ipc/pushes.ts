import { pushNames } from '../../shared/ipc/channels.ts';
import type { Topic } from '../../shared/ipc/contract.ts';

/** What a push needs of a window's contents. */
export interface Outbox {
  send(name: string, ...args: unknown[]): void;
  isDestroyed(): boolean;
}

/** What the program tells the window unasked: that something changed, or where to go. Never what. */
export interface Pushes {
  changed(topics: readonly Topic[]): void;
  navigate(route: string): void;
}

/** Sends to the window of the moment; where there is none, nobody needs to know: it asks when it opens. */
export function createPushes(contents: () => Outbox | null): Pushes {
  const send = (name: string, payload: unknown): void => {
    const outbox = contents();
    try {
      if (outbox !== null && !outbox.isDestroyed()) outbox.send(name, payload);
    } catch {
      // Its process has just died, and whoever else listens must not suffer for it (security.md E2, E10).
    }
  };
  return {
    changed: (topics) => send(pushNames.changed, [...topics]),
    navigate: (route) => send(pushNames.navigate, route),
  };
}
