import { auditLines, type AuditFormat } from '../profile/audit-text.ts';
import { requireExport } from '../profile/policy-guard.ts';
import type { RunningApp } from './running-app.ts';

/** The audit log as a file. Throws where policy forbids exports. */
export function auditText({ profile }: RunningApp, format: AuditFormat): string {
  requireExport(profile);
  return `${[...auditLines(profile, format)].join('\n')}\n`;
}
