/** What `audit verify` and the activity page say of the first entry that does not fit. */
const words: Readonly<Record<AuditFaultReason, string>> = {
  changed: 'Entry {n} does not follow from the one before it: one of the two was changed.',
  rewritten: 'Entries from {n} on were rewritten: they do not fit the seal over them.',
  missing: 'Entry {n} is missing.',
  added: 'Entry {n} was added from outside.',
  moved: 'Entry {n} is not in its place.',
  cut: 'The log was cut off before entry {n}.',
  seal: 'The seal over the entries up to {n} was not made with the key of this vault.',
};

export type AuditFaultReason =
  'changed' | 'rewritten' | 'missing' | 'added' | 'moved' | 'cut' | 'seal';

export function auditFaultSentence(reason: AuditFaultReason, sequence: number): string {
  return words[reason].replace('{n}', `#${sequence}`);
}

/** How far the proof reaches: said wherever it is offered. */
export const auditProofLimit =
  'Whoever rules this computer can rewrite the whole log. Only what is forwarded to another system is beyond their reach.';
