import type { CalendarItem, Shadow } from '../../shared/ipc/calendar.ts';
import type { Output } from '../../shared/ipc/contract.ts';
import type { Settings } from '../../shared/ipc/app.ts';
import { sightOf, type Audience } from '../../shared/view/audiences.ts';
import { deedSentence } from '../../shared/view/deed-sentence.ts';
import { now, people, zone } from './fake-people.ts';
import { inTrouble, standing } from './standing.ts';

export const defaultSettings: Settings = {
  zone: null,
  secondaryZones: ['America/New_York'],
  window: { pastDays: 7, futureDays: 90 },
  workingHours: { from: '08:00', to: '18:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  notifications: true,
  hideTitles: false,
  contentProtection: true,
  startAtLogin: true,
  theme: 'system',
  auditRetentionDays: 365,
  blockTargets: null,
};

function shadowOf(
  item: CalendarItem,
  rule: string,
  target: string,
  block: Partial<NonNullable<Shadow['block']>> | null,
  reason: string,
  state: Shadow['state'],
): Shadow {
  return {
    rule,
    target,
    reason,
    state,
    block:
      block === null
        ? null
        : {
            title: 'Busy',
            time: item.time,
            location: null,
            description: null,
            showAs: 'busy',
            private: true,
            members: 1,
            ...block,
          },
  };
}

export function detailsOf(item: CalendarItem): Output<'itemDetails'> {
  return {
    item,
    description:
      'Agenda\n1. Where we stand\n2. Options and their price\n3. Decision\n\nPlease read the attached paper before the meeting.',
    shadows: [
      shadowOf(
        item,
        'mesh',
        'northwind:audit-committee',
        {},
        'The rule covers every calendar, and this event keeps you busy.',
        'live',
      ),
      shadowOf(
        item,
        'mesh',
        'helix:katharina-vogt',
        { members: 2 },
        'Merged with the event before it: the gap is shorter than 15 minutes.',
        'outstanding',
      ),
      shadowOf(
        item,
        'to-personal',
        'personal:calendar',
        { title: item.title, private: false },
        'The rule shows titles to Personal.',
        'held',
      ),
      shadowOf(
        item,
        'mesh',
        'uni:vogt',
        null,
        'You deleted the block there on 20 November, so it stays away.',
        'dismissed',
      ),
      shadowOf(
        item,
        'board-to-work',
        'acme:calendar',
        null,
        'Only events of Northwind Board cast a block by this rule.',
        'none',
      ),
    ],
    history: [
      {
        at: now - 3_600_000,
        sentence: deedSentence('update', 'written', 'Northwind Board/Audit committee'),
      },
      {
        at: now - 86_400_000,
        sentence: deedSentence('create', 'written', 'Northwind Board/Audit committee'),
      },
      {
        at: now - 86_405_000,
        sentence: deedSentence('create', 'written', 'Helix Advisory/Katharina Vogt'),
      },
    ],
  };
}

export function seenAs(
  items: readonly CalendarItem[],
  calendar: string,
  audience: Audience,
): Output<'seenAs'> {
  return items
    .filter((item) => item.calendar === calendar)
    .map((item) => {
      const sight = sightOf(audience);
      const hidden =
        sight === 'times' || (sight === 'allButPrivate' && item.visibility !== 'default');
      return {
        time: item.time,
        title: hidden ? (item.showAs === 'busy' ? 'Busy' : item.showAs) : item.title,
        location: hidden ? null : item.location,
        showAs: item.showAs,
        block: item.kind !== 'event',
      };
    });
}

export function conflictsOf(items: readonly CalendarItem[]): Output<'conflicts'> {
  const timed = items
    .filter((item) => item.conflict && item.kind === 'event' && item.time.kind === 'timed')
    .map((item) => ({
      item,
      start: item.time.kind === 'timed' ? item.time.start : 0,
      end: item.time.kind === 'timed' ? item.time.end : 0,
    }))
    .sort((a, b) => a.start - b.start);
  const groups: { start: number; end: number; until: number; items: CalendarItem[] }[] = [];
  for (const { item, start, end } of timed) {
    const last = groups.at(-1);
    if (last !== undefined && start < last.until) {
      // From where the second one begins, as the program tells it: to where only one is left.
      if (last.items.length === 1) last.start = start;
      last.end = Math.max(last.items.length === 1 ? 0 : last.end, Math.min(last.until, end));
      last.until = Math.max(last.until, end);
      last.items.push(item);
    } else groups.push({ start, end, until: end, items: [item] });
  }
  return groups
    .filter((group) => group.items.length > 1)
    .map((group) => ({ start: group.start, end: group.end, items: group.items }));
}

export function freeSlots(
  items: readonly CalendarItem[],
  from: number,
  to: number,
  minutes: number,
): Output<'findTime'> {
  const busy = items
    .flatMap((item) => (item.time.kind === 'timed' && item.kind === 'event' ? [item.time] : []))
    .sort((a, b) => a.start - b.start);
  const slots: { start: number; end: number }[] = [];
  for (let day = from; day < to; day += 86_400_000) {
    const midnight = Math.floor(day / 86_400_000) * 86_400_000;
    if ([0, 6].includes(new Date(midnight).getUTCDay())) continue;
    let free = Math.max(midnight + 7 * 3_600_000, from);
    const end = midnight + 17 * 3_600_000;
    for (const span of [
      ...busy.filter((one) => one.end > free && one.start < end),
      { start: end, end },
    ]) {
      if (span.start - free >= minutes * 60_000) slots.push({ start: free, end: span.start });
      free = Math.max(free, span.end);
    }
  }
  return slots;
}

const actions = ['create', 'update', 'delete', 'hold', 'approve', 'rules'];
const outcomes = [
  'written',
  'written',
  'removed',
  'sourceEmptied 14',
  '14',
  'added 1, changed 0, removed 0',
];
export function activity(
  before: number | null,
  limit: number,
  text: string,
  action: string | null,
  intents: boolean,
): Output<'activity'> {
  const all = Array.from({ length: 2_400 }, (_, index) => ({
    sequence: 2_400 - index,
    at: now - index * 137_000,
    action: actions[(index * 7) % 6] ?? 'create',
    rule: index % 9 === 0 ? null : (['mesh', 'board-to-work', 'to-personal'][index % 3] ?? null),
    target:
      ['acme:calendar', 'helix:katharina-vogt', 'personal:calendar', 'northwind:calendar'][
        index % 4
      ] ?? null,
    outcome:
      index % 41 === 0
        ? 'throttled'
        : index % 97 === 0
          ? 'forbidden'
          : (outcomes[(index * 7) % 6] ?? ''),
    phase: intents && index % 2 === 1 ? ('intent' as const) : ('result' as const),
    by: (index * 7) % 6 > 3 ? ('person' as const) : ('engine' as const),
  }));
  const found = all.filter(
    (entry) =>
      (before === null || entry.sequence < before) &&
      (action === null || entry.action === action) &&
      JSON.stringify(entry).includes(text),
  );
  return { entries: found.slice(0, limit), more: found.length > limit };
}

function performance(state: string, index: number, day: number) {
  const measured = state !== 'needsAdmin';
  const bad = state === 'throttled' && day % 3 === 2;
  return {
    latencyP50: measured ? 4_200 + index * 1_900 + day * 300 : null,
    latencyP95: measured ? 21_000 + index * 17_500 + day * 2_000 : null,
    changes: measured ? 40 + day : 0,
    successRate: measured ? (bad ? 0.9962 : 0.9997) : null,
    writes: measured ? 800 + day * 13 : 0,
    quotaShare: bad ? 0.86 : 0.08 + index * 0.03,
  };
}

export function health(): Output<'health'> {
  const calendars = people().flatMap((account) => account.calendars);
  return {
    accounts: people().map((account, index) => ({
      account: account.label,
      ...performance(account.state, index, 5),
      missed: account.state === 'throttled' ? (['success', 'quota'] as const).slice() : [],
      days: Array.from({ length: 14 }, (_, day) => ({
        day: Math.floor(now / 86_400_000 - 13 + day) * 86_400_000,
        ...performance(
          day < 2 || account.state === 'needsAdmin' ? 'needsAdmin' : account.state,
          index,
          day,
        ),
      })),
      queue: account.state === 'throttled' ? 14 : 0,
      lastError: account.state === 'healthy' ? null : account.sentence,
    })),
    cycles: Array.from({ length: 120 }, (_, index) => ({
      at: now - (119 - index) * 60_000,
      durationMs: 900 + ((index * 7919) % 2_300),
      ok: index % 37 !== 5,
    })),
    flows: calendars.slice(0, 12).flatMap((source, index) =>
      ['acme:calendar', 'helix:katharina-vogt', 'personal:calendar', 'northwind:calendar']
        .filter((target) => target !== source.key)
        .map((target) => ({
          source: source.key,
          target,
          rule: index % 4 === 0 ? 'board-to-work' : 'mesh',
          level: target === 'personal:calendar' ? 'title' : index % 4 === 0 ? 'labelled' : 'busy',
        })),
    ),
  };
}

export function previewOf(items: readonly CalendarItem[]): Output<'previewRules'> {
  return {
    problems: [],
    requests: 38,
    reveals: [],
    impact: [
      { rule: 'mesh', target: 'acme:calendar', create: 24, change: 3, remove: 0 },
      { rule: 'mesh', target: 'helix:katharina-vogt', create: 31, change: 0, remove: 2 },
      { rule: 'to-personal', target: 'personal:calendar', create: 12, change: 8, remove: 1 },
    ],
    examples: items
      .filter(
        (item) => item.kind === 'event' && item.time.kind === 'timed' && item.time.start > now,
      )
      .slice(0, 12)
      .map((item, index) => ({
        calendar: item.calendar,
        title: item.title,
        time: item.time,
        target: 'personal:calendar',
        shown:
          index % 4 === 3
            ? null
            : { title: 'Busy', time: item.time, location: null, description: null },
        reason:
          index % 4 === 3
            ? 'The event is free, and free events cast nothing.'
            : 'The rule covers this calendar.',
      })),
  };
}

export const appState: Output<'state'> = {
  mode: 'sample',
  sync: {
    ...standing({ accountsInTrouble: inTrouble }),
    failing: false,
    progress: null,
    lastCycleAt: now - 42_000,
    nextCycleAt: now + 18_000,
    pausedUntil: null,
  },
  holds: 2,
  conflicts: 3,
  rulesPaused: 0,
  accountsInTrouble: inTrouble.length,
  goalsMissed: 0,
  version: '0.1.0',
  now,
  zone,
};
