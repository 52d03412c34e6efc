/** Lays out the meetings that sit in several of Helena's mailboxes under one UID. */
import type { WorldResponse } from '../world/types.ts';
import { castCalendars, type CalendarKey } from './cast.ts';
import { eventFields } from './event-fields.ts';
import { firstTime } from './lay-out-series.ts';
import type { SharedMeeting } from './shared-meetings.ts';
import { calendarId, dayFrom, timedOn, type Stage } from './stage.ts';

export function layOutShared(stage: Stage, meetings: readonly SharedMeeting[]): void {
  for (const meeting of meetings) {
    const uid = stage.newId();
    for (const { key } of castCalendars) {
      const response = meeting.invited[key];
      if (response !== undefined) invite(stage, meeting, uid, key, response);
    }
  }
}

function invite(
  stage: Stage,
  meeting: SharedMeeting,
  uid: string,
  key: CalendarKey,
  response: WorldResponse,
): void {
  const { title, rule, at, minutes, zone, from } = meeting;
  const date = dayFrom(stage, from);
  const time =
    rule === null ? timedOn(date, at, minutes, zone) : firstTime(rule, date, at, minutes, zone);
  const undecided = response === 'tentative' || response === 'notResponded';
  stage.world.createEvent({
    calendarId: calendarId(key),
    uid,
    fields: eventFields(stage, key, title, time, {
      ...meeting,
      response,
      showAs: undecided ? 'tentative' : 'busy',
    }),
    rrule: rule,
  });
}
