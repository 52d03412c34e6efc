import type { Calendar } from '../../../shared/model/calendar.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { refsOf } from '../../profile/calendar-names.ts';
import type { Profile } from '../../profile/profile.ts';
import { accountFigures } from '../../profile/health-figures.ts';
import { goals, missedSentence } from '../../../shared/view/goals.ts';
import { pausedRules } from '../../profile/paused-rules.ts';
import { stoppedRules, whyStopped } from '../../profile/stopped-rules.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { table } from '../table.ts';
import { holdViews } from './holds.ts';

/** How things stand, from what the profile holds: asks no provider. */
export function statusVerb(session: Session): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    const view = statusOf(profile);
    answer(session, view, () => wordsOf(view));
    return Promise.resolve(exitCodes.ok);
  });
}

type StatusView = ReturnType<typeof statusOf>;

function statusOf(profile: Profile) {
  const { store, settings } = profile;
  const { accounts } = settings.read();
  const rules = profile.rulesInForce();
  const { entries, obstacles, warnings } = profile.policy.current();
  const stopped = whyStopped(profile);
  const ref = refsOf(profile);
  const labels = new Map<string, string>(accounts.map(({ id, label }) => [id, label]));
  const figures = accountFigures(profile);
  const cycles = store.lastCycles(1000);
  return {
    ok: obstacles.length === 0,
    policy: {
      set: entries.filter(({ status }) => status === 'applied').length,
      obstacles,
      warnings,
      stoppedAccounts: accounts.flatMap(({ id, label }) =>
        stopped.has(id) ? [{ account: label, reason: stopped.get(id) ?? '' }] : [],
      ),
      stoppedRules: [...stoppedRules(profile)].map(([rule, stop]) => ({ rule, ...stop })),
    },
    accounts: accounts.length,
    leaving: settings.read().leaving.map(({ label }) => label),
    rules: {
      total: rules.length,
      enabled: rules.filter(({ enabled }) => enabled).length,
      paused: [...pausedRules(profile)].map(([rule, reason]) => ({ rule, reason })),
    },
    calendars: store.calendars().map((calendar) => calendarStatus(profile, calendar)),
    holds: holdViews(profile).map(({ hold, ...view }) => ({ ...view, removals: hold.keys.length })),
    outstanding: store
      .openIntents()
      .map(({ kind, intended }) => ({ kind, target: ref(intended.target) })),
    audit: {
      retentionDays: profile.recordTerms().auditRetentionDays,
      forwarding: profile.forwarding.state(),
    },
    lastSync: isoOrNull(store.lastCycleAt()),
    goals,
    health: figures.map(({ days, ...own }) => ({
      ...own,
      account: labels.get(own.account) ?? own.account,
      days: days.map(({ day, ...rest }) => ({
        day: new Date(day).toISOString().slice(0, 10),
        ...rest,
      })),
    })),
    successRate: cycles.length === 0 ? null : cycles.filter(({ ok }) => ok).length / cycles.length,
  };
}

function calendarStatus({ store }: Profile, { id, ref, canRead }: Calendar) {
  const own = store.blockCounts().filter(({ target }) => target === id);
  const sum = (field: 'live' | 'dismissed' | 'edited'): number =>
    own.reduce((total, count) => total + count[field], 0);
  return {
    id: ref,
    events: store.eventCount(id),
    blocks: sum('live'),
    dismissed: sum('dismissed'),
    edited: sum('edited'),
    lastRead: isoOrNull(store.cursor(id)?.at ?? null),
    available: canRead,
  };
}

function wordsOf(view: StatusView): string {
  const { audit, calendars, health, holds, lastSync, outstanding, rules, policy } = view;
  return [
    table(
      ['Calendar', 'Events', 'Blocks', 'Dismissed', 'Last read'],
      calendars.map(({ id, events, blocks, dismissed, lastRead }) => [
        id,
        events,
        blocks,
        dismissed,
        lastRead?.slice(0, 16) ?? 'never',
      ]),
    ),
    `Last sync: ${lastSync ?? 'never'}. ${rules.enabled} of ${rules.total} rules are on.`,
    ...rules.paused.map(({ rule, reason }) => `Rule "${rule}" is paused. ${reason}`),
    ...view.leaving.map((label) => `"${label}" is being removed: each sync tries again.`),
    ...policy.obstacles.map(
      (one) => `A policy can't be understood, so nothing is synchronised: ${one}`,
    ),
    ...policy.stoppedAccounts.map(({ account, reason }) => `"${account}" is stopped. ${reason}`),
    ...policy.stoppedRules.flatMap(({ rule, reasons }) =>
      reasons.map((reason) => `Rule "${rule}": ${reason}`),
    ),
    ...(holds.length === 0
      ? []
      : [`${holds.length} groups of removals wait for you: see "umbra holds list".`]),
    ...(outstanding.length === 0
      ? []
      : [`${outstanding.length} writes are outstanding: the next sync goes on with them.`]),
    ...health.flatMap(({ account, missed }) => missed.map((goal) => missedSentence(goal, account))),
    ...(audit.forwarding?.code == null
      ? []
      : [
          `The audit log can't be forwarded (${audit.forwarding.code}): ${audit.forwarding.waiting} entries wait.`,
        ]),
  ].join('\n');
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
