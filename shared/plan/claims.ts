import type { CalendarId } from '../model/ids.ts';
import type { ActiveRule } from './active-rule.ts';
import type { Candidate } from './candidates.ts';

interface Claim {
  readonly winner: ActiveRule;
  readonly calendar: CalendarId;
  readonly occurrence: string;
  /** Of the same calendar, moved to where this one begins: hardly ever any. */
  readonly others: string[];
}

/**
 * Who casts the block of each meeting. Two occurrences of one calendar are never copies of each other, even where one
 * was moved to where the other begins.
 */
export class Claims {
  readonly #byMeeting = new Map<string, Claim>();

  /** The rule by which another copy of the candidate, or itself, casts the block; null where it is free. */
  winnerOver({ meeting, event }: Candidate): ActiveRule | null {
    const claim = this.#byMeeting.get(meeting);
    if (claim === undefined) return null;
    return claim.calendar !== event.calendar ||
      claim.occurrence === event.occurrence ||
      claim.others.includes(event.occurrence)
      ? claim.winner
      : null;
  }

  add({ meeting, event }: Candidate, winner: ActiveRule): void {
    const claim = this.#byMeeting.get(meeting);
    if (claim === undefined)
      this.#byMeeting.set(meeting, {
        winner,
        calendar: event.calendar,
        occurrence: event.occurrence,
        others: [],
      });
    else claim.others.push(event.occurrence);
  }
}
