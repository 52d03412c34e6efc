import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { table } from '../table.ts';
import { holdViews } from './holds.ts';
import { refs } from './plan.ts';

/** How things stand, from what the profile holds: asks no provider. */
export function statusVerb(session: Session): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    const { store, settings } = profile;
    const { accounts, rules } = settings.read();
    const ref = refs(profile);
    const counts = store.blockCounts();
    const cycles = store.lastCycles(1000);
    const calendars = store.calendars().map((calendar) => {
      const own = counts.filter(({ target }) => target === calendar.id);
      const sum = (field: 'live' | 'dismissed' | 'edited'): number =>
        own.reduce((total, count) => total + count[field], 0);
      return {
        id: calendar.ref,
        events: store.eventCount(calendar.id),
        blocks: sum('live'),
        dismissed: sum('dismissed'),
        edited: sum('edited'),
        lastRead: isoOrNull(store.cursor(calendar.id)?.at ?? null),
        available: calendar.canRead,
      };
    });
    const holds = holdViews(profile).map(
      ({ id, rule, target, reason, removals, state, since }) => ({
        id,
        rule,
        target,
        reason,
        removals,
        state,
        since,
      }),
    );
    const view = {
      ok: true,
      accounts: accounts.length,
      rules: { total: rules.length, enabled: rules.filter(({ enabled }) => enabled).length },
      calendars,
      holds,
      outstanding: store
        .openIntents()
        .map(({ kind, intended }) => ({ kind, target: ref(intended.target) })),
      lastSync: isoOrNull(store.lastCycleAt()),
      successRate:
        cycles.length === 0 ? null : cycles.filter(({ ok }) => ok).length / cycles.length,
    };
    answer(session, view, () =>
      [
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
        `Last sync: ${view.lastSync ?? 'never'}. ${view.rules.enabled} of ${view.rules.total} rules are on.`,
        ...(holds.length === 0
          ? []
          : [`${holds.length} groups of removals wait for you: see "umbra holds list".`]),
        ...(view.outstanding.length === 0
          ? []
          : [
              `${view.outstanding.length} writes are outstanding: the next sync goes on with them.`,
            ]),
      ].join('\n'),
    );
    return Promise.resolve(exitCodes.ok);
  });
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
