import { createRulesStore } from '../state/app.ts';
import { goAsk } from '../state/asked.ts';
import type { Command, CommandSource } from '../state/commands.ts';
import { go } from '../state/route.ts';
import { locksIn } from '../state/locks.ts';
import { runCommand } from '../state/run-command.ts';
import type { Shelf } from '../state/stores.tsx';
import { createDrafts } from './drafts-store.ts';
import { isDirty } from './drafts.ts';
import { duplicateRule } from '../../shared/rules/rule-list.ts';
import { importRules } from './import-rules.ts';

function importing(shelf: Shelf): Command[] {
  const ways = { beside: 'beside these', instead: 'in place of these' } as const;
  return (['beside', 'instead'] as const).map((way) => ({
    id: `rules.import.${way}`,
    words: `Import rules from a file, ${ways[way]}…`,
    group: 'Rules',
    run: () => {
      go('rules');
      void importRules(shelf, way);
    },
  }));
}

/** What the palette can do with rules, besides switching them. */
export const commands: CommandSource = (shelf) => {
  const rules = shelf.store(createRulesStore).getState().value ?? [];
  const drafts = shelf.store(createDrafts).getState();
  const locks = locksIn(shelf);
  const { past, future } = drafts.history;
  const command = (
    id: string,
    words: string,
    run: () => void,
    more?: Partial<Command>,
  ): Command => ({
    id: `rules.${id}`,
    words,
    group: 'Rules',
    run,
    ...more,
  });
  return [
    ...(locks.ownRules === null
      ? [
          command('new', 'New rule…', () => goAsk('rules', 'new'), {
            keys: 'n',
            also: ['template', 'mesh', 'hub', 'isolate'],
          }),
        ]
      : []),
    command('matrix', 'Show the matrix of who sees what', () => go('rules', { view: 'matrix' }), {
      also: ['topology', 'grid'],
    }),
    ...(isDirty(drafts)
      ? [
          command('save', 'Save the rules', () => {
            go('rules');
            void drafts.save();
          }),
          command('discard', 'Discard the edits of the rules', drafts.discard),
        ]
      : []),
    ...(past.length > 0 ? [command('undo', 'Undo the last edit of a rule', drafts.undo)] : []),
    ...(future.length > 0 ? [command('redo', 'Do the edit of a rule again', drafts.redo)] : []),
    ...(locks.ownRules === null ? importing(shelf) : []),
    ...(locks.exports === null
      ? [command('export', 'Export the rules…', () => void runCommand(shelf, 'exportRules', {}))]
      : []),
    ...rules.flatMap(({ rule: { id, name }, locked }) => [
      command(`edit.${id}`, `Edit the rule “${name}”`, () => go('rules', { rule: id })),
      ...(locks.ownRules === null
        ? [command(`copy.${id}`, `Duplicate the rule “${name}”`, () => duplicate(shelf, id))]
        : []),
      ...(locked === null
        ? [
            command(`delete.${id}`, `Delete the rule “${name}”…`, () =>
              goAsk('rules', `delete ${id}`, { rule: id }),
            ),
          ]
        : []),
    ]),
  ];
};

function duplicate(shelf: Shelf, id: string): void {
  const drafts = shelf.store(createDrafts).getState();
  const copied = duplicateRule(drafts.history.present, id);
  drafts.edit(() => copied.rules);
  go('rules', { rule: copied.id });
}
