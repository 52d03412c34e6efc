import { describe, expect, it } from 'vitest';
import { eventIdOf } from '../../../../shared/model/ids.ts';
import { maskLevels, type MaskLevel } from '../../../../shared/model/mask-level.ts';
import { maskText, type MaskedText } from '../../../../shared/rules/mask.ts';
import { meeting, timed } from '../../../kit/event-builder.ts';
import { PlanWorld, type RuleInput } from '../../../kit/plan-world.ts';
import { compiledOf } from './rule-builder.ts';

/** Every field is full of what must not leave unless a level names it. */
const hostile = timed('A', 'secret-id', '2026-05-05T09:00Z', '2026-05-05T09:30Z', {
  meeting: meeting('SECRET-uid'),
  series: eventIdOf('SECRET-series'),
  occurrence: 'SECRET-occurrence',
  organizerDomain: 'secret-domain.example',
  attendeeCount: 17,
  categories: ['SECRET-category'],
  text: {
    title: 'Merger {location} {{x}}',
    location: 'Room 7, https://meet.example/SECRET-link',
    description: 'Dial 555-0100.\nBring the numbers.',
  },
});

function shown(mask: RuleInput['mask'], event = hostile, ref = 'Work/Calendar'): MaskedText {
  return maskText(event, compiledOf({ mask }), ref);
}

const busy: MaskedText = { title: 'Busy', location: null, description: null };
const title = 'Merger {location} {{x}}';
const location = 'Room 7, https://meet.example/SECRET-link';
const description = 'Dial 555-0100.\nBring the numbers.';
const byLevel: Readonly<Record<MaskLevel, MaskedText>> = {
  busy,
  labelled: { title: 'Client', location: null, description: null },
  title: { title, location: null, description: null },
  titleAndLocation: { title, location, description: null },
  details: { title, location, description },
};
const maskOf = (level: MaskLevel): { level: MaskLevel; label?: string } =>
  level === 'busy' ? { level } : { level, label: 'Client' };

describe('what a level shows of an event whose every field is full', () => {
  it.each(maskLevels)('[R13] %s: exactly its texts', (level) => {
    expect(shown(maskOf(level))).toStrictEqual(byLevel[level]);
  });

  it('[R13] is nothing but "Busy" for a rule that says nothing', () => {
    expect(shown(undefined)).toStrictEqual(busy);
  });

  it.each(maskLevels)(
    '[R13] %s: no id, organizer, category or series in what is written',
    (level) => {
      const sides = { sources: ['Work/A'], targets: ['Work/B'] };
      const world = new PlanWorld(['A', 'B'], [{ id: 'rule', ...sides, mask: maskOf(level) }]);
      const contents = world
        .put(hostile)
        .plan()
        .map((operation) => 'content' in operation && operation.content);
      expect(contents).toStrictEqual([
        { time: hostile.time, ...byLevel[level], showAs: 'busy', private: true, color: null },
      ]);
    },
  );
});

describe('an event that is private at its source', () => {
  it.each(
    (['private', 'confidential', 'personal'] as const).flatMap((visibility) =>
      maskLevels.map((level) => ({ visibility, level })),
    ),
  )('[R14] is "Busy" when $visibility at level $level', ({ visibility, level }) => {
    expect(shown(maskOf(level), { ...hostile, visibility })).toStrictEqual(busy);
  });

  it('[R14] is "Busy" whatever the template says', () => {
    const mask = { level: 'details' as const, label: 'Client', template: '{label}: {title}' };
    expect(shown(mask, { ...hostile, visibility: 'private' })).toStrictEqual(busy);
  });

  it.each(maskLevels)('[R14] is shown at level %s where the rule reveals it', (level) => {
    const mask = { ...maskOf(level), revealPrivate: true };
    expect(shown(mask, { ...hostile, visibility: 'private' })).toStrictEqual(byLevel[level]);
  });

  it.each(['default', 'public'] as const)('[R14] is none that is %s', (visibility) => {
    expect(shown('details', { ...hostile, visibility })).toStrictEqual(byLevel.details);
  });
});

describe('a block whose words are missing', () => {
  it.each([null, '', '   ', '\u202e\u200f', '\n\t'])('[R15] is "Busy" for the title %j', (text) => {
    const event = { ...hostile, text: { title: text, location: text, description: text } };
    expect(shown('details', event)).toStrictEqual(busy);
  });

  it('[R15] is "Busy" where no label fits the source', () => {
    const mask = { level: 'labelled' as const, labels: { 'Home/*': 'Home' } };
    expect(shown(mask).title).toBe('Busy');
  });
});

describe('labels', () => {
  const mask = {
    level: 'labelled' as const,
    label: 'Other',
    labels: { '*': 'Anything', 'Work/Team': 'Team', 'Work/*': 'Work' },
  };

  it.each([
    ['Work/Team', 'Team'],
    ['Work/Team 2', 'Work'],
    ['Home/Team', 'Anything'],
  ])('[R16] of %s is that of the most specific selector', (ref, label) => {
    expect(shown(mask, hostile, ref).title).toBe(label);
  });

  it('[R16] falls back to the label of the rule', () => {
    const named = { level: 'labelled' as const, label: 'Other', labels: { 'Home/*': 'Home' } };
    expect(shown(named).title).toBe('Other');
  });
});
