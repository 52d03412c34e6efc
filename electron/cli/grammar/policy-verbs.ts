import type { Command } from 'commander';
import { checkPolicyFile, listPolicies } from '../verbs/policy.ts';
import type { Leaf, Verb } from './verb.ts';

export function addPolicyVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const policy = root.command('policy').description('what administrators decide on this machine');
  leaf(policy, 'list', 'show every policy that is set, and what became of it').action(
    (_options, command: Command) => verb(listPolicies, command),
  );
  leaf(
    policy,
    'check <file>',
    'tell whether a policy file is understood, before it is handed out',
  ).action((file: string, _options, command: Command) =>
    verb((session) => checkPolicyFile(session, file), command),
  );
}
