import type { PolicyPage } from '../../shared/ipc/policy.ts';

const origin = '/etc/umbra/policies/managed/10-acme.json';
const applied = { scope: 'machine', status: 'applied', reason: null, remark: null } as const;

/** What an organisation may have left, with one of each kind of trouble that does not stop everything. */
export const managed: PolicyPage = {
  managed: true,
  entries: [
    {
      ...applied,
      name: 'BlockedAccountDomains',
      value: '["gmail.com"]',
      level: 'mandatory',
      origin,
    },
    { ...applied, name: 'ForceContentProtection', value: 'true', level: 'mandatory', origin },
    {
      ...applied,
      name: 'ForbiddenDirections',
      value: '[{"from":"acme.com","to":"gmail.com"}]',
      level: 'mandatory',
      origin,
    },
    { ...applied, name: 'MaxLookaheadDays', value: '180', level: 'mandatory', origin },
    {
      name: 'MaxLokaheadDays',
      value: '90',
      level: 'mandatory',
      scope: 'machine',
      origin,
      status: 'unknown',
      reason: 'there is no policy of this name',
      remark: null,
    },
    {
      name: 'ForceStartAtLogin',
      value: 'true',
      level: 'recommended',
      scope: 'machine',
      origin: '/etc/umbra/policies/recommended/acme.json',
      status: 'overridden',
      reason: 'the person chose',
      remark: null,
    },
  ],
  obstacles: [],
  atNextStart: [],
  warnings: ['/etc/umbra/policies/managed/99-mine.json is ignored: it does not belong to root'],
  locks: {
    startAtLogin: false,
    contentProtection: true,
    mostDaysAhead: 180,
    exports: false,
    providers: [],
    ownRules: false,
  },
};

export const unmanagedPage: PolicyPage = {
  managed: false,
  entries: [],
  obstacles: [],
  atNextStart: [],
  warnings: [],
  locks: {
    startAtLogin: false,
    contentProtection: false,
    mostDaysAhead: null,
    exports: false,
    providers: [],
    ownRules: false,
  },
};

/** An organisation that leaves little to the person. */
export const locked: PolicyPage = {
  ...managed,
  entries: [
    ...managed.entries,
    {
      ...applied,
      name: 'DisableUpdates',
      value: 'true',
      level: 'mandatory',
      origin,
      remark: 'This build does not update itself.',
    },
  ],
  atNextStart: ['ProxyMode'],
  locks: {
    startAtLogin: true,
    contentProtection: true,
    mostDaysAhead: 90,
    exports: true,
    providers: ['google'],
    ownRules: true,
  },
};
