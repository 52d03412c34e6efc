import { describe, expect, it } from 'vitest';
import { registrationHint } from '../../../../renderer/settings/registration-words.ts';
import { clientOf, draftProblems, emptyDraft } from '../../../../shared/accounts/client-draft.ts';
import { calls } from '../../../../shared/ipc/contract.ts';

const id = '11111111-2222-4333-8444-555555555555';

describe('a client id that is being entered', () => {
  it.each([
    [{}, ['clientId']],
    [{ clientId: 'umbra' }, ['clientId']],
    [{ clientId: ` ${id} ` }, []],
    [{ clientId: id, tenant: 'a/b' }, ['tenant']],
    [{ provider: 'google' }, ['clientId']],
    [{ provider: 'google', clientId: 'x.apps.example' }, []],
    [{ provider: 'google', clientId: 'x', clientSecret: 'y'.repeat(256) }, ['clientSecret']],
  ] as const)('%j is wrong in %j', (draft, fields) => {
    expect(Object.keys(draftProblems({ ...emptyDraft, ...draft }))).toEqual(fields);
  });

  it('goes to the program only in a form that it takes', () => {
    for (const draft of [
      { ...emptyDraft, clientId: ` ${id} `, cloud: 'usGov', tenant: 'acme.example' },
      { ...emptyDraft, provider: 'google', clientId: 'g', clientSecret: 's' },
      { ...emptyDraft, provider: 'google', clientId: 'g' },
    ] as const) {
      expect(draftProblems(draft)).toEqual({});
      expect(calls.saveClient.input.safeParse(clientOf(draft)).success).toBe(true);
    }
  });

  it('says where it came from, and whether it can be changed', () => {
    const one = { provider: 'microsoft', cloud: 'global', hasSecret: false } as const;
    const managed = { ...one, clientId: id, tenant: 'common', from: 'policy' } as const;
    expect(registrationHint(managed)).toBe(
      `${id}. Set by your organisation; it can’t be changed here.`,
    );
    expect(registrationHint({ ...managed, tenant: 'acme.example', from: 'settings' })).toBe(
      `${id} for acme.example. Entered here.`,
    );
  });
});
