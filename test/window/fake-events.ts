import type { CalendarItem } from '../../shared/ipc/calendar.ts';
import { instant, MINUTE } from '../../shared/time/instant.ts';
import { addDays, plainDate, type PlainDate } from '../../shared/time/plain-date.ts';
import { instantAt } from '../../shared/time/zone.ts';
import { minutesOf } from '../../shared/model/wall-time.ts';
import { zone } from './fake-people.ts';

const monday = plainDate('2026-11-23');

type Row = readonly [
  calendar: string,
  days: readonly number[],
  from: string,
  to: string,
  title: string,
  more?: Partial<CalendarItem>,
];

/** A week, repeated from six weeks before to twelve after; `days` count from Monday. */
const week: readonly Row[] = [
  ['acme:calendar', [0, 1, 2, 3, 4], '09:00', '09:15', 'Leadership stand-up', { recurring: true }],
  ['acme:calendar', [0], '09:30', '11:00', 'Q1 pricing review', { location: 'Room Feynman' }],
  [
    'acme:calendar',
    [1],
    '13:00',
    '14:00',
    'Works council: hybrid policy',
    { visibility: 'private', location: 'Room Noether' },
  ],
  ['acme:calendar', [2], '11:00', '12:00', 'Design review: invoice portal', { location: 'Teams' }],
  [
    'acme:calendar',
    [3],
    '10:00',
    '12:00',
    'Budget 2027, second reading',
    { location: 'Boardroom' },
  ],
  ['acme:calendar', [4], '14:00', '15:00', '1:1 with Jonas', { recurring: true }],
  [
    'acme:executive-committee',
    [1],
    '10:00',
    '11:30',
    'Executive committee',
    { recurring: true, location: 'Boardroom' },
  ],
  ['acme:travel', [3], '15:30', '18:30', 'Train to Zürich (ICE 75)', { showAs: 'oof' }],
  [
    'northwind:calendar',
    [2],
    '14:00',
    '16:00',
    'Northwind board: pre-read session',
    { location: 'Online' },
  ],
  [
    'northwind:audit-committee',
    [4],
    '09:30',
    '11:00',
    'Audit committee',
    { visibility: 'private' },
  ],
  [
    'helix:katharina-vogt',
    [0],
    '13:00',
    '14:30',
    'Client workshop: Larsen & Søn',
    { location: 'Hafenstraße 12' },
  ],
  ['helix:katharina-vogt', [2], '09:30', '10:30', 'Proposal: Ardent Robotics'],
  [
    'helix:katharina-vogt',
    [4],
    '11:30',
    '12:30',
    'Sparring with Amélie',
    { response: 'tentative', showAs: 'tentative' },
  ],
  [
    'helix:client-visits',
    [1],
    '15:00',
    '17:00',
    'On site: Koninklijke Bakker',
    { location: 'Utrecht' },
  ],
  ['personal:calendar', [1, 3], '07:00', '08:00', 'Rowing', { recurring: true }],
  ['personal:calendar', [2], '18:30', '20:00', 'Physiotherapy', { visibility: 'private' }],
  ['personal:family', [0], '16:30', '17:30', "Emil's parents' evening"],
  ['personal:family', [5], '10:00', '12:30', 'Flea market with Opa'],
  ['personal:family', [4], '17:30', '19:00', 'Choir concert, Lena sings'],
  [
    'uni:vogt',
    [0],
    '17:45',
    '19:15',
    'Lecture: Governance II',
    { recurring: true, location: 'H 104' },
  ],
  ['uni:vogt', [2], '16:30', '17:30', 'Office hours', { recurring: true, eventKind: 'focusTime' }],
  [
    'meridian:investment-committee',
    [3],
    '13:00',
    '14:30',
    'IC: Project Halcyon',
    { visibility: 'confidential' },
  ],
  [
    'solstice:kv',
    [0],
    '11:30',
    '12:30',
    'Portfolio call: Tessellate',
    { response: 'notResponded' },
  ],
  ['solstice:portfolio', [4], '15:30', '16:30', 'Cap table walkthrough'],
  ['brightside:katharina', [2], '12:30', '13:30', 'Trustee lunch', { location: 'Café Einstein' }],
];

/** Where both stand at once, on purpose. */
const clashes: readonly Row[] = [
  ['northwind:calendar', [1], '10:30', '12:00', 'Emergency call: refinancing'],
  ['helix:katharina-vogt', [3], '11:00', '12:30', 'Kick-off: Ardent Robotics'],
  ['uni:exams', [3], '11:30', '13:30', 'Oral exams, group B', { location: 'H 2035' }],
];

const allDays: readonly (readonly [string, number, number, string, Partial<CalendarItem>?])[] = [
  ['personal:birthdays', 2, 3, 'Oma Ilse turns 84', { eventKind: 'birthday', showAs: 'free' }],
  ['acme:travel', 3, 5, 'Zürich', { eventKind: 'workingLocation', showAs: 'workingElsewhere' }],
  ['helix:team-absences', 0, 3, 'Amélie: on leave', { showAs: 'free' }],
];

const base: Omit<CalendarItem, 'id' | 'calendar' | 'time' | 'title'> = {
  kind: 'event',
  location: null,
  showAs: 'busy',
  response: 'accepted',
  visibility: 'default',
  eventKind: 'default',
  recurring: false,
  conflict: false,
  castBy: null,
};

