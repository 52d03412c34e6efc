import type { HoldView, RuleView } from '../../shared/ipc/rules.ts';
import { rule } from '../../shared/model/rule.ts';
import { now } from './fake-people.ts';

/** A rule as it was saved, with what it means and how its blocks stand. */
export const ruleView = (
  raw: unknown,
  sources: string[],
  targets: string[],
  counts: Partial<RuleView> = {},
): RuleView => ({
  rule: rule.parse(raw),
  sources,
  targets,
  blocks: 0,
  dismissed: 0,
  edited: 0,
  outstanding: 0,
  held: 0,
  locked: null,
  paused: null,
  stopped: null,
  ...counts,
});

export function rules(calendars: readonly string[]): RuleView[] {
  const writable = [
    'acme:calendar',
    'northwind:calendar',
    'helix:katharina-vogt',
    'personal:calendar',
    'uni:vogt',
  ];
  return [
    ruleView(
      {
        id: 'mesh',
        name: 'Busy everywhere',
        sources: ['*'],
        targets: ['*'],
        exclude: ['Personal/Birthdays', 'Helix Advisory/Team absences'],
      },
      [...calendars],
      writable,
      { blocks: 612, dismissed: 3, outstanding: 4 },
    ),
    ruleView(
      {
        id: 'board-to-work',
        name: 'Board work at Acme',
        sources: ['Northwind Board/*'],
        targets: ['Acme/Calendar'],
        conditions: {
          all: [{ showAs: ['busy', 'oof'] }, { none: [{ title: { contains: 'lunch' } }] }],
        },
        mask: { level: 'labelled', label: 'Board work' },
        options: { roundTo: 30, merge: true, bufferBefore: 15 },
      },
      ['northwind:calendar', 'northwind:audit-committee'],
      ['acme:calendar'],
      { blocks: 24, edited: 1 },
    ),
    ruleView(
      {
        id: 'to-personal',
        name: 'Work hours for the family',
        sources: ['Acme/*', 'Helix Advisory/*'],
        targets: ['Personal/Calendar'],
        mask: { level: 'title' },
      },
      ['acme:calendar', 'acme:executive-committee', 'helix:katharina-vogt'],
      ['personal:calendar'],
      { blocks: 187, held: 41 },
    ),
    ruleView(
      {
        id: 'lectures',
        name: 'Lectures',
        enabled: false,
        sources: ['TU Lecture/*'],
        targets: ['Acme/Calendar', 'Helix Advisory/Katharina Vogt'],
      },
      ['uni:vogt', 'uni:exams'],
      ['acme:calendar', 'helix:katharina-vogt'],
    ),
    ruleView(
      {
        id: 'meridian-closed',
        name: 'Meridian shows busy only',
        sources: ['Meridian Capital/*'],
        targets: ['*'],
        mask: 'busy',
      },
      ['meridian:investment-committee'],
      writable,
      { blocks: 12, locked: 'Meridian Capital allows busy only.' },
    ),
  ];
}

export function holds(): HoldView[] {
  return [
    {
      id: 'hold-1',
      rule: 'to-personal',
      target: 'personal:calendar',
      reason: 'manyRemovals',
      since: now - 3_600_000,
      state: 'waiting',
      sentence: '41 of 187 blocks on Personal would go at once. They stay until you decide.',
      blocks: Array.from({ length: 41 }, (_, index) => ({
        title: index % 3 === 0 ? 'Leadership stand-up' : 'Client workshop',
        time: {
          kind: 'timed' as const,
          start: now + index * 90_000_000,
          end: now + index * 90_000_000 + 3_600_000,
        },
      })),
    },
    {
      id: 'hold-2',
      rule: null,
      target: 'helix:katharina-vogt',
      reason: 'sourceEmptied',
      since: now - 600_000,
      state: 'waiting',
      sentence:
        'The calendar Brightside Foundation/Katharina is suddenly empty. Its 6 blocks stay until you decide.',
      blocks: Array.from({ length: 6 }, (_, index) => ({
        title: 'Busy',
        time: {
          kind: 'timed' as const,
          start: now + index * 86_400_000,
          end: now + index * 86_400_000 + 1_800_000,
        },
      })),
    },
  ];
}
