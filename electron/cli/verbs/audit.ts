import { createReadStream, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { createInterface } from 'node:readline';
import { UserError } from '../../../shared/errors/errors.ts';
import { parseInstant } from '../../../shared/time/instant.ts';
import { auditFaultSentence, auditProofLimit } from '../../../shared/view/audit-words.ts';
import { auditFormats, auditLines } from '../../profile/audit-text.ts';
import { requireExport } from '../../profile/policy-guard.ts';
import type { Profile } from '../../profile/profile.ts';
import { verifyLines } from '../../store/audit/audit-line.ts';
import type { ForwardingState } from '../../store/audit/forwarding.ts';
import { auditSetting } from '../../profile/audit-setting.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { answer, withProfile, type Session } from '../session.ts';

/** Prints the audit log, oldest first: one JSON object a line, CSV with a head, or one JSON array. */
export function exportAudit(
  session: Session,
  options: { readonly format: string; readonly since?: string },
): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    requireExport(profile);
    const format = auditFormats.find((one) => one === options.format);
    if (format === undefined)
      throw new UserError('usage', {
        reason: `The format is "ndjson", "csv" or "json", not "${options.format}".`,
      });
    const since = options.since === undefined ? undefined : parseInstant(options.since);
    if (since === null)
      throw new UserError('usage', { reason: 'Write --since as 2026-05-04T09:00:00Z.' });
    for (const line of auditLines(profile, format, since)) session.print(line);
    return Promise.resolve(exitCodes.ok);
  });
}

/** Checks the log, or lines that were exported or forwarded, and names the first entry that does not fit. */
export function verifyAudit(session: Session, file?: string): Promise<ExitCode> {
  return file === undefined ? verifyLog(session) : verifyFile(session, file);
}

function verifyLog(session: Session): Promise<ExitCode> {
  return withProfile(session, ({ store }: Profile) => {
    const { fault, entries, from, segments } = store.verifyAudit();
    const view = { ok: fault === null, firstBroken: fault?.sequence ?? null, fault };
    answer(session, { ...view, entries, from, segments }, () =>
      fault === null
        ? `The audit log is whole: ${entries} entries from #${from}, ${segments} sealed segments. ${auditProofLimit}`
        : auditFaultSentence(fault.reason, fault.sequence),
    );
    return Promise.resolve(fault === null ? exitCodes.ok : exitCodes.broken);
  });
}

async function verifyFile(session: Session, file: string): Promise<ExitCode> {
  if (!isFile(file)) throw new UserError('audit.noFile', { file });
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') }))
    lines.push(line);
  const verdict = verifyLines(lines);
  const { firstBad } = verdict;
  answer(session, { ok: firstBad === null, ...verdict }, () =>
    firstBad === null
      ? `All ${verdict.lines} lines follow from one another.`
      : `Line ${firstBad.line} does not follow from the one before it${
          firstBad.sequence === null ? '' : ` (entry #${firstBad.sequence})`
        }.`,
  );
  return firstBad === null ? exitCodes.ok : exitCodes.broken;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** Sets, ends or shows the forwarding of the log to a file. */
export function forwardAudit(
  session: Session,
  { file, off }: { readonly file: string | undefined; readonly off: boolean },
): Promise<ExitCode> {
  return withProfile(session, async (profile) => {
    if (file !== undefined || off) {
      if (profile.recordTerms().managed.forwarding) throw new UserError('audit.managed');
      if (file !== undefined) requireExport(profile);
      if (file !== undefined && !isAbsolute(file))
        throw new UserError('usage', { reason: 'Give the file with its whole path.' });
      profile.settings.saveAuditForwardFile(file ?? null);
      auditSetting(profile, 'auditForwardFile');
    }
    await profile.forwarding.forward();
    const state = profile.forwarding.state();
    answer(session, { ok: state?.code == null, forwarding: state }, () => wordsOf(state));
    return state?.code == null ? exitCodes.ok : exitCodes.incomplete;
  });
}

function wordsOf(state: ForwardingState | null): string {
  if (state === null) return 'The audit log is not forwarded.';
  if (state.code === null)
    return `The audit log is forwarded to ${state.file}; all of it is there.`;
  return `${state.file} can't be written (${state.code}). ${state.waiting} entries wait; nothing is lost, and nothing else waits for them.`;
}
