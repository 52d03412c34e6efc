import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../shared/model/account.ts';
import type { Calendar } from '../../../../shared/model/calendar.ts';
import { rule } from '../../../../shared/model/rule.ts';
import { forbiddenProviders, judgeAccount } from '../../../../shared/policy/judge-account.ts';
import { judgePair, judgeRule } from '../../../../shared/policy/judge-pair.ts';
import { partyOf, type Party } from '../../../../shared/policy/party.ts';
import type { PolicyValues } from '../../../../shared/policy/policies.ts';

const tenant = '4f6c0c6e-3a3c-4f5e-9d0e-2b1a7c8d9e0f';
const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';

function account(email: string, more: Partial<Account> = {}): Account {
  return {
    id: 'id' as Account['id'],
    provider: 'google',
    label: 'Label',
    email,
    baseUrl: 'https://api.example',
    credential: { kind: 'environment', variable: 'TOKEN' },
    ...more,
  };
}

function atMicrosoft(email: string, tid: string | null): Account {
  const credential =
    tid === null
      ? ({ kind: 'environment', variable: 'TOKEN' } as const)
      : ({ kind: 'oauth', subject: `oid.${tid}`, cloud: 'global', access: 'readWrite' } as const);
  return account(email, { provider: 'microsoft', credential });
}

function ownCalendar(owner: string): Calendar {
  return {
    id: 'c' as Calendar['id'],
    account: 'id' as Account['id'],
    remoteId: 'AAMk',
    name: 'Calendar',
    ref: 'Label/Calendar',
    isDefault: true,
    canRead: true,
    canWrite: true,
    zone: null,
    color: null,
    owner,
  };
}

const judged = (values: PolicyValues, one: Account, calendars: readonly Calendar[] = []) =>
  judgeAccount(values, one, partyOf(one, calendars))?.policy ?? null;

describe('A3: an account', () => {
  it.each([
    ['jo@acme.com', ['acme.com'], null],
    ['jo@ACME.com', ['acme.COM'], null],
    ['jo@sub.acme.com', ['acme.com'], 'AllowedAccountDomains'],
    ['jo@sub.acme.com', ['*.acme.com'], null],
    ['jo@acme.com', ['*.acme.com'], 'AllowedAccountDomains'],
    ['jo@notacme.com', ['*.acme.com', 'acme.com'], 'AllowedAccountDomains'],
    ['jo@acme.com.evil.example', ['acme.com'], 'AllowedAccountDomains'],
    ['acme.com', ['acme.com'], 'AllowedAccountDomains'],
    ['"a@acme.com"@evil.example', ['acme.com'], 'AllowedAccountDomains'],
  ])('%s is held against the allowed domains %j: %s', (email, allowed, expected) => {
    expect(judged({ AllowedAccountDomains: allowed }, account(email))).toBe(expected);
  });

  it('is judged by whose its own calendar is, whatever the settings file says', () => {
    const settings = account('jo@acme.com');
    const values: PolicyValues = { AllowedAccountDomains: ['acme.com'] };
    expect(judged(values, settings, [ownCalendar('jo@acme.com')])).toBeNull();
    expect(judged(values, settings, [ownCalendar('jo@gmail.com')])).toBe('AllowedAccountDomains');
    const blocked: PolicyValues = { BlockedAccountDomains: ['gmail.com'] };
    expect(judged(blocked, settings, [ownCalendar('jo@gmail.com')])).toBe('BlockedAccountDomains');
  });

  it('that is blocked stays blocked, whatever else is allowed', () => {
    const values = { AllowedAccountDomains: ['acme.com'], BlockedAccountDomains: ['acme.com'] };
    expect(judged(values, account('jo@acme.com'))).toBe('BlockedAccountDomains');
  });

  it.each([
    [tenant, null],
    [tenant.toUpperCase(), null],
    ['00000000-0000-0000-0000-000000000000', 'AllowedTenantIds'],
    [null, 'AllowedTenantIds'],
  ])('of the tenant %s is held against the allowed ones: %s', (tid, expected) => {
    expect(judged({ AllowedTenantIds: [tenant] }, atMicrosoft('jo@acme.com', tid))).toBe(expected);
  });

  it('at Google has no tenant that could be forbidden', () => {
    expect(judged({ AllowedTenantIds: [tenant] }, account('jo@acme.com'))).toBeNull();
  });

  it.each([
    [['microsoft'], tenant, null],
    [['microsoft'], personal, 'AllowedProviders'],
    [['outlook.com'], personal, null],
    [['google'], tenant, 'AllowedProviders'],
    [['microsoft'], null, 'AllowedProviders'],
    [['microsoft', 'outlook.com'], null, null],
  ] as const)('of a kind: %j allow the tenant %s: %s', (AllowedProviders, tid, expected) => {
    expect(judged({ AllowedProviders: [...AllowedProviders] }, atMicrosoft('a@b.com', tid))).toBe(
      expected,
    );
  });

  it('of the sample world belongs to nobody', () => {
    const sample = account('a@b.com', { credential: { kind: 'sample' } });
    expect(judged({ AllowedProviders: ['microsoft'] }, sample)).toBeNull();
  });

  it('of a provider with no allowed kind is refused before anybody signs in', () => {
    expect(forbiddenProviders({})).toEqual([]);
    expect(forbiddenProviders({ AllowedProviders: ['outlook.com'] })).toEqual(['google']);
  });
});

