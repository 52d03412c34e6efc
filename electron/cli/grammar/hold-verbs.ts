import type { Command } from 'commander';
import { decideHold, listHolds } from '../verbs/holds.ts';
import type { Leaf, Verb } from './verb.ts';

export function addHoldVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const holds = root.command('holds').description('removals that a safety brake keeps waiting');
  leaf(holds, 'list', 'show them').action((_options, command: Command) => verb(listHolds, command));
  leaf(holds, 'approve <hold>', 'let them go with the next sync').action(
    (id: string, _options, command: Command) =>
      verb((session) => decideHold(session, id, 'approved'), command),
  );
  leaf(holds, 'reject <hold>', 'keep these blocks').action(
    (id: string, _options, command: Command) =>
      verb((session) => decideHold(session, id, 'rejected'), command),
  );
}
