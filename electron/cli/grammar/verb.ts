import type { Command } from 'commander';
import type { ExitCode } from '../exit-codes.ts';
import type { Session } from '../session.ts';

/** Does the work of a verb in the session that its command line asks for. */
export type Verb = (
  work: (session: Session) => Promise<ExitCode>,
  command: Command,
) => Promise<void>;

/** Adds a verb that takes the options which every verb takes. */
export type Leaf = (parent: Command, signature: string, description: string) => Command;
