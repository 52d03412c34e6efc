import type { CalendarId } from '../../shared/model/ids.ts';
import type { Failure } from '../ports/outcome.ts';
import type { AccountPull } from './pulls.ts';

/** Failures after which a calendar is not to be counted on until it answers again. */
const refusing: readonly Failure['kind'][] = ['gone', 'forbidden', 'needsSignIn', 'needsAdmin'];

/** Calendars that the provider refuses, or no longer shows, in this cycle: nothing is concluded from them. */
export function refusedBy(pulled: readonly AccountPull[]): ReadonlySet<CalendarId> {
  const refused = pulled
    .flatMap(({ calendars }) => calendars)
    .filter((pull) => pull.kind === 'failed' && refusing.includes(pull.failure.kind));
  return new Set(refused.map(({ calendar }) => calendar));
}
