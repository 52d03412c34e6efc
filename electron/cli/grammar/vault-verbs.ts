import type { Command } from 'commander';
import { exportVault, importVault } from '../verbs/vault.ts';
import type { Leaf, Verb } from './verb.ts';

export function addVaultVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const vault = root
    .command('vault')
    .description(
      'the key by which blocks are known as ours; its passphrase is in UMBRA_PASSPHRASE',
    );
  leaf(vault, 'export', 'print it under a passphrase, for a second device').action(
    (_options, command: Command) => verb(exportVault, command),
  );
  leaf(vault, 'import <file>', 'take over a first device\'s key ("-" reads stdin)').action(
    (file: string, _options, command: Command) =>
      verb((session) => importVault(session, file), command),
  );
}
