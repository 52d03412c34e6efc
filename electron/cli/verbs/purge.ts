import { UserError } from '../../../shared/errors/errors.ts';
import { resolveSelectors } from '../../../shared/rules/selectors.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { problemsOf } from '../../profile/failure-words.ts';
import { requestsByLabel } from '../requests-by-label.ts';
import { leftSentence } from '../../profile/left-words.ts';
import type { Profile } from '../../profile/profile.ts';
import { answer, withProfile, type Session } from '../session.ts';

/**
 * Removes every block by its marker. The user's own rules are switched off and blocks set by hand forgotten first, so that
 * the next sync does not write them again; an organisation's rules can't be, and are named.
 */
export function purgeVerb(
  session: Session,
  { yes, anyVault }: { readonly yes?: boolean; readonly anyVault?: boolean },
): Promise<ExitCode> {
  return withProfile(session, async (profile) => {
    if (yes !== true) throw new UserError('purge.unconfirmed');
    const { settings, engine, providers, store } = profile;
    const accounts = settings.reachable();
    settings.saveRules(settings.read().rules.map((rule) => ({ ...rule, enabled: false })));
    settings.saveManualBlocks([]);
    const report = await engine.purge({ anyVault: anyVault === true }, session.signal);
    const problems = problemsOf(accounts, store.calendars(), report.failures);
    const view = {
      ok: report.ok,
      removed: report.removed,
      foreign: report.foreign,
      failed: report.failed,
      left: report.left.map(({ calendar, blocks, reason }) => ({ calendar, blocks, reason })),
      rulesOn: rulesStillOn(profile),
      problems,
      requests: requestsByLabel(accounts, providers.ledger),
    };
    answer(session, view, () =>
      [
        `Removed ${report.removed} blocks. Your rules are off now.`,
        ...view.rulesOn.map(
          (id) =>
            `Your organisation’s rule “${id}” stays on: the next sync writes its blocks again.`,
        ),
        ...(report.foreign > 0
          ? [
              `${report.foreign} blocks of another vault were left alone; --any-vault removes them too.`,
            ]
          : []),
        ...(report.failed > 0
          ? [`${report.failed} blocks could not be removed; run it again.`]
          : []),
        ...report.left.map(leftSentence),
        ...problems.map(({ message }) => message),
      ].join('\n'),
    );
    return report.ok ? exitCodes.ok : exitCodes.incomplete;
  });
}

/** The rules that still cast blocks: only an administrator can switch them off. */
function rulesStillOn(profile: Profile): readonly string[] {
  const calendars = profile.store.calendars();
  return profile
    .rulesInForce()
    .filter((rule) => rule.enabled)
    .filter((rule) => {
      const { sources, targets } = resolveSelectors(rule, calendars);
      return sources.length > 0 && targets.length > 0;
    })
    .map(({ id }) => id);
}
