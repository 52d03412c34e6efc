import type { Fault } from '../cloud.ts';
import type { World, WorldCalendar, WorldEvent } from '../world/types.ts';
import { etagOf, graphMaster, graphOccurrence, graphTime, type View } from './graph-event.ts';
import { eventName } from './graph-ids.ts';
import { badRequest, GraphFault } from './graph-error.ts';

/** Only so many generations of a calendar's delta links are remembered; an older one is refused. */
const GENERATIONS_KEPT = 8;
const DEFAULT_PAGE = 10;
const MAX_PAGE = 1000;

/** The world now, or as a lagging replica has it. */
type Shown = ReturnType<World['past']>;

interface Round {
  readonly rows: readonly object[];
  readonly next: string;
}

export interface DeltaPage {
  readonly value: readonly object[];
  /** Query of the next link, or of the delta link at the end. */
  readonly nextQuery: string | null;
  readonly deltaQuery: string | null;
}

/** The change feed of `calendarView`, with all that makes it hard: stubs, a frozen window, removals that are none. */
export class DeltaFeed {
  readonly #world: World;
  readonly #rounds = new Map<string, Round>();
  readonly #generations = new Map<string, number>();
  readonly #expired = new Map<string, number>();
  #rounded = 0;

  constructor(world: World) {
    this.#world = world;
  }

  page(
    calendar: WorldCalendar,
    query: URLSearchParams,
    view: View,
    maxPageSize: number | null,
    fault: Fault | null,
  ): DeltaPage {
    for (const option of ['$filter', '$orderby', '$search', '$select', '$top']) {
      if (query.has(option)) throw badRequest('ErrorInvalidUrlQuery');
    }
    if (query.has('$expand')) throw new GraphFault(500, 'ErrorInternalServerError');
    if (fault?.kind === 'expireCursor')
      this.#expired.set(calendar.id, this.#generations.get(calendar.id) ?? 0);
    const skip = query.get('$skiptoken');
    const [roundId, offset] =
      skip === null ? [this.#begin(calendar, query, view, fault), 0] : this.#resume(calendar, skip);
    const round = this.#rounds.get(roundId);
    if (round === undefined) throw stateNotFound();
    const size = Math.min(maxPageSize ?? DEFAULT_PAGE, MAX_PAGE);
    const { rows } = round;
    const inOrder = rows.slice(offset, offset + size);
    const value = fault?.kind === 'shuffle' ? inOrder.reverse() : inOrder;
    const repeated = fault?.kind === 'repeatPage' ? [...value, ...value] : value;
    if (fault?.kind === 'loopPage')
      return { value, nextQuery: `$skiptoken=${roundId}.${offset}`, deltaQuery: null };
    if (offset + size < rows.length) {
      return {
        value: repeated,
        nextQuery: `$skiptoken=${roundId}.${offset + size}`,
        deltaQuery: null,
      };
    }
    this.#rounds.delete(roundId);
    return { value: repeated, nextQuery: null, deltaQuery: `$deltatoken=${round.next}` };
  }

  #begin(calendar: WorldCalendar, query: URLSearchParams, view: View, fault: Fault | null): string {
    const world = fault?.kind === 'stale' ? this.#world.past(fault.ms) : this.#world;
    const token = query.get('$deltatoken');
    const since = token === null ? null : this.#readToken(calendar, token);
    const [start, end] =
      since === null
        ? [dateOf(query, 'startDateTime'), dateOf(query, 'endDateTime')]
        : [since.start, since.end];
    const sequence = world.sequence(calendar.id);
    const rows =
      since === null
        ? this.#initial(world, calendar, start, end, view)
        : this.#changes(world, calendar, since.sequence, start, end, view);
    const generation = (this.#generations.get(calendar.id) ?? 0) + 1;
    this.#generations.set(calendar.id, generation);
    const id = `r${(this.#rounded += 1)}`;
    this.#rounds.set(id, { rows, next: [sequence, start, end, generation].join('-') });
    return id;
  }

  #resume(calendar: WorldCalendar, skip: string): [string, number] {
    const [round = '', offset = ''] = skip.split('.');
    if (!this.#rounds.has(round) || this.#isExpired(calendar, Number.POSITIVE_INFINITY))
      throw stateNotFound();
    return [round, Number(offset)];
  }

  #readToken(
    calendar: WorldCalendar,
    token: string,
  ): { sequence: number; start: number; end: number } {
    const [sequence = NaN, start = NaN, end = NaN, generation = NaN] = token.split('-').map(Number);
    if ([sequence, start, end, generation].some(Number.isNaN)) throw stateNotFound();
    const newest = this.#generations.get(calendar.id) ?? 0;
    // After a restart nothing is known of earlier generations: they are taken at their word.
    if (generation <= newest - GENERATIONS_KEPT || this.#isExpired(calendar, generation))
      throw stateNotFound();
    if (sequence > this.#world.sequence(calendar.id)) throw stateNotFound();
    return { sequence, start, end };
  }

  #isExpired(calendar: WorldCalendar, generation: number): boolean {
    const upTo = this.#expired.get(calendar.id);
    return upTo !== undefined && generation <= upTo;
  }

  #initial(
    world: Shown,
    calendar: WorldCalendar,
    start: number,
    end: number,
    view: View,
  ): object[] {
    const masters = new Set<WorldEvent>();
    const rows: object[] = [];
    for (const occurrence of world.occurrences(calendar.id, start, end)) {
      if (occurrence.originalStart !== null && !masters.has(occurrence.event)) {
        masters.add(occurrence.event);
        rows.push(graphMaster(occurrence.event, occurrence, view));
      }
      rows.push(rowOf(occurrence, view));
    }
    return rows;
  }

