import type {
  World,
  WorldCalendar,
  WorldFields,
  WorldOccurrence,
} from '../../simulator/world/types.ts';

/**
 * What the demo's three rules ask for, worked out from the clouds themselves in another way than the planner's: the
 * demo would otherwise only show that the program agrees with itself.
 */
export interface ExpectedBlock {
  /** Instants in ms, or dates: an all-day block is the same days everywhere, whatever the zone. */
  readonly start: number | string;
  readonly end: number | string;
  /** What it may say: a meeting that sits in several sources may be named after any of them. */
  readonly titles: readonly string[];
}

export interface Pairing {
  readonly hub: string;
  readonly personal: string;
  readonly family: string;
  readonly label: (accountEmail: string) => string;
}

export function isBlock({ properties }: WorldFields): boolean {
  return Object.keys(properties).length > 0;
}

export function allCalendars(world: World): readonly WorldCalendar[] {
  return world.accounts().flatMap(({ email }) => world.calendars(email));
}

export function isWritable({ access }: WorldCalendar): boolean {
  return access === 'owner' || access === 'writer';
}

/** The blocks that a target should show in a window. */
export function expectedBlocks(
  world: World,
  target: WorldCalendar,
  pairing: Pairing,
  start: number,
  end: number,
): readonly ExpectedBlock[] {
  const held = new Set(
    world
      .occurrences(target.id, start, end)
      .filter(
        ({ fields }) => !isBlock(fields) && !fields.cancelled && fields.response !== 'declined',
      )
      .map(meetingOf),
  );
  const byMeeting = new Map<string, { block: ExpectedBlock; rank: number }>();
  for (const source of allCalendars(world)) {
    if (source.id === target.id || source.access === 'freeBusyReader') continue;
    for (const occurrence of world.occurrences(source.id, start, end).filter(casts)) {
      const meeting = meetingOf(occurrence);
      if (held.has(meeting)) continue;
      const titled = source.id === pairing.personal && target.id === pairing.family;
      const rank = titled ? 2 : target.id === pairing.hub ? 1 : 0;
      const known = byMeeting.get(meeting);
      if (known !== undefined && known.rank > rank) continue;
      const title = titleOf(occurrence.fields, source, rank, pairing);
      const titles = known?.rank === rank ? [...known.block.titles, title] : [title];
      byMeeting.set(meeting, { block: { ...placeOf(occurrence), titles }, rank });
    }
  }
  return [...byMeeting.values()].map(({ block }) => block);
}

export function placeOf({
  fields: { time },
  start,
  end,
}: WorldOccurrence): Omit<ExpectedBlock, 'titles'> {
  return time.kind === 'allDay' ? { start: time.start, end: time.end } : { start, end };
}

function casts({ fields, start, end }: WorldOccurrence): boolean {
  const { showAs, cancelled, response, eventType } = fields;
  const silent = showAs === 'free' || cancelled || response === 'declined';
  return (
    !silent &&
    !isBlock(fields) &&
    eventType !== 'workingLocation' &&
    eventType !== 'birthday' &&
    end > start
  );
}

function titleOf(
  { title, sensitivity }: WorldFields,
  source: WorldCalendar,
  rank: number,
  { label }: Pairing,
): string {
  if (sensitivity !== 'normal' || rank === 0) return 'Busy';
  return rank === 2 ? title : label(source.accountEmail);
}

function meetingOf({ event, start, fields }: WorldOccurrence): string {
  return `${event.uid} ${fields.time.kind === 'allDay' ? fields.time.start : start}`;
}
