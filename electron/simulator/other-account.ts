import type { Fault } from './cloud.ts';
import type { World, WorldAccount } from './world/types.ts';

/** Whose calendars an answer shows: the caller's, or, by the fault `otherAccount`, those of the next one of the cloud. */
export function shownAccount(
  world: Pick<World, 'accounts'>,
  account: WorldAccount,
  fault: Fault | null,
): WorldAccount {
  if (fault?.kind !== 'otherAccount') return account;
  const all = world.accounts().filter(({ cloud }) => cloud === account.cloud);
  const at = all.findIndex(({ email }) => email === account.email);
  return all[(at + 1) % all.length] ?? account;
}
