import { UserError } from '../../../shared/errors/errors.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { problemsOf } from '../../profile/failure-words.ts';
import { requestsByLabel } from '../requests-by-label.ts';
import { leftSentence } from '../../profile/left-words.ts';
import { answer, withProfile, type Session } from '../session.ts';

/** Removes every block by its marker. Rules are switched off and blocks set by hand forgotten first, so that the next sync does not write them again. */
export function purgeVerb(
  session: Session,
  { yes, anyVault }: { readonly yes?: boolean; readonly anyVault?: boolean },
): Promise<ExitCode> {
  return withProfile(session, async (profile) => {
    if (yes !== true) throw new UserError('purge.unconfirmed');
    const { settings, engine, providers, store } = profile;
    const { accounts, rules } = settings.read();
    settings.saveRules(rules.map((rule) => ({ ...rule, enabled: false })));
    settings.saveManualBlocks([]);
    const report = await engine.purge({ anyVault: anyVault === true }, session.signal);
    const problems = problemsOf(accounts, store.calendars(), report.failures);
    const view = {
      ok: report.ok,
      removed: report.removed,
      foreign: report.foreign,
      failed: report.failed,
      left: report.left.map(({ calendar, blocks, reason }) => ({ calendar, blocks, reason })),
      problems,
      requests: requestsByLabel(accounts, providers.ledger),
    };
    answer(session, view, () =>
      [
        `Removed ${report.removed} blocks. All rules are off now.`,
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
