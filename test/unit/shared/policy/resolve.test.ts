import { describe, expect, it } from 'vitest';
import type { PolicyReading } from '../../../../shared/policy/reading.ts';
import { resolvePolicy } from '../../../../shared/policy/resolve.ts';
import { left } from '../../../kit/policy-readings.ts';

const days = (value: number, level: PolicyReading['level'], scope: PolicyReading['scope']) =>
  left({ MaxLookaheadDays: value }, { level, scope, origin: `${level} ${scope}` });
const everywhere = [
  days(10, 'mandatory', 'machine'),
  days(20, 'mandatory', 'user'),
  days(40, 'recommended', 'machine'),
  days(50, 'recommended', 'user'),
];
const chosen = { MaxLookaheadDays: 30 };

describe('A1: of several values of one policy', () => {
  it.each([
    ['the machine’s order', everywhere, chosen, 10],
    ['the user’s order', everywhere.slice(1), chosen, 20],
    ['the person’s choice', everywhere.slice(2), chosen, 30],
    ['what is recommended for the machine', everywhere.slice(2), {}, 40],
    ['what is recommended for the user', everywhere.slice(3), {}, 50],
    ['nothing', [], {}, undefined],
  ])('%s holds where nothing stronger is said', (_, readings, choices, expected) => {
    for (const order of [readings, readings.toReversed()])
      expect(resolvePolicy(order, choices).values.MaxLookaheadDays).toBe(expected);
  });

  it('each is shown with what became of it', () => {
    const statuses = (choices: typeof chosen | Record<string, never>, readings = everywhere) =>
      resolvePolicy(readings, choices).entries.map(({ origin, status, reason }) => [
        origin,
        status,
        reason,
      ]);
    expect(statuses(chosen)).toEqual([
      ['mandatory machine', 'applied', null],
      ['mandatory user', 'overridden', 'mandatory machine decides'],
      ['recommended machine', 'overridden', 'mandatory machine decides'],
      ['recommended user', 'overridden', 'mandatory machine decides'],
    ]);
    expect(statuses(chosen, everywhere.slice(2))[0]).toEqual([
      'recommended machine',
      'overridden',
      'the person chose',
    ]);
  });

  it('the file whose name comes later in the alphabet decides', () => {
    const first = left({ MaxLookaheadDays: 30 }, { origin: '10.json' });
    const second = left({ MaxLookaheadDays: 60 }, { origin: '20.json' });
    expect(resolvePolicy([first, second]).values.MaxLookaheadDays).toBe(60);
  });
});

describe('A2: what can’t be understood', () => {
  it.each([
    ['a value of the wrong kind', { DisableExport: 'yes' }],
    ['a value out of range', { MaxLookaheadDays: 3 }],
    ['an empty list', { AllowedProviders: [] }],
    ['a domain that is none', { AllowedAccountDomains: ['acme'] }],
    ['telemetry', { Telemetry: 'on' }],
    ['a rule that is invalid', { PinnedRules: [{ id: 'x', sources: ['*'], targets: [] }] }],
    [
      'a rule whose template shows too much',
      {
        PinnedRules: [
          { id: 'x', sources: ['*'], targets: ['*'], mask: { level: 'busy', template: '{title}' } },
        ],
      },
    ],
    ['a contradiction', { ForceStartAtLogin: true, DisableStartAtLogin: true }],
    ['a proxy without its address', { ProxyMode: 'pac_script' }],
    ['a secret without its client', { GoogleClientSecret: 'x' }],
  ])('among mandatory policies stops everything, with the reason: %s', (_, values) => {
    const { obstacles } = resolvePolicy([left(values)]);
    expect(obstacles).toHaveLength(1);
    expect(obstacles[0]).toContain('/etc/umbra/policies/managed/test.json');
  });

  it('stops everything also where it is a whole file', () => {
    const content = { kind: 'unreadable', reason: 'it is no JSON' } as const;
    expect(resolvePolicy([{ ...left({}), content }]).obstacles).toEqual([
      '/etc/umbra/policies/managed/test.json: it is no JSON',
    ]);
  });

  it('does no harm among recommendations', () => {
    const recommended = left({ ForceStartAtLogin: 3 }, { level: 'recommended' });
    const { obstacles, values, entries } = resolvePolicy([recommended]);
    expect([obstacles, values]).toEqual([[], {}]);
    expect(entries).toMatchObject([{ status: 'invalid' }]);
  });

  it('does not hide a weaker value that is understood, nor what else is said', () => {
    const machine = left({ MaxLookaheadDays: 'many', DisableExport: true });
    const user = left({ MaxLookaheadDays: 30 }, { scope: 'user' });
    const { values, obstacles } = resolvePolicy([machine, user]);
    expect(values).toEqual({ MaxLookaheadDays: 30, DisableExport: true });
    expect(obstacles).toHaveLength(1);
  });

  it('as a name is listed and ignored', () => {
    const { entries, obstacles } = resolvePolicy([left({ MaxLokaheadDays: 90, __proto__x: 1 })]);
    expect(entries.map(({ name, status }) => [name, status])).toEqual([
      ['MaxLokaheadDays', 'unknown'],
      ['__proto__x', 'unknown'],
    ]);
    expect(obstacles).toEqual([]);
  });

  it('as a name is ignored even where every object has it', () => {
    expect(resolvePolicy([left({ constructor: 1, toString: 2 })]).entries).toMatchObject([
      { status: 'unknown' },
      { status: 'unknown' },
    ]);
  });
});

describe('A1: what anybody could have written', () => {
  it('is ignored with a warning, and stops nothing', () => {
    const content = { kind: 'untrusted', reason: 'it does not belong to root' } as const;
    const { values, obstacles, warnings } = resolvePolicy([{ ...left({}), content }]);
    expect([values, obstacles]).toEqual([{}, []]);
    expect(warnings).toEqual([
      '/etc/umbra/policies/managed/test.json is ignored: it does not belong to root',
    ]);
  });
});

describe('A1: a restriction', () => {
  it('can’t be recommended: a person’s own rules are no answer to it', () => {
    const reading = left({ AllowedProviders: ['google'] }, { level: 'recommended' });
    expect(resolvePolicy([reading])).toMatchObject({
      values: {},
      entries: [{ status: 'invalid', reason: 'it can only be mandatory' }],
    });
  });
});
