import type { Command } from 'commander';
import {
  addAccount,
  keepAccount,
  removeAccount,
  showAccounts,
  type AddOptions,
} from '../verbs/accounts.ts';
import type { Leaf, Verb } from './verb.ts';

export function addAccountVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const accounts = root
    .command('accounts')
    .description('the sign-ins whose calendars are kept in step');
  leaf(accounts, 'add', 'connect an account by a fixed access token (for scripts and tests)')
    .requiredOption('--provider <provider>', 'microsoft or google')
    .requiredOption(
      '--base-url <url>',
      'API root, such as https://graph.microsoft.com/v1.0 or https://www.googleapis.com',
    )
    .requiredOption(
      '--access-token-env <variable>',
      'environment variable that holds the token; the token is never stored',
    )
    .requiredOption('--email <address>', 'whose account it is')
    .requiredOption('--label <label>', 'your name for it')
    .action((options: AddOptions, command: Command) =>
      verb((session) => addAccount(session, options), command),
    );
  leaf(accounts, 'list', 'show accounts and their calendars')
    .option('--offline', 'as last seen, without asking the providers')
    .action((options: { offline?: boolean }, command: Command) =>
      verb((session) => showAccounts(session, options), command),
    );
  leaf(
    accounts,
    'remove <label>',
    'disconnect an account and remove its blocks, now or as soon as it answers',
  )
    .option('--keep-blocks', 'leave its blocks where they are')
    .action((label: string, options: { keepBlocks?: boolean }, command: Command) =>
      verb((session) => removeAccount(session, label, options), command),
    );
  leaf(accounts, 'keep <label>', 'take back a removal whose blocks could not all go yet').action(
    (label: string, _options, command: Command) =>
      verb((session) => keepAccount(session, label), command),
  );
}
