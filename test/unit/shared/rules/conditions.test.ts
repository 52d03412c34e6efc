import { describe, expect, it } from 'vitest';
import { eventIdOf } from '../../../../shared/model/ids.ts';
import { allDay, timed } from '../../../kit/event-builder.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';
import { holds } from './rule-builder.ts';

/** Tuesday, 11:00 to 11:30 in Berlin. */
const event = timed('A', 'review', '2026-05-05T09:00Z', '2026-05-05T09:30Z', {
  response: 'tentative',
  showAs: 'oof',
  visibility: 'public',
  kind: 'focusTime',
  attendeeCount: 4,
  organizerDomain: 'mail.example.com',
  categories: ['Red', 'Project X'],
  series: eventIdOf('series'),
  text: { title: 'Quarterly Review', location: null, description: null },
});
const holiday = allDay('A', 'holiday', '2026-05-05', '2026-05-06');

const cases: readonly [string, RuleInput['conditions'], boolean][] = [
  ['an answer that is listed', { response: ['accepted', 'tentative'] }, true],
  ['an answer that is not listed', { response: ['accepted'] }, false],
  ['a show-as that is listed', { showAs: ['busy', 'oof'] }, true],
  ['a show-as that is not listed', { showAs: ['busy'] }, false],
  ['a timed event', { allDay: false }, true],
  ['no timed event', { allDay: true }, false],
  ['part of a title', { title: { contains: 'view' } }, true],
  ['a part that the title has not', { title: { contains: 'budget' } }, false],
  ['the beginning of a title', { title: { startsWith: 'quarterly' } }, true],
  ['a word that does not begin the title', { title: { startsWith: 'review' } }, false],
  ['a pattern', { title: { matches: '^q.*w$' } }, true],
  ['a pattern that does not fit', { title: { matches: '^review' } }, false],
  ['a category of several', { category: ['blue', 'project x'] }, true],
  ['no category by a part of its name', { category: ['project'] }, false],
  ['an organizer domain', { organizerDomain: ['mail.example.com'] }, true],
  ['no other organizer domain', { organizerDomain: ['example.org'] }, false],
  ['attendees within the range', { attendees: { min: 4, max: 4 } }, true],
  ['fewer attendees than asked for', { attendees: { min: 5 } }, false],
  ['more attendees than asked for', { attendees: { max: 3 } }, false],
  ['a duration within the range', { duration: { min: 30, max: 30 } }, true],
  ['a shorter event than asked for', { duration: { min: 31 } }, false],
  ['a longer event than asked for', { duration: { max: 29 } }, false],
  ['its weekday', { weekday: { days: ['mon', 'tue'] } }, true],
  ['no other weekday', { weekday: { days: ['mon', 'wed'] } }, false],
  ['a time of day it lies in', { timeOfDay: { from: '09:00', to: '17:00' } }, true],
  ['no time of day it lies outside of', { timeOfDay: { from: '12:00', to: '17:00' } }, false],
  ['a visibility that is listed', { visibility: ['public'] }, true],
  ['a visibility that is not listed', { visibility: ['private', 'default'] }, false],
  ['an occurrence of a series', { recurring: true }, true],
  ['no single event where it recurs', { recurring: false }, false],
  ['a kind that is listed', { eventKind: ['focusTime'] }, true],
  ['a kind that is not listed', { eventKind: ['default'] }, false],
];

describe('a question about an event', () => {
  it.each(cases)('[R5] finds %s', (_, conditions, expected) => {
    expect(holds(conditions, event)).toBe(expected);
  });

  it('[R5] finds an all-day event, and no series in a single one', () => {
    expect(holds({ allDay: true }, holiday)).toBe(true);
    expect(holds({ recurring: false }, holiday)).toBe(true);
    expect(holds({ recurring: true }, holiday)).toBe(false);
  });

  it.each<[string, RuleInput['conditions']]>([
    ['contains', { title: { contains: 'a' } }],
    ['startsWith', { title: { startsWith: 'a' } }],
    ['matches, even with a pattern that fits the empty title', { title: { matches: '.*' } }],
    ['organizerDomain', { organizerDomain: ['example.com'] }],
    ['category', { category: ['red'] }],
  ])('[R5] says no to %s where the text was not kept', (_, conditions) => {
    const bare = timed('A', 'bare', '2026-05-05T09:00Z', '2026-05-05T09:30Z', {
      text: { title: null, location: null, description: null },
    });
    expect(holds(conditions, bare)).toBe(false);
  });
});

describe('all, any and none', () => {
  const yes = { allDay: false };
  const no = { allDay: true };

  it.each<[string, RuleInput['conditions'], boolean]>([
    ['all of what holds', { all: [yes, yes] }, true],
    ['all with one that does not hold', { all: [yes, no] }, false],
    ['any with one that holds', { any: [no, yes] }, true],
    ['any of what does not hold', { any: [no, no] }, false],
    ['none of what does not hold', { none: [no, no] }, true],
    ['none with one that holds', { none: [no, yes] }, false],
    ['not all', { none: [{ all: [yes, no] }] }, true],
    ['neither none nor any', { all: [{ none: [no] }, { any: [no, { none: [no] }] }] }, true],
    ['a deep no', { all: [yes, { any: [no, { none: [{ all: [yes, yes] }] }] }] }, false],
    ['not not', { none: [{ none: [yes] }] }, true],
  ])('[R6] nest: %s', (_, conditions, expected) => {
    expect(holds(conditions, event)).toBe(expected);
  });
});

describe('texts in conditions', () => {
  const titled = (title: string): typeof event => ({
    ...event,
    text: { ...event.text, title },
  });

  it('[R7] compare titles without regard to case unless the rule says otherwise', () => {
    expect(holds({ title: { contains: 'REVIEW' } }, event)).toBe(true);
    expect(holds({ title: { contains: 'REVIEW', ignoreCase: false } }, event)).toBe(false);
    expect(holds({ title: { startsWith: 'QUARTERLY', ignoreCase: false } }, event)).toBe(false);
    expect(holds({ title: { matches: 'REVIEW', ignoreCase: false } }, event)).toBe(false);
    expect(holds({ title: { matches: 'Review$', ignoreCase: false } }, event)).toBe(true);
  });

  it.each<[string, RuleInput['conditions']]>([
    ['contains', { title: { contains: 'café' } }],
    ['startsWith', { title: { startsWith: 'Café' } }],
    ['matches', { title: { matches: 'caf.$' } }],
    ['matches, written decomposed', { title: { matches: 'cafe\u0301' } }],
    ['contains, minding case', { title: { contains: 'Café', ignoreCase: false } }],
  ])('[R7] find an accent however it is encoded: %s', (_, conditions) => {
    expect(holds(conditions, titled('Cafe\u0301'))).toBe(true);
    expect(holds(conditions, titled('Caf\u00e9'))).toBe(true);
  });

  it('[R7] take what is no regular expression literally', () => {
    expect(holds({ title: { contains: '.*' } }, event)).toBe(false);
    expect(holds({ title: { contains: '(a|b)' } }, titled('Plan (A|B)'))).toBe(true);
  });

  it.each([
    ['example.com', 'example.com', true],
    ['example.com', 'mail.example.com', true],
    ['@Example.COM', 'example.com', true],
    ['example.com', 'notexample.com', false],
    ['example.com', 'example.com.evil.net', false],
    ['mail.example.com', 'example.com', false],
  ])('[R9] the domain %s covers %s: %s', (wanted, of, expected) => {
    expect(holds({ organizerDomain: [wanted] }, { ...event, organizerDomain: of })).toBe(expected);
  });
});
