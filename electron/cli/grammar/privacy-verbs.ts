import type { Command } from 'commander';
import { erasePrivacy, exportPrivacy, listHosts, type EraseOptions } from '../verbs/privacy.ts';
import type { Leaf, Verb } from './verb.ts';

export function addPrivacyVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const privacy = root
    .command('privacy')
    .description('all that the profile holds: to have it, or to be rid of it');
  leaf(privacy, 'export', 'print everything that is held, without keys and sign-ins').action(
    (_options, command: Command) => verb(exportPrivacy, command),
  );
  leaf(privacy, 'erase', 'remove every block, and then everything that is held on this computer')
    .option('--yes', 'really do it')
    .option('--keep-blocks', 'leave the blocks on their calendars')
    .action((options: EraseOptions, command: Command) =>
      verb((session) => erasePrivacy(session, options), command),
    );
  leaf(privacy, 'hosts', 'list every host that Umbra speaks to, for a firewall').action(
    (_options, command: Command) => verb(listHosts, command),
  );
}
