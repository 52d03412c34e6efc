/** One entry of the audit log about a block, as a sentence of an event's history. */
export function deedSentence(action: string, outcome: string, calendar: string): string {
  const where = `“${calendar}”`;
  switch (`${action} ${outcome}`) {
    case 'create written':
      return `A block was written on ${where}.`;
    case 'create found':
      return `The answer about the block on ${where} was lost; it was found there.`;
    case 'update found':
      return `The answer about the change on ${where} was lost; it had arrived.`;
    case 'create notDone':
    case 'update notDone':
    case 'delete notDone':
      return `The answer about a write on ${where} was lost; a look there showed no trace of it.`;
    case 'create exists':
      return `The block on ${where} was already there.`;
    case 'update written':
      return `The block on ${where} was changed.`;
    case 'delete removed':
    case 'delete gone':
      return `The block on ${where} was removed.`;
    case 'update gone':
      return `The block on ${where} was gone, so it counts as removed by you.`;
    case 'update notOurs':
    case 'delete notOurs':
      return `The block on ${where} had become somebody’s own event and was left alone.`;
    case 'update changed':
    case 'delete changed':
      return `The block on ${where} had been edited and is planned again.`;
    default:
      return `A write on ${where} did not succeed (${outcome}); it is tried again.`;
  }
}

/**
 * Whether a write's outcome counts as gone well. Null where it says nothing about it: somebody else was quicker, or the
 * program ended; it is planned again.
 */
export function wentWell(outcome: string): boolean | null {
  return open.includes(outcome) ? null : good.includes(outcome);
}

const open: readonly string[] = ['changed', 'idTaken', 'aborted', 'notDone'];
const good: readonly string[] = ['written', 'exists', 'removed', 'gone', 'notOurs', 'found'];