const acme: Party = { domains: ['acme.com'], tenant };
const gmail: Party = { domains: ['gmail.com'], tenant: null };
const both: Party = { domains: ['acme.com', 'gmail.com'], tenant: null };
const make = (mask: unknown) => rule.parse({ id: 'r', sources: ['*'], targets: ['*'], mask });

describe('A3: a direction', () => {
  const pair = (values: PolicyValues, from: Party, to: Party, mask: unknown = 'busy') =>
    judgePair(values, make(mask), from, to)?.policy ?? null;

  it.each([
    [acme, acme, null],
    [acme, gmail, 'AllowedDirections'],
    [gmail, acme, null],
    [both, acme, null],
    [acme, both, 'AllowedDirections'],
  ])('is allowed only where a line covers both whole ends: %o → %o', (from, to, expected) => {
    const values = { AllowedDirections: [{ from: '*', to: 'acme.com' }] };
    expect(pair(values, from, to)).toBe(expected);
  });

  it('is named by a tenant as well', () => {
    const values = { AllowedDirections: [{ from: tenant.toUpperCase(), to: tenant }] };
    expect([pair(values, acme, acme), pair(values, gmail, acme)]).toEqual([
      null,
      'AllowedDirections',
    ]);
  });

  it('is forbidden where a line meets any address of both ends, allowed or not', () => {
    const values = {
      AllowedDirections: [{ from: '*', to: '*' }],
      ForbiddenDirections: [{ from: 'acme.com', to: 'gmail.com' }],
    };
    expect(pair(values, acme, gmail)).toBe('ForbiddenDirections');
    expect(pair(values, both, both)).toBe('ForbiddenDirections');
    expect(pair(values, gmail, acme)).toBeNull();
  });

  it('can have a mask level of its own, the strictest of all that fit', () => {
    const values: PolicyValues = {
      MinimumMaskLevelByDirection: [
        { from: '*', to: '*', level: 'title' },
        { from: 'acme.com', to: '*', level: 'labelled' },
      ],
    };
    const label = { level: 'labelled', label: 'Work' };
    expect(pair(values, acme, gmail, 'title')).toBe('MinimumMaskLevelByDirection');
    expect(pair(values, acme, gmail, label)).toBeNull();
    expect(pair(values, gmail, acme, 'title')).toBeNull();
    expect(pair(values, gmail, acme, 'details')).toBe('MinimumMaskLevelByDirection');
  });
});

describe('A3: a rule', () => {
  const titles: PolicyValues = { ForbidEventDataInTitles: true };
  it.each([
    [{ MinimumMaskLevel: 'labelled' }, 'title', 'MinimumMaskLevel'],
    [{ MinimumMaskLevel: 'labelled' }, { level: 'labelled', label: 'x' }, null],
    [{ MinimumMaskLevel: 'details' }, 'details', null],
    [{ ForbidFullDetail: true }, 'details', 'ForbidFullDetail'],
    [{ ForbidFullDetail: true }, 'titleAndLocation', null],
    [titles, 'busy', null],
    [titles, { level: 'labelled', label: 'x', template: '{label}!' }, null],
    [titles, 'title', 'ForbidEventDataInTitles'],
    [titles, { level: 'title', template: 'At work' }, null],
    [
      titles,
      { level: 'title', label: 'x', template: '{label}: {title}' },
      'ForbidEventDataInTitles',
    ],
    [titles, { level: 'details', template: '{location}' }, 'ForbidEventDataInTitles'],
    [
      { ForbidRevealingPrivateEvents: true },
      { level: 'title', revealPrivate: true },
      'ForbidRevealingPrivateEvents',
    ],
    [{ OnlyPinnedRules: true }, 'busy', 'OnlyPinnedRules'],
  ] as const)('under %o with the mask %o is stopped by %s', (values, mask, expected) => {
    expect(judgeRule(values as PolicyValues, make(mask))?.policy ?? null).toBe(expected);
  });

  it('of the organisation acts where only its rules may', () => {
    const values = { OnlyPinnedRules: true, PinnedRules: [make('busy')] };
    expect(judgeRule(values, make('busy'))).toBeNull();
  });
});
