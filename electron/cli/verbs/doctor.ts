import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { problemOf } from '../../profile/failure-words.ts';
import { pausedRules } from '../../profile/paused-rules.ts';
import { stoppedRules, whyStopped } from '../../profile/stopped-rules.ts';
import { databaseFile } from '../../profile/open-database.ts';
import type { Profile } from '../../profile/profile.ts';
import { listCalendars } from '../../sync/list-calendars.ts';
import { meansDomain } from '../../../shared/rules/domain-selectors.ts';
import { selectorProblems } from '../../../shared/rules/selectors.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { table } from '../table.ts';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Looks at everything a sync depends on, and names what is wrong with it and what mends it. Writes nothing. */
export function doctorVerb(session: Session): Promise<ExitCode> {
  return withProfile(session, async (profile) => {
    const { settings, store, engineDeps, providers } = profile;
    const { accounts, zone } = settings.read();
    const checks: Check[] = [
      {
        name: 'Runtime',
        ok: Number(process.versions.node.split('.')[0]) >= 24,
        detail: `Node ${process.versions.node}`,
      },
      privacy('Settings file', join(session.directory, 'settings.json')),
      privacy('Vault file', join(session.directory, 'vault.json')),
      privacy('Database', databaseFile(session.directory)),
      { name: 'Audit log', ok: store.verifyAudit().fault === null, detail: 'hashes and seals' },
      ...policyChecks(profile),
      ...leavingChecks(profile),
      { name: 'Time zone', ok: true, detail: zone ?? session.surroundings.systemZone() },
      {
        name: 'Outstanding writes',
        ok: store.openIntents().length === 0,
        detail: String(store.openIntents().length),
      },
    ];
    for (const { account, failure } of await listCalendars(engineDeps, session.signal, true)) {
      const known = accounts.find(({ id }) => id === account);
      if (known === undefined) continue;
      const skew = providers.clockSkewMs(account);
      checks.push({
        name: `Account ${known.label}`,
        ok: failure === null,
        detail:
          failure === null
            ? `answers; clocks differ by ${Math.round(Math.abs(skew ?? 0) / 1000)} s`
            : problemOf(known, null, failure).message,
      });
    }
    checks.push(...ruleChecks(profile));
    const ok = checks.every((check) => check.ok);
    answer(session, { ok, checks }, () =>
      table(
        ['', 'Check', 'Detail'],
        checks.map((check) => [check.ok ? 'ok' : 'NO', check.name, check.detail]),
      ),
    );
    return ok ? exitCodes.ok : exitCodes.broken;
  });
}

function ruleChecks(profile: Profile): readonly Check[] {
  const stopped = stoppedRules(profile);
  const paused = pausedRules(profile);
  const calendars = profile.store.calendars();
  return profile.rulesInForce().map((rule): Check => {
    const [problem] = selectorProblems(rule, calendars);
    const name = `Rule ${rule.id}`;
    // Only a rule of the organisation still names domains: it means nothing for this person, and nothing is wrong.
    if (problem !== undefined && [...rule.sources, ...rule.targets].some(meansDomain))
      return { name, ok: true, detail: 'not for this person' };
    return {
      name,
      ok: problem === undefined && !paused.has(rule.id) && !stopped.has(rule.id),
      detail:
        problem?.reason ??
        paused.get(rule.id) ??
        stopped.get(rule.id)?.reasons[0] ??
        (rule.enabled ? 'on' : 'off'),
    };
  });
}

/** What administrators left is understood, and stops no account. */
function policyChecks(profile: Profile): readonly Check[] {
  const { entries, obstacles, warnings } = profile.policy.current();
  const unknown = entries.filter(({ status }) => status === 'unknown');
  const { accounts } = profile.settings.read();
  const [first] = [...obstacles, ...warnings];
  return [
    {
      name: 'Managed policy',
      ok: obstacles.length === 0,
      detail:
        first ??
        (entries.length === 0
          ? 'nothing is managed'
          : `${entries.length} values, ${unknown.length} of them unknown`),
    },
    ...[...whyStopped(profile)].map(([id, reason]) => ({
      name: `Account ${accounts.find((one) => one.id === id)?.label ?? id}`,
      ok: false,
      detail: reason,
    })),
  ];
}

function leavingChecks({ settings }: Profile): readonly Check[] {
  return settings.read().leaving.map(({ label }) => ({
    name: `Account ${label}`,
    ok: false,
    detail: 'is being removed, and some of its blocks are still there',
  }));
}

/** Files that nobody else may read; on Windows the profile folder's own protection counts. */
function privacy(name: string, file: string): Check {
  if (!existsSync(file)) return { name, ok: true, detail: 'not there yet' };
  const open = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
  return { name, ok: !open, detail: open ? 'others may read it: run chmod 600 on it' : 'private' };
}
