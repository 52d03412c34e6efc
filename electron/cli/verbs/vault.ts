import { readFileSync } from 'node:fs';
import { UserError } from '../../../shared/errors/errors.ts';
import { decodeText } from '../../profile/decode-text.ts';
import { handOver, takeOver, vaultFrom, vaultText } from '../../profile/second-device.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { answer, withProfile, type Session } from '../session.ts';

/** Prints the vault under a passphrase, for a second device of the same person. */
export function exportVault(session: Session): Promise<ExitCode> {
  return withProfile(session, async (profile) => {
    const text = await vaultText(profile, passphraseOf(session), session.surroundings.random);
    answer(session, { ok: true, text }, () => text.trimEnd());
    return exitCodes.ok;
  });
}

/** Takes over the vault of a first device. */
export function importVault(session: Session, file: string): Promise<ExitCode> {
  return withProfile(session, async (profile) => {
    const vault = await vaultFrom(textOf(file), passphraseOf(session));
    handOver(profile, vault);
    takeOver(session.directory, vault);
    answer(
      session,
      { ok: true },
      () => "This device knows the first one's blocks as its own from now on.",
    );
    return exitCodes.ok;
  });
}

function passphraseOf({ surroundings }: Session): string {
  const passphrase = surroundings.environment['UMBRA_PASSPHRASE'] ?? '';
  if (passphrase === '') throw new UserError('vault.noPassphrase');
  return passphrase;
}

function textOf(file: string): string {
  try {
    return decodeText(readFileSync(file === '-' ? 0 : file));
  } catch {
    throw new UserError('vault.noFile', { file });
  }
}
