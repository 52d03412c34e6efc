import { describe, expect, it } from 'vitest';
import {
  freshQuestion,
  kindOf,
  questionKinds,
  sayQuestion,
} from '../../../../renderer/rules/questions.ts';
import { condition } from '../../../../shared/model/condition.ts';

describe('every question', () => {
  it.each(questionKinds)('%s can be begun, told apart and said', (kind) => {
    const leaf = freshQuestion(kind);
    expect(kindOf(leaf)).toBe(kind);
    expect(sayQuestion(leaf).length).toBeGreaterThan(5);
  });

  it.each(questionKinds.filter((kind) => !['title', 'organizerDomain', 'category'].includes(kind)))(
    '%s is valid from the start, since nothing is to be typed',
    (kind) => {
      expect(condition.safeParse(freshQuestion(kind)).success).toBe(true);
    },
  );

  it.each([
    [{ title: { contains: 'lunch', ignoreCase: true } }, 'the title contains “lunch”'],
    [{ duration: { min: 30, max: 60 } }, 'it lasts 30 to 60 minutes'],
    [{ organizerDomain: ['a.example', 'b.example'] }, 'the organizer is at a.example or b.example'],
    [
      { weekday: { days: ['sat', 'sun'], zone: 'Europe/Berlin' } },
      'it starts on Sat or Sun (Europe/Berlin)',
    ],
  ] as const)('%j reads as half a sentence', (leaf, words) => {
    expect(sayQuestion(condition.parse(leaf) as Parameters<typeof sayQuestion>[0])).toBe(words);
  });
});