function at(date: PlainDate, time: string): number {
  return instantAt(date, minutesOf(time), zone);
}

function eventsOf(row: Row, start: PlainDate, weekNumber: number): CalendarItem[] {
  const [calendar, days, from, to, title, more] = row;
  return days.map((day) => {
    const date = addDays(start, day);
    return {
      ...base,
      id: `${weekNumber}-${day}-${from}-${title}`,
      calendar,
      title,
      time: { kind: 'timed', start: at(date, from), end: at(date, to) },
      ...more,
    };
  });
}

/** Timed busy blocks on two calendars, cast by what stands on the others. */
function blocksOf(events: readonly CalendarItem[]): CalendarItem[] {
  const targets = ['acme:calendar', 'helix:katharina-vogt', 'personal:calendar'];
  return events
    .filter(
      (item) =>
        item.time.kind === 'timed' && item.showAs !== 'free' && item.response !== 'tentative',
    )
    .flatMap((item) =>
      targets
        .filter((target) => target.split(':')[0] !== item.calendar.split(':')[0])
        .map((target) => ({
          ...base,
          id: `block-${target}-${item.id}`,
          calendar: target,
          kind: 'block' as const,
          time: item.time,
          title:
            target === 'acme:calendar' && item.calendar.startsWith('northwind')
              ? 'Board work'
              : 'Busy',
          visibility: 'private' as const,
          castBy: {
            rule: target.startsWith('personal') ? 'to-personal' : 'mesh',
            calendar: item.calendar,
          },
        })),
    );
}

function marked(events: readonly CalendarItem[]): CalendarItem[] {
  const busy = events.filter((item) => item.time.kind === 'timed' && item.showAs !== 'free');
  const clashing = new Set<string>();
  for (const a of busy)
    for (const b of busy)
      if (
        a !== b &&
        a.time.kind === 'timed' &&
        b.time.kind === 'timed' &&
        a.time.start < b.time.end &&
        b.time.start < a.time.end
      )
        clashing.add(a.id);
  return events.map((item) => (clashing.has(item.id) ? { ...item, conflict: true } : item));
}

const foreign = (start: PlainDate): CalendarItem => ({
  ...base,
  id: `foreign-${start}`,
  calendar: 'helix:katharina-vogt',
  kind: 'foreignBlock',
  title: 'Busy',
  time: {
    kind: 'timed',
    start: at(addDays(start, 1), '08:00'),
    end: at(addDays(start, 1), '08:45'),
  },
});

export function realistic(): CalendarItem[] {
  return Array.from({ length: 19 }, (_, index) => index - 6).flatMap((weekNumber) => {
    const start = addDays(monday, weekNumber * 7);
    const rows =
      weekNumber % 2 === 0
        ? [...week, ...clashes]
        : week.filter((_, index) => (index + weekNumber) % 4 !== 0);
    const timed = marked(rows.flatMap((row) => eventsOf(row, start, weekNumber)));
    const whole = allDays.map(([calendar, from, to, title, more]): CalendarItem => ({
      ...base,
      id: `day-${weekNumber}-${title}`,
      calendar,
      title,
      time: { kind: 'allDay', start: addDays(start, from), end: addDays(start, to) },
      ...more,
    }));
    return [...timed, ...whole, ...blocksOf(timed), foreign(start)];
  });
}

/** 5,000 events of 20 calendars in the six weeks of a month. */
export function dense(calendars: readonly string[]): CalendarItem[] {
  // Zones are dear to ask, and the time that it takes to make events up is none of the window's.
  const mornings = Array.from({ length: 42 }, (_, day) =>
    at(addDays(plainDate('2026-10-26'), day), '07:00'),
  );
  return Array.from({ length: 5_000 }, (_, index) => {
    const start = instant((mornings[index % 42] ?? 0) + ((index * 37) % 44) * 15 * MINUTE);
    return {
      ...base,
      id: `dense-${index}`,
      calendar: calendars[index % calendars.length] ?? '',
      title: `Meeting ${index}`,
      time: { kind: 'timed', start, end: start + (2 + (index % 5)) * 15 * MINUTE },
      kind: index % 3 === 0 ? 'block' : 'event',
      castBy:
        index % 3 === 0
          ? { rule: 'mesh', calendar: calendars[(index + 1) % calendars.length] ?? '' }
          : null,
      conflict: index % 11 === 0,
    };
  });
}

export const hostileTitles = [
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>',
  '\u202Egnp.exe\u202C invoice \u0000\u0007',
  'W'.repeat(5_000),
  '" onmouseover="window.hacked=1" x="',
  '{{constructor.constructor("window.hacked=1")()}} ${window.hacked=1}',
  'javascript:window.hacked=1',
  '&lt;b&gt; & <b>bold</b> \n\n\nnew line',
];

export function hostile(): CalendarItem[] {
  return hostileTitles.map((title, index) => {
    // The first two stand at once, on Thursday.
    const start = at(
      addDays(monday, index < 2 ? 3 : index % 5),
      index < 2 ? '09:00' : `1${index}:00`,
    );
    return {
      ...base,
      id: title.slice(0, 300),
      calendar: index === 1 ? 'helix:katharina-vogt' : 'acme:calendar',
      title,
      location: title,
      time: { kind: 'timed', start, end: start + 3_600_000 },
      conflict: index < 2,
    };
  });
}
