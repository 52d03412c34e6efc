import type { ManagedPolicy } from '../../shared/policy/resolve.ts';
import type { SettingsDocument } from '../store/settings.ts';

/** What holds for the records of this profile: policy before settings. */
export interface RecordTerms {
  readonly auditRetentionDays: number;
  readonly auditForwardFile: string | null;
  /** Which of them policy has decided. */
  readonly managed: { readonly retention: boolean; readonly forwarding: boolean };
}

/** `chosen`: the settings that the person ever touched; until then a recommendation holds. */
export function recordTerms(
  kept: Pick<SettingsDocument, 'auditRetentionDays' | 'auditForwardFile'>,
  { mandatory, recommended }: Pick<ManagedPolicy, 'mandatory' | 'recommended'>,
  chosen: ReadonlySet<string>,
): RecordTerms {
  const own = chosen.has('auditRetentionDays')
    ? kept.auditRetentionDays
    : (recommended.AuditRetentionDays ?? kept.auditRetentionDays);
  return {
    auditRetentionDays: mandatory.AuditRetentionDays ?? own,
    // The person's own file would be an export that nobody asked for.
    auditForwardFile:
      mandatory.AuditForwardPath ??
      (mandatory.DisableExport === true ? null : kept.auditForwardFile),
    managed: {
      retention: mandatory.AuditRetentionDays !== undefined,
      forwarding: mandatory.AuditForwardPath !== undefined,
    },
  };
}
