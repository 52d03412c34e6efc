import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { CalendarEvent } from '../../shared/model/event.ts';
import type { AccountId, CalendarId, RuleId, VaultId } from '../../shared/model/ids.ts';
import { rule as ruleSchema, type Rule } from '../../shared/model/rule.ts';
import type { z } from 'zod';
import type { ActiveRule } from '../../shared/plan/active-rule.ts';
import type { Operation } from '../../shared/plan/operation.ts';
import { plan, type Changes } from '../../shared/plan/plan.ts';
import type { PlanInput, Readiness } from '../../shared/plan/plan-scope.ts';
import { blockKeyOf, slotKey } from '../../shared/plan/slot.ts';
import { pairKey } from '../../shared/plan/stopped.ts';
import { compileRule } from '../../shared/rules/compile.ts';
import { resolveSelectors } from '../../shared/rules/selectors.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import { interval, overlaps, type Interval } from '../../shared/time/interval.ts';
import type { Instant } from '../../shared/time/instant.ts';
import { at, calendarId } from './event-builder.ts';

export const vaultKey = new Uint8Array(32).fill(7);
export const vaultId = 'ab'.repeat(16) as VaultId;

export type RuleInput = z.input<typeof ruleSchema>;

/** Calendars `A`, `B`, … of one account, their events, rules and ledger: a profile in memory for the planner. */
export class PlanWorld {
  readonly calendars: readonly Calendar[];
  readonly events = new Map<string, CalendarEvent>();
  readonly records = new Map<string, BlockRecord>();
  readonly readiness = new Map<CalendarId, Readiness>();
  rules: readonly Rule[] = [];
  frozenRules = new Set<RuleId>();
  unlisted = new Set<AccountId>();
  /** Pairs that policy stops: rule, source, target. */
  stopped: readonly (readonly [rule: string, source: string, target: string])[] = [];
  removeStopped = false;
  longestHistory: number | null = null;
  zone = 'Europe/Berlin';
  window: Interval = interval(at('2026-05-03T22:00:00Z'), at('2026-08-03T22:00:00Z'));
  now: Instant = at('2026-05-04T08:00:00Z');

  constructor(
    names: readonly string[],
    rules: readonly RuleInput[] = [{ id: 'mesh', sources: ['*'], targets: ['*'] }],
  ) {
    this.calendars = names.map((name) => ({
      id: calendarId(name),
      account: 'account' as AccountId,
      remoteId: name,
      name,
      ref: `Work/${name}`,
      isDefault: false,
      canRead: true,
      canWrite: true,
      zone: null,
      color: null,
    }));
    for (const { id } of this.calendars) this.readiness.set(id, 'ready');
    this.setRules(rules);
  }

  setRules(rules: readonly RuleInput[]): void {
    this.rules = rules.map((one) => ruleSchema.parse(one));
  }

  put(...events: readonly CalendarEvent[]): this {
    for (const event of events) this.events.set(`${event.calendar}/${event.id}`, event);
    return this;
  }

  remove(event: CalendarEvent): this {
    this.events.delete(`${event.calendar}/${event.id}`);
    return this;
  }

  input(): PlanInput {
    const known = this.calendars.filter(({ id }) => this.readiness.has(id));
    const active: ActiveRule[] = this.rules.flatMap((one, order) =>
      one.enabled && !this.frozenRules.has(one.id)
        ? [{ compiled: compileRule(one), order, ...resolveSelectors(one, known) }]
        : [],
    );
    const meets = (spans: readonly Interval[] | null, span: Interval): boolean =>
      spans === null || spans.some((one) => overlaps(one, span) || one.start === span.start);
    const rows = (target: CalendarId): BlockRecord[] =>
      [...this.records.values()].filter((row) => row.target === target);
    return {
      rules: active,
      frozenRules: this.frozenRules,
      unlisted: this.unlisted,
      stopped: new Set(
        this.stopped.map(([rule, source, target]) =>
          pairKey(rule as RuleId, calendarId(source), calendarId(target)),
        ),
      ),
      removeStopped: this.removeStopped,
      longestHistory: this.longestHistory,
      calendars: new Map(known.map((calendar) => [calendar.id, calendar])),
      standIns: new Map(),
      readiness: this.readiness,
      zone: this.zone,
      window: this.window,
      now: this.now,
      keyOf: (slot, account) => blockKeyOf(vaultKey, slot, account),
      view: {
        events: (calendar, spans) =>
          [...this.events.values()].filter(
            (event) => event.calendar === calendar && meets(spans, spanOf(event.time, this.zone)),
          ),
        event: (calendar, id) => this.events.get(`${calendar}/${id}`) ?? null,
        blocks: (target, spans) =>
          rows(target).filter(({ content }) => meets(spans, spanOf(content.time, this.zone))),
        blockBySlot: (slot) =>
          rows(slot.target).find(
            (row) => row.slot !== null && slotKey(row.slot) === slotKey(slot),
          ) ?? null,
        blocksOfSource: (calendar, id) =>
          [...this.records.values()].filter(
            ({ slot }) => slot?.sourceCalendar === calendar && slot.sourceEvent === id,
          ),
        blocksWithKey: (key) => [...this.records.values()].filter((row) => row.key === key),
        unlinkedBlocks: (target) => rows(target).filter(({ slot }) => slot === null),
      },
    };
  }

  plan(changes: Changes | null = null): readonly Operation[] {
    return plan(this.input(), changes);
  }

  /** Carries out operations as a provider without faults would. */
  apply(operations: readonly Operation[]): this {
    for (const operation of operations) this.#save(resultOf(operation, this.now));
    return this;
  }

  settle(): this {
    return this.apply(this.plan());
  }

  /** The live blocks of a target, as `title start end` in UTC, sorted. */
  shown(target: string): string[] {
    return [...this.records.values()]
      .filter((row) => row.target === target && row.state === 'live')
      .map(({ content: { title, time } }) => `${title} ${label(time.start)} ${label(time.end)}`)
      .sort();
  }

  record(target: string): BlockRecord {
    const [only] = [...this.records.values()].filter((row) => row.target === target);
    if (only === undefined) throw new Error(`No block on ${target}`);
    return only;
  }

  save(record: BlockRecord): this {
    this.#save(record);
    return this;
  }

  #save(record: BlockRecord): void {
    this.records.set(`${record.target}/${record.key}`, record);
  }
}

function label(moment: number | string): string {
  return typeof moment === 'string' ? moment : new Date(moment).toISOString().slice(5, 16);
}

function resultOf(operation: Operation, now: Instant): BlockRecord {
  switch (operation.kind) {
    case 'create':
      return {
        target: operation.target,
        key: operation.key,
        slot: operation.slot,
        generation: operation.generation,
        state: 'live',
        remoteId: `${operation.key}-${operation.generation}`,
        etag: '1',
        content: operation.content,
        written: operation.written,
        observed: null,
        seenAt: now,
        writtenAt: now,
        repairs: 0,
        repairedAt: null,
      };
    case 'update':
      return {
        ...operation.record,
        state: 'live',
        content: operation.content,
        written: operation.written,
        observed: null,
        slot: operation.slot,
      };
    case 'delete':
      return { ...operation.record, state: 'gone' };
    case 'link':
      return { ...operation.record, slot: operation.slot };
    case 'forget':
      return { ...operation.record, state: 'gone' };
  }
}
