import type { ItemDetails } from '../../shared/ipc/calendar.ts';
import type { BlockRecord } from '../../shared/model/block-record.ts';
import { deedSentence } from '../../shared/view/deed-sentence.ts';
import { refsOf } from '../profile/calendar-names.ts';
import type { RunningApp } from './running-app.ts';

const LONGEST = 50;

/** What was done to some blocks, from the audit log, newest first. */
export function historyOf(
  app: RunningApp,
  records: readonly BlockRecord[],
): ItemDetails['history'] {
  const ref = refsOf(app.profile);
  return records
    .flatMap(({ key }) => app.profile.store.auditOf(key, 2 * LONGEST))
    .filter(({ phase }) => phase !== 'intent')
    .sort((a, b) => b.sequence - a.sequence)
    .slice(0, LONGEST)
    .map(({ at, action, outcome, target }) => ({
      at,
      sentence: deedSentence(action, outcome, ref(target ?? '')),
    }));
}
