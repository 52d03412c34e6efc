import type { Topic } from '../../shared/ipc/contract.ts';
import type { Handlers } from '../ipc/door.ts';

/** The running program as the shell sees it: the window's deeds, a bell, and the machine's ups and downs. */
export interface Program {
  readonly handlers: Handlers;
  /** Calls back with what may look different now; returns how to stop listening. */
  onChange(listener: (changed: readonly Topic[]) => void): () => void;
  /** The machine is about to sleep: start nothing more. */
  sleep(): void;
  /** The machine is awake and the network is there: catch up, once. */
  wake(): void;
  /** Ends what is under way and closes the database. */
  close(): Promise<void>;
}
