import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { CalendarEvent } from '../../shared/model/event.ts';
import type { AccountId, CalendarId } from '../../shared/model/ids.ts';
import { rule as ruleSchema } from '../../shared/model/rule.ts';
import type { Operation } from '../../shared/plan/operation.ts';
import { plan, type Changes } from '../../shared/plan/plan.ts';
import type { PlanInput } from '../../shared/plan/plan-scope.ts';
import { blockKeyOf } from '../../shared/plan/slot.ts';
import { compileRule } from '../../shared/rules/compile.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import { interval } from '../../shared/time/interval.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/ports/store.ts';
import type { PlanView } from '../../shared/plan/plan-view.ts';
import { at, calendarId, timed } from '../kit/event-builder.ts';

const HALF_HOUR = 30 * 60_000;
const key = new Uint8Array(32).fill(7);
const zone = 'Europe/Berlin';
const account = 'account' as AccountId;
const source = calendarId('source');
const start = at('2026-05-05T06:00:00Z');

/** One source calendar of so many occurrences and so many targets, in a real store, with every block in its place. */
export class PlanningWorld {
  readonly store: Store;
  readonly #occurrences: number;
  readonly #input: PlanInput;

  /** `built`: the file holds this world already. */
  constructor(file: string, occurrences: number, targets: number, built = false) {
    this.store = openStore(file, 'bench', new Uint8Array(32));
    this.#occurrences = occurrences;
    const names = Array.from({ length: targets }, (_, index) => calendarId(`target${index}`));
    const calendars = new Map([source, ...names].map((id) => [id, calendarOf(id)]));
    this.store.saveCalendars(account, [...calendars.values()], start);
    const rule = ruleSchema.parse({ id: 'hub', sources: ['Work/source'], targets: ['Work/*'] });
    this.#input = {
      rules: [{ compiled: compileRule(rule), order: 0, sources: [source], targets: names }],
      frozenRules: new Set(),
      unlisted: new Set(),
      stopped: new Set(),
      removeStopped: false,
      longestHistory: null,
      calendars,
      standIns: new Map(),
      readiness: new Map([...calendars.keys()].map((id) => [id, 'ready'])),
      zone,
      window: interval(start, at(start + occurrences * HALF_HOUR)),
      now: start,
      keyOf: (slot, owner) => blockKeyOf(key, slot, owner),
      view: storeView(this.store),
    };
    if (built) return;
    this.#put(Array.from({ length: occurrences }, (_, index) => eventAt(index, 0)));
    this.store.transaction(() => {
      for (const operation of plan(this.#input, null)) this.#carryOut(operation);
    });
  }

  full(): number {
    return plan(this.#input, null).length;
  }

  /** The same plan with events and blocks at hand in memory: the decision alone, without reading it from disk. */
  pure(): () => number {
    const [target] = this.#input.rules.flatMap(({ targets }) => targets);
    if (target === undefined) throw new Error('A world has targets');
    const events = this.store.eventsOf(source);
    const blocks = this.store.blocksOn(target);
    const view: PlanView = {
      ...this.#input.view,
      events: (calendar) => (calendar === source ? events : []),
      blocks: (asked) => (asked === target ? blocks : []),
    };
    return () => plan({ ...this.#input, view }, null).length;
  }

  /** Moves one event by a quarter of an hour and plans what that changes; the number of operations. */
  oneChange(round: number): number {
    const index = (round * 7919) % this.#occurrences;
    const before = eventAt(index, 0);
    const after = eventAt(index, 1);
    this.#put([after]);
    const spans = [spanOf(before.time, zone), spanOf(after.time, zone)];
    const changes: Changes = {
      regions: new Map((this.#input.rules[0]?.targets ?? []).map((target) => [target, spans])),
      events: [{ calendar: source, id: after.id }],
    };
    const operations = plan(this.#input, changes).length;
    this.#put([before]);
    return operations;
  }

  #put(events: readonly CalendarEvent[]): void {
    this.store.commitPull(
      source,
      { kind: 'changes', events, blocks: [], removed: [], unclear: [], skipped: 0, cursor: 'c' },
      {
        window: this.#input.window,
        needs: {
          title: false,
          location: false,
          description: false,
          organizer: false,
          categories: false,
        },
        at: start,
      },
    );
  }

  #carryOut(operation: Operation): void {
    if (operation.kind !== 'create') throw new Error('A fresh world asks for creates only');
    const { target, slot, generation, content, written } = operation;
    const record: BlockRecord = {
      target,
      key: operation.key,
      slot,
      generation,
      state: 'live',
      remoteId: `${operation.key}-${generation}`,
      etag: '1',
      content,
      written,
      observed: null,
      seenAt: start,
      writtenAt: start,
      repairs: 0,
      repairedAt: null,
    };
    this.store.saveBlock(record);
  }
}

function storeView(store: Store): PlanView {
  return {
    events: (calendar, spans) =>
      spans === null ? store.eventsOf(calendar) : store.eventsOverlapping(calendar, spans),
    event: (calendar, id) => store.event(calendar, id),
    blocks: (target, spans) =>
      spans === null ? store.blocksOn(target) : store.blocksOverlapping(target, spans),
    blockBySlot: (slot) => store.blockBySlot(slot),
    blocksOfSource: (calendar, id) => store.blocksOfSource(calendar, id),
    blocksWithKey: (key) => store.blocksWithKey(key),
    unlinkedBlocks: (target) => store.unlinkedBlocks(target),
  };
}

function eventAt(index: number, shift: number): CalendarEvent {
  const from = start + index * HALF_HOUR + (shift * HALF_HOUR) / 2;
  return timed(source, `event${index}`, from, from + HALF_HOUR);
}

function calendarOf(id: CalendarId): Calendar {
  return {
    id,
    account,
    remoteId: id,
    name: id,
    ref: `Work/${id}`,
    isDefault: false,
    canRead: true,
    canWrite: true,
    zone,
    color: null,
  };
}
