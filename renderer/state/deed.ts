import { useCallback, useState } from 'react';
import type { Channel, Input, Output } from '../../shared/ipc/contract.ts';
import { ask } from './ask.ts';
import { createNotices } from './notices.ts';
import { useShelf } from './stores.tsx';

export interface Deed<C extends Channel> {
  readonly busy: boolean;
  /** Does it; null where it failed, and then a notice has said so, with a button to try again. */
  readonly run: (input: Input<C>, done?: string) => Promise<Output<C> | null>;
}

/** A change that the user asks for by a click: busy while it runs, a notice when it is done or failed. */
export function useDeed<C extends Channel>(channel: C): Deed<C> {
  const shelf = useShelf();
  const [running, setRunning] = useState(0);
  const run = useCallback(
    async (input: Input<C>, done?: string): Promise<Output<C> | null> => {
      const notices = shelf.store(createNotices).getState();
      setRunning((count) => count + 1);
      const reply = await ask(shelf.api, channel, input);
      setRunning((count) => count - 1);
      if (reply.ok) {
        if (done !== undefined) notices.say(done);
        return reply.value;
      }
      notices.complain(reply.problem, { words: 'Try again', run: () => void run(input, done) });
      return null;
    },
    [shelf, channel],
  );
  return { busy: running > 0, run };
}
