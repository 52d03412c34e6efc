import type { Calendar } from '../model/calendar.ts';
import type { CalendarEvent } from '../model/event.ts';
import type { AccountId, BlockKey, CalendarId, RuleId } from '../model/ids.ts';
import type { Slot } from '../model/block.ts';
import type { Instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import type { ActiveRule } from './active-rule.ts';
import { judgeCandidate, type Candidate } from './candidates.ts';
import type { PlanView } from './plan-view.ts';
import { meets, type Region } from './regions.ts';
import { spanOf } from '../time/all-day.ts';

/**
 * How much we know about a calendar. `ready`: completely read at least once. `waiting`: never yet completely read.
 * `unavailable`: the provider refuses or no longer shows it.
 */
export type Readiness = 'ready' | 'waiting' | 'unavailable';

/** All that a plan is a function of. */
export interface PlanInput {
  readonly rules: readonly ActiveRule[];
  /** Rules that are enabled but may not act now (invalid, against policy, paused): their blocks stay as they are. */
  readonly frozenRules: ReadonlySet<RuleId>;
  /** Pairs that policy stops, by `pairKey`: they cast nothing, and their blocks stay (SPEC P27). */
  readonly stopped: ReadonlySet<string>;
  /** The organisation wants the blocks of stopped pairs removed (SPEC P28). */
  readonly removeStopped: boolean;
  /** Days after which the past is removed at the latest; null leaves it to the rules. */
  readonly longestHistory: number | null;
  readonly calendars: ReadonlyMap<CalendarId, Calendar>;
  /** For each calendar that rules mean under another listing: that one. */
  readonly standIns: ReadonlyMap<CalendarId, Calendar>;
  /** Calendars of accounts that were removed are absent. */
  readonly readiness: ReadonlyMap<CalendarId, Readiness>;
  /** Accounts whose calendars were never listed: nobody knows what their sources cast. */
  readonly unlisted: ReadonlySet<AccountId>;
  /** The user's IANA zone. */
  readonly zone: string;
  readonly window: Interval;
  readonly now: Instant;
  readonly view: PlanView;
  /** HMAC under the vault key. */
  readonly keyOf: (slot: Slot, sourceAccount: AccountId) => BlockKey;
}

/** The input of one plan together with what was already worked out during it. */
export interface PlanScope extends PlanInput {
  candidates(active: ActiveRule, source: CalendarId, region: Region): readonly Candidate[];
  events(calendar: CalendarId, region: Region): readonly CalendarEvent[];
}

/** Remembers candidates for the length of one plan: many targets ask for the same ones. */
export function planScope(input: PlanInput): PlanScope {
  const candidatesByRule = new Map<string, readonly Candidate[]>();
  const eventsByCalendar = new Map<string, readonly CalendarEvent[]>();

  const events = (calendar: CalendarId, region: Region): readonly CalendarEvent[] => {
    const key = `${calendar}\n${regionKey(region)}`;
    let found = eventsByCalendar.get(key);
    if (found === undefined) {
      // Sorted, so that which of two copies in one calendar casts the block does not hang on the order of rows.
      found = input.view
        .events(calendar, region)
        .filter((event) => meets(region, spanOf(event.time, input.zone)))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      eventsByCalendar.set(key, found);
    }
    return found;
  };

  const candidates = (
    active: ActiveRule,
    source: CalendarId,
    region: Region,
  ): readonly Candidate[] => {
    const key = `${active.order}\n${source}\n${regionKey(region)}`;
    let found = candidatesByRule.get(key);
    if (found === undefined) {
      const calendar = input.calendars.get(source);
      found =
        calendar === undefined ? [] : cast(active, calendar, events(source, region), input.zone);
      candidatesByRule.set(key, found);
    }
    return found;
  };

  return { ...input, candidates, events };
}

function cast(
  active: ActiveRule,
  source: Calendar,
  events: readonly CalendarEvent[],
  zone: string,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const event of events) {
    const judgement = judgeCandidate(active, source, event, zone);
    if (judgement.cast) found.push(judgement.candidate);
  }
  return found;
}

function regionKey(region: Region): string {
  return region === null ? '*' : region.map(({ start, end }) => `${start}-${end}`).join(',');
}

/** Whether a calendar has spoken: only then may its blocks be written or taken away for what it says. */
export function isReady(scope: Pick<PlanScope, 'readiness'>, calendar: CalendarId): boolean {
  return scope.readiness.get(calendar) === 'ready';
}
