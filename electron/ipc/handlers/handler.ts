import type { z } from 'zod';
import type { calls, Channel, Output } from '../../../shared/ipc/contract.ts';

/** Answers one channel: takes input that was parsed at the door, throws `UserError` for what a user can meet. */
export type Handler<C extends Channel> = (
  input: z.output<(typeof calls)[C]['input']>,
) => Promise<Output<C>>;

/** Answers for every channel of the contract. */
export type Handlers = { readonly [C in Channel]: Handler<C> };
