import type { SettingsDocument } from '../store/settings.ts';

/**
 * What an organisation's policy says about records, to be fed in by whoever reads the policy; null and false leave it to
 * the person (policies AuditRetentionDays, AuditForwardPath, DisableExport).
 */
export interface RecordPolicy {
  readonly auditRetentionDays: number | null;
  readonly auditForwardFile: string | null;
  readonly exportForbidden: boolean;
}

export const noRecordPolicy: RecordPolicy = {
  auditRetentionDays: null,
  auditForwardFile: null,
  exportForbidden: false,
};

/** What holds for the records of this profile: policy before settings. */
export interface RecordTerms {
  readonly auditRetentionDays: number;
  readonly auditForwardFile: string | null;
  readonly exportForbidden: boolean;
  /** Which of them policy has decided. */
  readonly managed: { readonly retention: boolean; readonly forwarding: boolean };
}

export function recordTerms(
  { auditRetentionDays, auditForwardFile }: SettingsDocument,
  policy: RecordPolicy,
): RecordTerms {
  return {
    auditRetentionDays: policy.auditRetentionDays ?? auditRetentionDays,
    auditForwardFile: policy.auditForwardFile ?? auditForwardFile,
    exportForbidden: policy.exportForbidden,
    managed: {
      retention: policy.auditRetentionDays !== null,
      forwarding: policy.auditForwardFile !== null,
    },
  };
}
