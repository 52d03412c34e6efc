import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { Fault } from '../cloud.ts';
import type { World, WorldCalendar } from '../world/types.ts';
import { cancelled, googleMaster, googleOccurrence, instanceId } from './google-event.ts';
import { GoogleFault } from './google-error.ts';

const DAY_MS = 86_400_000;
/** Endless series are expanded this far, whatever is asked for. */
const EXPANSION_MS = 3 * 366 * DAY_MS;
/** What can't be said beside a sync token (Calendar API, events.list). */
const notWithToken = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
];

/** The world now, or as a lagging replica has it. */
type Shown = ReturnType<World['past']>;

interface Round {
  readonly items: readonly calendar_v3.Schema$Event[];
  readonly syncToken: string;
}

/** `events.list`: complete reads, incremental ones by sync token, and their pages. */
export class EventList {
  readonly #world: World;
  readonly #rounds = new Map<string, Round>();
  readonly #expired = new Map<string, number>();
  readonly #shown = new Map<string, Set<string>>();
  #rounded = 0;

  constructor(world: World) {
    this.#world = world;
  }

  read(calendar: WorldCalendar, query: URLSearchParams, fault: Fault | null): object {
    if (fault?.kind === 'expireCursor')
      this.#expired.set(calendar.id, this.#world.sequence(calendar.id));
    const pageToken = query.get('pageToken');
    const [id = '', from = '0'] =
      pageToken === null ? [this.#begin(calendar, query, fault)] : pageToken.split('.');
    const round = this.#rounds.get(id);
    if (round === undefined) throw new GoogleFault(410, 'fullSyncRequired');
    const size = Math.min(Number(query.get('maxResults') ?? 250), 2500);
    const offset = Number(from);
    const items = round.items.slice(offset, offset + size);
    const last = offset + size >= round.items.length;
    if (last && fault?.kind !== 'loopPage') this.#rounds.delete(id);
    return {
      kind: 'calendar#events',
      summary: calendar.name,
      timeZone: calendar.zone,
      accessRole: calendar.access,
      items: fault?.kind === 'repeatPage' ? [...items, ...items] : items,
      ...(fault?.kind === 'loopPage'
        ? { nextPageToken: `${id}.${offset}` }
        : last
          ? { nextSyncToken: round.syncToken }
          : { nextPageToken: `${id}.${offset + size}` }),
    };
  }

  #begin(calendar: WorldCalendar, query: URLSearchParams, fault: Fault | null): string {
    const world = fault?.kind === 'stale' ? this.#world.past(fault.ms) : this.#world;
    const syncToken = query.get('syncToken');
    const asked = syncToken === null ? null : this.#readToken(calendar, syncToken, query);
    const items =
      fault?.kind === 'emptyRead'
        ? []
        : asked === null
          ? this.#complete(world, calendar, query)
          : this.#changes(world, calendar, asked.sequence, query);
    const singles = query.get('singleEvents') === 'true';
    const token = Buffer.from(
      JSON.stringify([calendar.id, world.sequence(calendar.id), singles]),
    ).toString('base64url');
    const id = `p${(this.#rounded += 1)}`;
    this.#rounds.set(id, {
      items: fault?.kind === 'shuffle' ? [...items].reverse() : items,
      syncToken: token,
    });
    return id;
  }

  #readToken(
    calendar: WorldCalendar,
    token: string,
    query: URLSearchParams,
  ): { readonly sequence: number } {
    if (notWithToken.some((name) => query.has(name)) || query.get('showDeleted') === 'false')
      throw new GoogleFault(400, 'invalidParameter');
    let parsed: unknown;
    try {
      parsed = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    } catch {
      throw new GoogleFault(410, 'fullSyncRequired');
    }
    const [id, sequence, singles] = parsed as [string, number, boolean];
    if (id !== calendar.id || sequence > this.#world.sequence(calendar.id))
      throw new GoogleFault(410, 'fullSyncRequired');
    if (singles !== (query.get('singleEvents') === 'true'))
      throw new GoogleFault(400, 'invalidParameter');
    const expired = this.#expired.get(calendar.id);
    if (expired !== undefined && sequence <= expired) {
      this.#expired.delete(calendar.id);
      throw new GoogleFault(410, 'fullSyncRequired');
    }
    return { sequence };
  }

  #complete(
    world: Shown,
    calendar: WorldCalendar,
    query: URLSearchParams,
  ): calendar_v3.Schema$Event[] {
    const filter = propertyFilter(query.getAll('privateExtendedProperty'));
    const from = bound(query.get('timeMin'), world.now() - EXPANSION_MS);
    const to = bound(query.get('timeMax'), world.now() + EXPANSION_MS);
    if (query.get('singleEvents') !== 'true') {
      return world
        .events(calendar.id)
        .map((event) => googleMaster(event, calendar))
        .filter(filter);
    }
    const occurrences = world.occurrences(calendar.id, from, to);
    this.#remember(occurrences);
    return occurrences.map((occurrence) => googleOccurrence(occurrence, calendar)).filter(filter);
  }

  #changes(
    world: Shown,
    calendar: WorldCalendar,
    sequence: number,
    query: URLSearchParams,
  ): calendar_v3.Schema$Event[] {
    const changes = world.changesSince(calendar.id, sequence);
    const ids = new Set(changes.map(({ eventId }) => eventId));
    return [...ids].flatMap((id): calendar_v3.Schema$Event[] => {
      const event = world.event(calendar.id, id);
      if (event === undefined || event.deleted) return [cancelled(id, event ?? null)];
      if (query.get('singleEvents') !== 'true' || event.rrule === null)
        return [googleMaster(event, calendar)];
      const now = world.now();
      const live = world.occurrencesOf(event, now - EXPANSION_MS / 3, now + EXPANSION_MS / 3);
      const keys = new Set(live.map(({ originalStart }) => originalStart ?? ''));
      const gone = [...(this.#shown.get(id) ?? []), ...event.deletedOccurrences].filter(
        (key) => !keys.has(key),
      );
      this.#remember(live);
      return [
        ...live.map((occurrence) => googleOccurrence(occurrence, calendar)),
        ...[...new Set(gone)].map((key) => cancelled(instanceId(id, key), event)),
      ];
    });
  }

  /** What was shown of a series, so that instances it loses later can be told about as cancelled. */
  #remember(occurrences: ReturnType<World['occurrences']>): void {
    for (const { event, originalStart } of occurrences) {
      if (originalStart === null) continue;
      const shown = this.#shown.get(event.id) ?? new Set();
      this.#shown.set(event.id, shown.add(originalStart));
    }
  }
}

function bound(text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  const ms = Date.parse(text);
  if (Number.isNaN(ms) || !/(Z|[+-]\d{2}:\d{2})$/.test(text))
    throw new GoogleFault(400, 'badRequest');
  return ms;
}

function propertyFilter(wanted: readonly string[]): (event: calendar_v3.Schema$Event) => boolean {
  if (wanted.length === 0) return () => true;
  const pairs = wanted.map(
    (text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)] as const,
  );
  return ({ extendedProperties }) =>
    pairs.some(([key, value]) => extendedProperties?.private?.[key] === value);
}
