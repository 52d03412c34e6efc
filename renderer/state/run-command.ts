import type { Channel, Input } from '../../shared/ipc/contract.ts';
import { ask } from './ask.ts';
import { createNotices } from './notices.ts';
import type { Shelf } from './stores.tsx';

/** A deed outside of a component, such as from the palette: says that it is done, or why not. */
export async function runCommand<C extends Channel>(
  shelf: Shelf,
  channel: C,
  input: Input<C>,
  done?: string,
): Promise<void> {
  const notices = shelf.store(createNotices).getState();
  const reply = await ask(shelf.api, channel, input);
  if (reply.ok) {
    if (done !== undefined) notices.say(done);
    return;
  }
  notices.complain(reply.problem, {
    words: 'Try again',
    run: () => void runCommand(shelf, channel, input, done),
  });
}
