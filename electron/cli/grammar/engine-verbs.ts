import { Option, type Command } from 'commander';
import { demoVerb } from '../demo/demo.ts';
import { bundleVerb } from '../verbs/bundle.ts';
import { doctorVerb } from '../verbs/doctor.ts';
import { planVerb } from '../verbs/plan.ts';
import { purgeVerb } from '../verbs/purge.ts';
import { statusVerb } from '../verbs/status.ts';
import { syncVerb } from '../verbs/sync.ts';
import type { Leaf, Verb } from './verb.ts';

export function addEngineVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  leaf(root, 'demo', 'run the whole program on simulated clouds, and check every promise').action(
    (_options, command: Command) => verb(demoVerb, command),
  );
  leaf(root, 'sync', 'read what changed and bring every block into its place')
    .addOption(new Option('--once', 'one cycle, then end (the default)').conflicts('watch'))
    .option('--watch', 'go on until Ctrl-C')
    .action((options: { watch?: boolean }, command: Command) =>
      verb((session) => syncVerb(session, options), command),
    );
  leaf(root, 'plan', 'show what a sync would write; writes nothing').action(
    (_options, command: Command) => verb(planVerb, command),
  );
  leaf(root, 'status', 'show how things stand; asks no provider').action(
    (_options, command: Command) => verb(statusVerb, command),
  );
  leaf(root, 'doctor', 'check everything a sync depends on')
    .option('--bundle <file>', 'write a file for somebody who helps you instead ("-" prints it)')
    .action((options: { bundle?: string }, command: Command) =>
      verb(
        (session) =>
          options.bundle === undefined ? doctorVerb(session) : bundleVerb(session, options.bundle),
        command,
      ),
    );
  leaf(root, 'purge', 'remove every block ever written, by its marker')
    .option('--yes', 'really do it')
    .option('--any-vault', 'also blocks of other vaults: for a profile whose vault is lost')
    .addHelpText(
      'after',
      '\nExits with 3 where a block is left: each calendar is named with the reason, in "left" of --json.',
    )
    .action((options: { yes?: boolean; anyVault?: boolean }, command: Command) =>
      verb((session) => purgeVerb(session, options), command),
    );
}
