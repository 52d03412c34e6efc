import { createHash } from 'node:crypto';
import { UserError } from '../../shared/errors/errors.ts';
import type { Hold } from '../../shared/model/hold.ts';

/**
 * A hold as it is shown, under the name that its target goes by there: `<rule>@<target>#<digest of its removals>`. Each cycle
 * may add to them, and nobody is to approve what nobody showed (SPEC P25).
 */
export function holdId({ rule, keys }: Hold, target: string): string {
  const digest = createHash('sha256')
    .update([...keys].sort().join('\n'))
    .digest('hex');
  return `${rule ?? 'marker'}@${target}#${digest.slice(0, 12)}`;
}

/** The hold that was shown under an id. Throws `hold.unknown`, or `hold.changed` where its removals are others by now. */
export function holdShown(
  holds: readonly Hold[],
  id: string,
  nameOf: (target: Hold['target']) => string,
): Hold {
  const found = holds.find((hold) => holdId(hold, nameOf(hold.target)) === id);
  if (found !== undefined) return found;
  const changed = holds.some((hold) => place(holdId(hold, nameOf(hold.target))) === place(id));
  throw new UserError(changed ? 'hold.changed' : 'hold.unknown', { hold: place(id) });
}

function place(id: string): string {
  const end = id.lastIndexOf('#');
  return end === -1 ? id : id.slice(0, end);
}
