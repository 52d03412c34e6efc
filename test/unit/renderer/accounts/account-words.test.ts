import { describe, expect, it } from 'vitest';
import {
  accessRemark,
  accessWords,
  removedWords,
  stateWords,
} from '../../../../renderer/accounts/account-words.ts';
import { accountTotals } from '../../../../shared/accounts/account-totals.ts';
import { labelProblem } from '../../../../shared/accounts/label-problem.ts';
import { shownState } from '../../../../shared/ipc/accounts.ts';
import { accountView, calendarView } from '../account-view.ts';

describe('an account', () => {
  it('has words for each of its states', () => {
    expect(Object.keys(stateWords).sort()).toEqual([...shownState.options].sort());
  });

  it.each([
    ['Acme', null],
    ['  ', 'Give it a name; rules call its calendars by it.'],
    ['A/B', 'A name holds no “/”, “*” or control characters.'],
    ['Home', 'Another account has this name.'],
    ['x'.repeat(61), 'At most 60 characters.'],
  ])('may be called %j: %j', (label, problem) => {
    expect(labelProblem(label, ['Home'])).toBe(problem);
  });

  it('says what may be done with a calendar, and what follows', () => {
    const cases = [
      [calendarView('A/a'), 'Read and write', null],
      [
        calendarView('A/a', { canWrite: false }),
        'Read only',
        'It can be a source, but no block can be written to it.',
      ],
      [
        calendarView('A/a', { canRead: false, canWrite: false }),
        'Free/busy only',
        'Its events can’t be listed, so rules leave it out.',
      ],
    ] as const;
    for (const [calendar, words, remark] of cases)
      expect([accessWords(calendar), accessRemark(calendar)]).toEqual([words, remark]);
  });

  it.each([
    [null, /^“Acme” was removed\.$/, false],
    ['revoked', /ended at the provider too/, false],
    ['later', /as soon as it can/, true],
    ['byHand', /Microsoft lets no program/, true],
  ] as const)('S6 S9: removed, says what became of its consent: %s', (atProvider, said, has) => {
    const consentPage = 'https://account.example/';
    const ended = atProvider === null ? null : { atProvider, consentPage };
    const { words, page } = removedWords('Acme', { ended, waiting: false });
    expect(words).toMatch(said);
    expect(page).toBe(has ? consentPage : null);
  });

  it('S9: not yet removed, says that it goes on by itself', () => {
    const { words, page } = removedWords('Acme', { ended: null, waiting: true });
    expect(words).toMatch(/no longer used.*goes on by itself/);
    expect(page).toBeNull();
  });

  it('adds up its calendars', () => {
    expect(accountTotals(accountView('A', calendarView('A/a'), calendarView('A/b')))).toEqual({
      calendars: 2,
      events: 20,
      blocks: 10,
    });
  });
});
