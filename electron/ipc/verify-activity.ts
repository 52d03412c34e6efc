import type { z } from 'zod';
import type { activityCalls } from '../../shared/ipc/activity.ts';
import { auditFaultSentence } from '../../shared/view/audit-words.ts';
import type { RunningApp } from './running-app.ts';

/** What the log says about itself, with the first entry that does not fit in a sentence. */
export function verifyActivity({
  profile,
}: RunningApp): z.output<(typeof activityCalls)['verifyActivity']['output']> {
  const { fault, entries, from, segments } = profile.store.verifyAudit();
  return {
    fault:
      fault === null
        ? null
        : { sequence: fault.sequence, sentence: auditFaultSentence(fault.reason, fault.sequence) },
    entries,
    from,
    segments,
  };
}
