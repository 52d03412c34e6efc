import { UserError } from '../../shared/errors/errors.ts';
import { auditLines, type AuditFormat } from '../profile/audit-text.ts';
import type { RunningApp } from './running-app.ts';

/** The audit log as a file. Throws `export.forbidden`. */
export function auditText({ profile }: RunningApp, format: AuditFormat): string {
  if (profile.recordTerms().exportForbidden) throw new UserError('export.forbidden');
  return `${[...auditLines(profile, format)].join('\n')}\n`;
}
