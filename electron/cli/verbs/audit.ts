import { UserError } from '../../../shared/errors/errors.ts';
import { parseInstant } from '../../../shared/time/instant.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { csvCell } from '../../profile/csv-cell.ts';
import { requireExport } from '../../profile/policy-guard.ts';
import type { Profile } from '../../profile/profile.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { refs } from './plan.ts';

const columns = ['sequence', 'at', 'action', 'outcome', 'rule', 'target', 'key', 'hash'] as const;

/** Prints the audit log, oldest first: one JSON object a line, or CSV with a head. */
export function exportAudit(
  session: Session,
  { format, since }: { readonly format: string; readonly since?: string },
): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    requireExport(profile);
    if (format !== 'ndjson' && format !== 'csv')
      throw new UserError('usage', { reason: `The format is "ndjson" or "csv", not "${format}".` });
    const from = since === undefined ? undefined : parseInstant(since);
    if (from === null)
      throw new UserError('usage', { reason: 'Write --since as 2026-05-04T09:00:00Z.' });
    if (format === 'csv') session.print(columns.join(','));
    const ref = refs(profile);
    for (const entry of profile.store.auditEntries(from)) {
      const view = {
        ...entry,
        at: new Date(entry.at).toISOString(),
        target: entry.target === null ? null : ref(entry.target),
      };
      session.print(
        format === 'csv'
          ? columns.map((column) => csvCell(view[column])).join(',')
          : JSON.stringify(view),
      );
    }
    return Promise.resolve(exitCodes.ok);
  });
}

/** Checks the chain of hashes and names the first entry that does not fit. */
export function verifyAudit(session: Session): Promise<ExitCode> {
  return withProfile(session, ({ store }: Profile) => {
    const broken = store.verifyAudit();
    answer(session, { ok: broken === null, firstBroken: broken }, () =>
      broken === null
        ? 'The audit log is whole.'
        : `The audit log does not fit from entry ${broken} on: it was changed after it was written.`,
    );
    return Promise.resolve(broken === null ? exitCodes.ok : exitCodes.broken);
  });
}
