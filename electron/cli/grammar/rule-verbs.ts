import type { Command } from 'commander';
import { applyRules, exportRules, listRules, switchRule, templateRules } from '../verbs/rules.ts';
import type { Leaf, Verb } from './verb.ts';

export function addRuleVerbs(root: Command, leaf: Leaf, verb: Verb): void {
  const rules = root.command('rules').description('which calendars cast which blocks where');
  leaf(rules, 'apply <file>', 'take a rule file as the whole truth ("-" reads stdin)').action(
    (file: string, _options, command: Command) =>
      verb((session) => applyRules(session, file), command),
  );
  leaf(rules, 'list', 'show the rules in force').action((_options, command: Command) =>
    verb(listRules, command),
  );
  leaf(rules, 'export', 'print the rules as a file for "apply"').action(
    (_options, command: Command) => verb(exportRules, command),
  );
  leaf(rules, 'enable <rule>', 'switch a rule on').action(
    (id: string, _options, command: Command) =>
      verb((session) => switchRule(session, id, true), command),
  );
  leaf(rules, 'disable <rule>', 'switch a rule off; its blocks go with the next sync').action(
    (id: string, _options, command: Command) =>
      verb((session) => switchRule(session, id, false), command),
  );
  leaf(
    rules,
    'template <name>',
    'print a rule file to begin with: mesh, hub, personal, isolate',
  ).action((name: string, _options, command: Command) =>
    verb((session) => templateRules(session, name), command),
  );
}
