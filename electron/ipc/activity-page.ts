import type { z } from 'zod';
import type { activityCalls, ActivityEntry } from '../../shared/ipc/activity.ts';
import type { AuditEntry } from '../ports/store.ts';
import { refsOf } from '../profile/calendar-names.ts';
import type { RunningApp } from './running-app.ts';

type Wish = z.output<(typeof activityCalls)['activity']['input']>;
type Page = z.output<(typeof activityCalls)['activity']['output']>;

const BATCH = 500;

/** One page of the audit log, newest first: entries that a filter lets through, and whether there are more of them. */
export function activityPage(
  app: RunningApp,
  { before, limit, text, action, intents }: Wish,
): Page {
  const ref = refsOf(app.profile);
  const words = text.trim().toLowerCase();
  const wanted = (entry: AuditEntry): boolean =>
    (intents || entry.phase !== 'intent') &&
    (action === null || entry.action === action) &&
    (words === '' || meets(entry, words, ref));
  const found: ActivityEntry[] = [];
  for (let from = before; ;) {
    const batch = app.profile.store.auditBefore(from, BATCH);
    for (const entry of batch) {
      if (!wanted(entry)) continue;
      if (found.length === limit) return { entries: found, more: true };
      found.push(viewOf(entry));
    }
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return { entries: found, more: false };
    from = last.sequence;
  }
}

function meets(
  { action, outcome, rule, target }: AuditEntry,
  words: string,
  ref: (key: string) => string,
): boolean {
  const texts = [action, outcome, rule ?? '', target === null ? '' : ref(target)];
  return texts.some((one) => one.toLowerCase().includes(words));
}

function viewOf(entry: AuditEntry): ActivityEntry {
  const { sequence, at, action, rule, target, outcome, phase = 'result', by = null } = entry;
  return { sequence, at, action, rule, target, outcome, phase, by };
}
