/** Says what went wrong, what was not lost and what mends it: in words, and to machines as the one object that they wait for. */
import type { CommanderError } from 'commander';
import { errorText, type ErrorCode, type UserError } from '../../shared/errors/errors.ts';
import { placesIn } from '../profile/places-in-code.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import type { Session } from './session.ts';

type Listener = Pick<Session, 'json' | 'print' | 'remark'>;

/** What a user can meet. */
export function tellProblem({ code, parameters, details }: UserError, to: Listener): ExitCode {
  const { sentence, kept, action } = errorText(code, parameters);
  if (to.json) toMachines(to, { code, message: sentence, kept, action, details });
  to.remark([sentence, ...details.map((detail) => `  ${detail}`), kept, action].join('\n'));
  return spoilsProfile(code) ? exitCodes.profile : exitCodes.usage;
}

/** A command line that is none. Its words have been said by who reads it. */
export function tellUsage({ code, message }: CommanderError, to: Listener): ExitCode {
  const { kept, action } = errorText('usage', {});
  // Where no verb is named, its message is a mark for itself.
  const words = code === 'commander.help' ? 'No verb is named.' : message.replace(/^error: /, '');
  if (to.json) toMachines(to, { code: 'usage', message: words, kept, action });
  return exitCodes.usage;
}

/** A mistake of the program: its name and its places in the code help whoever mends it. */
export function tellMistake(error: unknown, to: Listener): ExitCode {
  const { sentence, kept, action } = errorText('unexpected', {});
  if (to.json) toMachines(to, { code: 'unexpected', message: sentence, kept, action });
  to.remark(`${sentence}\n${kept}\n${action}\n${placesIn(error)}`.trimEnd());
  return exitCodes.unexpected;
}

function toMachines({ print }: Listener, error: Readonly<Record<string, unknown>>): void {
  print(JSON.stringify({ ok: false, error }));
}

function spoilsProfile(code: ErrorCode): boolean {
  return /^(store|settings)\.|^(policy\.invalid|vault\.(unreadable|missing|sealed|locked))$/.test(
    code,
  );
}
