import type { calendarCalls, CalendarItem } from '../../../shared/ipc/calendar.ts';
import type { CalendarEvent } from '../../../shared/model/event.ts';
import { meetingOf } from '../../../shared/plan/candidates.ts';
import { instant } from '../../../shared/time/instant.ts';
import type { Interval } from '../../../shared/time/interval.ts';
import { itemOfBlock, itemOfEvent } from '../../../shared/view/calendar-item.ts';
import { bookedTwice, doubleBookings } from '../../../shared/view/double-bookings.ts';
import { blockMe, ownBlocks, unblockMe } from '../block-me.ts';
import { calendarOf } from '../calendar-of.ts';
import { findTime } from '../find-time.ts';
import { itemDetails } from '../item-details.ts';
import { mirrorEvents, standingBlocks } from '../mirror-events.ts';
import type { RunningApp } from '../running-app.ts';
import { seenAs } from '../seen-as.ts';
import type { Handlers } from './handler.ts';

/** The unified calendar, what others see of it, double bookings and free time. */
export function calendarHandlers(app: RunningApp): Pick<Handlers, keyof typeof calendarCalls> {
  return {
    items: (span) => Promise.resolve(items(app, spanFrom(span))),
    itemDetails: ({ calendar, id }) =>
      Promise.resolve(itemDetails(app, calendarOf(app, calendar).id, id)),
    seenAs: ({ calendar, audience, ...span }) =>
      Promise.resolve([...seenAs(app, calendarOf(app, calendar), audience, spanFrom(span))]),
    conflicts: (span) => {
      const found = doubleBookings(mirrorEvents(app.profile, spanFrom(span), app.zone), app.zone);
      return Promise.resolve(
        found.map(({ span: { start, end }, events }) => ({
          start,
          end,
          items: events.map((event) => itemOfEvent(event, true)),
        })),
      );
    },
    findTime: ({ from, to, ...wish }) =>
      Promise.resolve([...findTime(app, { ...wish, span: spanFrom({ from, to }) })]),
    blockMe: ({ span, targets }) => {
      blockMe(app, typeof span === 'string' ? span : spanFrom(span), targets);
      return Promise.resolve({});
    },
    ownBlocks: () =>
      Promise.resolve(
        ownBlocks(app).map(({ id, start, end, targets }) => ({
          ...{ id, start, end },
          calendars: [...targets],
        })),
      ),
    unblockMe: ({ id }) => {
      unblockMe(app, id ?? null);
      return Promise.resolve({});
    },
  };
}

function spanFrom({ from, to }: { readonly from: number; readonly to: number }): Interval {
  return { start: instant(from), end: instant(to) };
}

function items(app: RunningApp, span: Interval): CalendarItem[] {
  const { profile, zone } = app;
  const events = mirrorEvents(profile, span, zone);
  const twice = bookedTwice(doubleBookings(events, zone));
  const isTwice = (event: CalendarEvent): boolean =>
    event.time.kind === 'timed' && twice.has(meetingOf(event));
  const blocks = profile.store
    .calendars()
    .flatMap(({ id }) => standingBlocks(profile, id, span, zone));
  return [...events.map((event) => itemOfEvent(event, isTwice(event))), ...blocks.map(itemOfBlock)];
}
