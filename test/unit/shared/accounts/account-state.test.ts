import { describe, expect, it } from 'vitest';
import {
  accountEvents,
  accountMends,
  accountSentences,
  accountStates,
  isTrouble,
  nextAccountState,
} from '../../../../shared/accounts/account-state.ts';

describe('the states of an account', () => {
  it('are what README-readers expect, for every state and event', () => {
    const table = accountStates.map(
      (state) =>
        `${state}: ${accountEvents.map((event) => `${event}→${nextAccountState(state, event)}`).join(' ')}`,
    );
    expect(table).toMatchSnapshot();
  });

  it('that ask for a person stay so through pauses and broken lines', () => {
    for (const state of ['needsSignIn', 'needsAdmin'] as const) {
      expect(nextAccountState(state, 'throttled')).toBe(state);
      expect(nextAccountState(state, 'unreachable')).toBe(state);
      expect(nextAccountState(state, 'answered')).toBe('healthy');
    }
  });

  it('are told as trouble where somebody has to look, and never for a provider’s pause', () => {
    expect(accountStates.filter(isTrouble)).toEqual(['needsSignIn', 'needsAdmin', 'unreachable']);
  });

  it('each have a sentence, and never speak of lost events', () => {
    for (const state of accountStates) {
      expect(accountSentences[state]).toMatch(/^[A-Z].*\.$/);
      expect(accountSentences[state]).not.toMatch(/delete/i);
      expect(accountMends).toHaveProperty(state);
    }
  });
});
