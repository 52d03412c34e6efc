import { UserError } from '../../shared/errors/errors.ts';
import type { ItemDetails, Shadow } from '../../shared/ipc/calendar.ts';
import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { CalendarEvent } from '../../shared/model/event.ts';
import type { BlockKey, CalendarId, EventId } from '../../shared/model/ids.ts';
import { meetingOf } from '../../shared/plan/candidates.ts';
import { explain, type Explanation } from '../../shared/plan/explain.ts';
import { isManualRule } from '../../shared/plan/manual-blocks.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import { itemOfBlock, itemOfEvent, isOnTarget } from '../../shared/view/calendar-item.ts';
import { bookedTwice, doubleBookings } from '../../shared/view/double-bookings.ts';
import { blockSentence, manualSentence, unlinkedSentence } from '../../shared/view/reasons.ts';
import { shadowOf, shadowOfBlock } from '../../shared/view/shadow.ts';
import { historyOf } from './block-history.ts';
import { mirrorEvents } from './mirror-events.ts';
import type { RunningApp } from './running-app.ts';

/** One entry of the calendar: what each target shows of it and why, and what was written. Throws `event.unknown`. */
export function itemDetails(app: RunningApp, calendar: CalendarId, id: string): ItemDetails {
  const { store } = app.profile;
  const event = store.event(calendar, id as EventId);
  if (event !== null) return eventDetails(app, event);
  const record = store.blockByKey(calendar, id as BlockKey);
  if (record === null || !isOnTarget(record)) throw new UserError('event.unknown');
  return blockDetails(app, record);
}

function eventDetails(app: RunningApp, event: CalendarEvent): ItemDetails {
  const { profile, zone } = app;
  const around = mirrorEvents(profile, spanOf(event.time, zone), zone);
  const twice =
    event.time.kind === 'timed' && bookedTwice(doubleBookings(around, zone)).has(meetingOf(event));
  const records = profile.store.blocksOfSource(event.calendar, event.id);
  return {
    item: itemOfEvent(event, twice),
    description: event.text.description,
    shadows: shadowsOf(app, event, records),
    history: historyOf(app, records),
  };
}

function shadowsOf(
  app: RunningApp,
  event: CalendarEvent,
  records: readonly BlockRecord[],
): Shadow[] {
  const rules = app.profile.rulesInForce();
  const input = app.profile.engine.inputUnder(rules);
  const targets = new Set(
    input.rules
      .filter(({ sources }) => sources.includes(event.calendar))
      .flatMap(({ targets: of }) => of)
      .filter((target) => target !== event.calendar),
  );
  return [...targets]
    .flatMap((target) => explain(input, event, target))
    .flatMap((explanation) => {
      const rule = rules.find(({ id }) => id === explanation.rule);
      if (rule === undefined) return [];
      const record = recordFor(app, explanation, event, records);
      return [shadowOf(explanation, record, rule, record !== null && isHeld(app, record))];
    });
}

/** The ledger's row for an explanation: the event's own, or the merged block that stands for several. */
function recordFor(
  { profile, zone }: RunningApp,
  { rule, target, ...answer }: Explanation,
  event: CalendarEvent,
  records: readonly BlockRecord[],
): BlockRecord | null {
  const own = records.filter((record) => record.target === target && record.slot?.rule === rule);
  const standing = own.find(isOnTarget) ?? own.find(({ state }) => state !== 'gone');
  if (standing !== undefined) return standing;
  if (answer.kind === 'noBlock' || answer.members < 2) return null;
  const merged = profile.store
    .blocksOverlapping(target, [spanOf(event.time, zone)])
    .find((record) => record.slot?.rule === rule && isOnTarget(record));
  return merged ?? null;
}

function isHeld({ profile }: RunningApp, { target, key }: BlockRecord): boolean {
  return profile.store
    .holds()
    .some((hold) => hold.target === target && hold.state !== 'approved' && hold.keys.includes(key));
}

function blockDetails(app: RunningApp, record: BlockRecord): ItemDetails {
  const { slot } = record;
  const rule = app.profile.rulesInForce().find(({ id }) => id === slot?.rule);
  const held = isHeld(app, record);
  const state = held ? 'held' : record.observed === null ? 'live' : 'edited';
  const reason =
    slot === null
      ? unlinkedSentence
      : isManualRule(slot.rule)
        ? manualSentence
        : blockSentence(state, rule?.name ?? slot.rule, 1, rule?.options.onEdit ?? 'repair');
  return {
    item: itemOfBlock(record),
    description: record.content.description,
    shadows: [shadowOfBlock(record, slot?.rule ?? '', reason, held)],
    history: historyOf(app, [record]),
  };
}
