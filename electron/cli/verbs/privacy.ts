import { UserError } from '../../../shared/errors/errors.ts';
import { networkAllowlist } from '../../profile/network-allowlist.ts';
import { auditExport, exportEverything } from '../../profile/export-everything.ts';
import { eraseProfileFiles } from '../../profile/erase-profile-files.ts';
import type { Profile } from '../../profile/profile.ts';
import { leftBehind } from '../../sync/purge.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { table } from '../table.ts';

/** Prints everything that the profile holds, as one JSON object. */
export function exportPrivacy(session: Session): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    session.print(exportEverything(profile, 'command'));
    auditExport(profile, 'data');
    return Promise.resolve(exitCodes.ok);
  });
}

export interface EraseOptions {
  readonly yes?: boolean;
  readonly keepBlocks?: boolean;
}

/**
 * Erases the profile from this computer, and before that every block it ever wrote. Where a block could not be removed,
 * nothing is erased.
 */
export async function erasePrivacy(session: Session, options: EraseOptions): Promise<ExitCode> {
  if (options.yes !== true) throw new UserError('erase.unconfirmed');
  const before = await lastDeeds(session, options.keepBlocks === true);
  if (before.left > 0) {
    answer(
      session,
      { ok: false, erased: false, ...before },
      () =>
        `${before.left} blocks could not be removed, so nothing was erased; run it again when their accounts can be reached, or leave the blocks with --keep-blocks.`,
    );
    return exitCodes.incomplete;
  }
  // What starts the usual profile at login is no part of one that was named.
  if (!session.profileGiven) await session.removeAutostart();
  const strangers = eraseProfileFiles(session.directory, { withWindow: true });
  answer(session, { ok: true, erased: true, ...before, strangers }, () =>
    [
      options.keepBlocks === true
        ? 'Erased. The blocks stay on their calendars.'
        : `Erased, with ${before.removed} blocks.`,
      ...(before.signIns > 0 ? [SIGN_INS] : []),
      ...(strangers.length > 0
        ? [`Not Umbra's, and left alone: ${strangers.join(', ')} in ${session.directory}.`]
        : []),
    ].join('\n'),
  );
  return exitCodes.ok;
}

const SIGN_INS =
  'Your sign-ins are gone from this computer. To withdraw the permission itself: myaccount.google.com/connections, myapplications.microsoft.com.';

interface LastDeeds {
  readonly removed: number;
  readonly left: number;
  readonly signIns: number;
}

/** A profile that can't be read any more can be erased all the same, but not while another program has it. */
async function lastDeeds(session: Session, keepBlocks: boolean): Promise<LastDeeds> {
  try {
    return await withProfile(session, (profile) =>
      removeBlocks(profile, keepBlocks, session.signal),
    );
  } catch (error) {
    const unreadable =
      error instanceof UserError &&
      error.code !== 'store.busy' &&
      /^(store|settings|vault)\./.test(error.code);
    if (keepBlocks && unreadable) return { removed: 0, left: 0, signIns: 0 };
    throw error;
  }
}

async function removeBlocks(
  { settings, engine }: Profile,
  keepBlocks: boolean,
  signal: AbortSignal,
): Promise<LastDeeds> {
  const { rules } = settings.read();
  const signIns = settings
    .reachable()
    .filter(({ credential }) => credential.kind === 'oauth').length;
  if (keepBlocks) return { removed: 0, left: 0, signIns };
  settings.saveRules(rules.map((rule) => ({ ...rule, enabled: false })));
  settings.saveManualBlocks([]);
  const purged = await engine.purge({ anyVault: false }, signal);
  return { removed: purged.removed, left: leftBehind(purged), signIns };
}

/** Every host that Umbra ever speaks to, for those who guard a network. */
export function listHosts(session: Session): Promise<ExitCode> {
  answer(session, { ok: true, hosts: networkAllowlist }, () =>
    table(
      ['Host', 'Port', 'For', 'What goes there'],
      networkAllowlist.map(({ host, port, service, purpose }) => [host, port, service, purpose]),
    ),
  );
  return Promise.resolve(exitCodes.ok);
}
