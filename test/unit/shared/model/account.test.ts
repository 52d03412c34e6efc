import { describe, expect, it } from 'vitest';
import { account } from '../../../../shared/model/account.ts';

const good = {
  id: 'google-1',
  provider: 'google',
  label: 'Work',
  email: 'ann@example.com',
  baseUrl: 'https://www.googleapis.com',
  credential: { kind: 'environment', variable: 'UMBRA_TOKEN' },
};

describe('an account in the settings file', () => {
  it('is accepted with the name of the variable that holds its token', () => {
    expect(account.safeParse(good).success).toBe(true);
  });

  it.each([
    [
      'a token in place of a variable',
      { credential: { kind: 'environment', variable: 'ya29.a0' } },
    ],
    ['a token beside the variable', { credential: { ...good.credential, token: 'secret' } }],
    ['a label that selectors could not name', { label: 'Work/Team' }],
    ['a label that is a wildcard', { label: '*' }],
    ['a label of two lines', { label: 'Work\nTeam' }],
    ['a provider that is not known', { provider: 'other' }],
    ['an address of the service that is none', { baseUrl: 'graph' }],
    ['an unknown key', { token: 'secret' }],
  ])('is refused with %s', (_, change) => {
    expect(account.safeParse({ ...good, ...change }).success).toBe(false);
  });
});
