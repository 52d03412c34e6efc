import type { CalendarEvent, ShowAs } from '../model/event.ts';

const committing: readonly ShowAs[] = ['busy', 'tentative', 'oof'];

/** What of an event decides whether it takes its owner's time. */
export type Claim = Pick<
  CalendarEvent,
  'foreignBlock' | 'cancelled' | 'response' | 'kind' | 'showAs'
>;

/** Whether an event claims its owner's time: what can be double-booked. Other vaults' blocks only echo such events. */
export function isCommitment(event: Claim): boolean {
  return (
    !event.foreignBlock &&
    !event.cancelled &&
    event.response !== 'declined' &&
    event.kind !== 'workingLocation' &&
    event.kind !== 'birthday' &&
    committing.includes(event.showAs)
  );
}

/** Whether nobody should book somebody while this event lasts: also where it is not known whether they are busy. */
export function takesTime(event: Claim): boolean {
  const undecided = event.foreignBlock || event.showAs === 'unknown';
  return (
    isCommitment(event) ||
    (undecided && !event.cancelled && event.response !== 'declined' && event.showAs !== 'free')
  );
}
