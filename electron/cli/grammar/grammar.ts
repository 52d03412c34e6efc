/** The command line as people may write it: one file a noun, each naming its verbs, their options and what does them. */
import type { Command } from 'commander';
import { addAccountVerbs } from './account-verbs.ts';
import { addAuditVerbs } from './audit-verbs.ts';
import { addEngineVerbs } from './engine-verbs.ts';
import { addHoldVerbs } from './hold-verbs.ts';
import { addPolicyVerbs } from './policy-verbs.ts';
import { addPrivacyVerbs } from './privacy-verbs.ts';
import { addRuleVerbs } from './rule-verbs.ts';
import { addVaultVerbs } from './vault-verbs.ts';
import type { Leaf, Verb } from './verb.ts';

export function addVerbs(root: Command, verb: Verb): void {
  const leaf: Leaf = (parent, signature, description) =>
    parent
      .command(signature)
      .description(description)
      .option('--json', 'print one JSON object instead of words')
      .option('--profile <dir>', 'folder that holds settings and database');
  const nouns = [
    addEngineVerbs,
    addAccountVerbs,
    addRuleVerbs,
    addVaultVerbs,
    addPrivacyVerbs,
    addHoldVerbs,
    addAuditVerbs,
    addPolicyVerbs,
  ];
  for (const add of nouns) add(root, leaf, verb);
}
