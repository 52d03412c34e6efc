import type { Api, Channel, Input, Problem, Reply } from '../../shared/ipc/contract.ts';

/** The program itself did not answer: its process ended, or the door refused the message. */
const silent: Problem = {
  code: 'window.silent',
  sentence: 'Umbra did not answer.',
  kept: 'Nothing was changed by this click; your calendars and blocks are as they were.',
  action: 'Try again; if it stays like this, quit Umbra and open it again.',
  details: [],
};

/** One request to the program. It never throws: an answer that does not come is a problem like any other. */
export async function ask<C extends Channel>(
  api: Api,
  channel: C,
  input: Input<C>,
): Promise<Reply<C>> {
  try {
    const call = api[channel] as (input: Input<C>) => Promise<Reply<C>>;
    return await call(input);
  } catch {
    return { ok: false, problem: silent };
  }
}
