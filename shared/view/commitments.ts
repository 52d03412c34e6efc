import type { CalendarEvent, ShowAs } from '../model/event.ts';

const committing: readonly ShowAs[] = ['busy', 'tentative', 'oof'];

/** Whether an event claims its owner's time: what can be double-booked. Other vaults' blocks only echo such events. */
export function isCommitment(event: CalendarEvent): boolean {
  return (
    !event.foreignBlock &&
    !event.cancelled &&
    event.response !== 'declined' &&
    event.kind !== 'workingLocation' &&
    event.kind !== 'birthday' &&
    committing.includes(event.showAs)
  );
}