  #changes(
    world: Shown,
    calendar: WorldCalendar,
    sequence: number,
    start: number,
    end: number,
    view: View,
  ): object[] {
    const ids = new Set(world.changesSince(calendar.id, sequence).map(({ eventId }) => eventId));
    return [...ids].flatMap((eventId) => {
      const event = world.event(calendar.id, eventId);
      const name = eventName({ eventId, occurrence: null }, view.immutable);
      const removed = { '@removed': { reason: 'deleted' }, id: name };
      if (event === undefined || event.deleted) return [removed];
      const occurrences = world.occurrencesOf(event, start, end);
      // Also for an event that was added, changed or removed outside the window: the feed can't tell them apart.
      if (occurrences.length === 0) return [removed];
      const master = event.rrule === null ? [] : [graphMaster(event, occurrences[0], view)];
      return [...master, ...occurrences.map((occurrence) => rowOf(occurrence, view))];
    });
  }
}

/** Occurrences come as stubs; single events in full, but never with extended properties. */
function rowOf(occurrence: Parameters<typeof graphOccurrence>[0], view: View): object {
  if (occurrence.originalStart === null)
    return graphOccurrence(occurrence, { ...view, property: null });
  const { event, originalStart, isException, start, end } = occurrence;
  return {
    '@odata.etag': etagOf(event),
    id: eventName({ eventId: event.id, occurrence: originalStart }, view.immutable),
    seriesMasterId: eventName({ eventId: event.id, occurrence: null }, view.immutable),
    type: isException ? 'exception' : 'occurrence',
    start: graphTime(start),
    end: graphTime(end),
  };
}

export function dateOf(query: URLSearchParams, name: string): number {
  const text = query.get(name);
  const ms = Date.parse(
    text === null || /(Z|[+-]\d{2}:\d{2})$/.test(text) ? (text ?? '') : `${text}Z`,
  );
  if (Number.isNaN(ms)) throw badRequest('ErrorInvalidParameter');
  return ms;
}

function stateNotFound(): GraphFault {
  return new GraphFault(410, 'syncStateNotFound');
}
