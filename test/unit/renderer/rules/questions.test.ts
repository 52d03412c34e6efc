import { describe, expect, it } from 'vitest';
import { freshQuestion, kindOf, questionKinds } from '../../../../renderer/rules/questions.ts';
import { condition } from '../../../../shared/model/condition.ts';

describe('every question', () => {
  it.each(questionKinds)('%s can be begun, told apart', (kind) => {
    const leaf = freshQuestion(kind);
    expect(kindOf(leaf)).toBe(kind);
  });

  it.each(questionKinds.filter((kind) => !['title', 'organizerDomain', 'category'].includes(kind)))(
    '%s is valid from the start, since nothing is to be typed',
    (kind) => {
      expect(condition.safeParse(freshQuestion(kind)).success).toBe(true);
    },
  );
});
