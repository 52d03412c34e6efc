/**
 * What helps somebody who mends the program, and nothing else. It is built from an allow-list, never copied and stripped
 * (security.md A9, S8): accounts, calendars and rules are numbers; there is no name, address, title, place, path or key in it.
 */
import type { Account } from '../../shared/model/account.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { Rule } from '../../shared/model/rule.ts';
import { resolveSelectors } from '../../shared/rules/selectors.ts';
import type { AuditEntry } from '../ports/store.ts';
import { accountFigures } from './health-figures.ts';
import type { Profile } from './profile.ts';

export interface BundleSurroundings {
  readonly version: string;
  /** `process.platform`, `process.arch` and the runtime's version. */
  readonly system: string;
}

const ENTRIES = 200;
const CYCLES = 50;

export function supportBundle(profile: Profile, { version, system }: BundleSurroundings): string {
  const { settings, store, engineDeps, forwarding } = profile;
  const { accounts, rules, window } = settings.read();
  const calendars = store.calendars();
  const numbers = numbering(accounts, calendars, rules);
  const state = forwarding.state();
  const now = engineDeps.clock.now();
  return `${JSON.stringify(
    {
      format: 1,
      madeAt: new Date(now).toISOString(),
      version,
      system,
      window,
      accounts: accounts.map((account) => accountView(account, calendars, numbers)),
      rules: rules.map((rule) => ruleView(rule, calendars, numbers)),
      blocks: store.blockCounts().map(({ rule, target, live, dismissed, edited }) => ({
        ...{ rule: numbers.of(rule), target: numbers.of(target), live, dismissed, edited },
      })),
      holds: store.holds().map(({ rule, target, reason, keys, state: decision }) => ({
        ...{ rule: numbers.of(rule), target: numbers.of(target), reason },
        ...{ removals: keys.length, state: decision },
      })),
      outstanding: store.openIntents().map(({ kind, intended, at }) => ({
        ...{ kind, target: numbers.of(intended.target), forMs: now - at },
      })),
      health: accountFigures(profile).map(({ account, ...figures }) => ({
        account: numbers.of(account),
        ...figures,
      })),
      cycles: store.lastCycles(CYCLES),
      log: {
        verdict: store.verifyAudit(),
        forwarding: state === null ? null : { waiting: state.waiting, code: state.code },
        last: store.auditBefore(null, ENTRIES).map((entry) => entryView(entry, numbers)),
      },
    },
    null,
    2,
  )}\n`;
}

interface Numbers {
  /** `account 1`, `calendar 3`, `rule 2`; `unknown` for what is connected no more. */
  of(id: string | null): string | null;
}

function numbering(
  accounts: readonly Account[],
  calendars: readonly Calendar[],
  rules: readonly Rule[],
): Numbers {
  const names = new Map<string, string>();
  const number = (kind: string, ids: readonly string[]): void =>
    ids.forEach((id, index) => names.set(id, `${kind} ${index + 1}`));
  number(
    'rule',
    rules.map(({ id }) => id),
  );
  number(
    'calendar',
    calendars.map(({ id }) => id),
  );
  number(
    'account',
    accounts.map(({ id }) => id),
  );
  return { of: (id) => (id === null ? null : (names.get(id) ?? 'unknown')) };
}

function accountView(
  { id, provider, credential }: Account,
  calendars: readonly Calendar[],
  numbers: Numbers,
): object {
  const own = calendars.filter(({ account }) => account === id);
  return {
    account: numbers.of(id),
    provider,
    signIn: credential.kind,
    cloud: credential.kind === 'oauth' ? credential.cloud : null,
    calendars: own.map(({ id: calendar, canRead, canWrite, isDefault }) => ({
      ...{ calendar: numbers.of(calendar), canRead, canWrite, isDefault },
    })),
  };
}

/** No names, no conditions and no masks' words: how many of each, and the switches. */
function ruleView(rule: Rule, calendars: readonly Calendar[], numbers: Numbers): object {
  const { sources, targets } = resolveSelectors(rule, calendars);
  const { options, mask } = rule;
  return {
    rule: numbers.of(rule.id),
    enabled: rule.enabled,
    level: mask.level,
    conditions: rule.conditions !== undefined,
    sources: sources.map((id) => numbers.of(id)),
    targets: targets.map((id) => numbers.of(id)),
    options: {
      ...{ bufferBefore: options.bufferBefore, bufferAfter: options.bufferAfter },
      ...{ roundTo: options.roundTo, allDay: options.allDay, merge: options.merge },
      ...{ onEdit: options.onEdit, onDelete: options.onDelete, showAs: options.showAs },
    },
  };
}

/** An outcome is a word of the program's own, or numbers with such words; anything else is not told. */
function entryView(
  { sequence, at, action, rule, target, outcome, phase, correlation }: AuditEntry,
  numbers: Numbers,
): object {
  // These tell which account it was.
  const own = action.startsWith('account-');
  return {
    ...{ sequence, at, action, phase, correlation },
    ...{ rule: numbers.of(rule), target: numbers.of(target) },
    outcome: own ? numbers.of(outcome) : /^[a-zA-Z]{1,40}( \d+)?$/.test(outcome) ? outcome : '…',
  };
}
