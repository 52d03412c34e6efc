import { writeFileSync } from 'node:fs';
import { UserError } from '../../../shared/errors/errors.ts';
import { fileReason } from '../../../shared/errors/file-errors.ts';
import { supportBundle } from '../../profile/support-bundle.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { answer, withProfile, type Session } from '../session.ts';

/** Writes the support file, for its owner to read before anybody else does. Never over a file that is there. */
export function bundleVerb(session: Session, file: string): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    const text = supportBundle(profile, {
      version: 'command',
      system: `${process.platform} ${process.arch}, Node ${process.versions.node}`,
    });
    if (file === '-') session.print(text.trimEnd());
    else {
      write(file, text);
      answer(
        session,
        { ok: true, file },
        () =>
          `Written to ${file}. Read it before you give it to anybody: accounts, calendars and rules are only numbers in it, and nothing was sent.`,
      );
    }
    return Promise.resolve(exitCodes.ok);
  });
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new UserError('bundle.unwritable', { file, reason: fileReason(error) });
  }
}
