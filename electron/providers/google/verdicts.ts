import type { CalendarId } from '../../../shared/model/ids.ts';
import type { Failure } from '../../ports/outcome.ts';
import type { Write } from '../../ports/provider.ts';
import type { Outcome } from './write-outcome.ts';

/** So many writes in a row that the transport could not get through mean that the account is slowed down, not they. */
const THROTTLED_IN_A_ROW = 6;

/** Refusals of the right to write into a calendar at all; with others Google means the one thing that was sent. */
const noRight: ReadonlySet<string> = new Set([
  'requiredAccessLevel',
  'insufficientPermissions',
  'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
  'PERMISSION_DENIED',
  'forbidden',
  'google-403',
]);

/** What answers say of writes that were not sent yet: asking again for each would only be noise. */
export class Verdicts {
  #account: Failure | null = null;
  /** For creates alone: what touches an event may be refused for that event's sake. */
  readonly #calendars = new Map<CalendarId, Failure>();
  #throttled = 0;

  on({ kind, calendar }: Write): Failure | null {
    return this.#account ?? (kind === 'create' ? this.#calendars.get(calendar.id) : null) ?? null;
  }

  stop(failure: Failure): void {
    this.#account = failure;
  }

  learn({ kind, calendar }: Write, outcome: Outcome): void {
    this.#throttled = outcome.kind === 'throttled' ? this.#throttled + 1 : 0;
    if (outcome.kind === 'needsSignIn' || outcome.kind === 'needsAdmin') this.stop(outcome);
    if (outcome.kind === 'throttled' && this.#throttled >= THROTTLED_IN_A_ROW) this.stop(outcome);
    if (outcome.kind === 'forbidden' && kind === 'create' && noRight.has(outcome.code))
      this.#calendars.set(calendar.id, outcome);
  }
}
