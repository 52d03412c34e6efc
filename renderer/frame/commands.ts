import type { Command, CommandSource } from '../state/commands.ts';
import { createAppStore, createRulesStore } from '../state/app.ts';
import { go } from '../state/route.ts';
import { runCommand } from '../state/run-command.ts';
import type { Shelf } from '../state/stores.tsx';
import { createOverlays } from './overlays-store.ts';
import { blockSpans, pauses } from './sync-words.ts';
import { views } from './views.ts';

function going(shelf: Shelf): Command[] {
  const show = shelf.store(createOverlays).getState().show;
  return [
    ...views.map((view) => ({
      id: `go.${view.name}`,
      words: `Go to ${view.words}`,
      group: 'Go to',
      keys: view.keys,
      also: view.also ?? [],
      run: () => go(view.name),
    })),
    {
      id: 'go.date',
      words: 'Go to a date…',
      group: 'Go to',
      keys: 'd',
      run: () => show('goToDate'),
    },
    {
      id: 'help.shortcuts',
      words: 'Show all keyboard shortcuts',
      group: 'Help',
      keys: '?',
      run: () => show('shortcuts'),
    },
  ];
}

function syncing(shelf: Shelf): Command[] {
  const paused = shelf.store(createAppStore).getState().value?.sync.state === 'paused';
  return [
    {
      id: 'sync.now',
      words: 'Sync now',
      group: 'Sync',
      run: () => void runCommand(shelf, 'syncNow', {}),
    },
    ...(paused
      ? [
          {
            id: 'sync.resume',
            words: 'Resume syncing',
            group: 'Sync',
            run: () => void runCommand(shelf, 'resume', {}, 'Syncing again.'),
          },
        ]
      : pauses.map(({ length, words }) => ({
          id: `sync.pause.${length}`,
          words: `Pause ${/^\d/.test(words) ? 'for ' : ''}${words}`,
          group: 'Sync',
          run: () =>
            void runCommand(shelf, 'pause', { length }, 'Paused. Blocks stay as they are.'),
        }))),
  ];
}

function blocking(shelf: Shelf): Command[] {
  return [
    ...blockSpans.map(({ span, words }) => ({
      id: `block.${span}`,
      words: `Block me for ${words}`,
      group: 'Block me',
      also: ['busy', 'now'],
      run: () => void runCommand(shelf, 'blockMe', { span, targets: [] }, `Blocked for ${words}.`),
    })),
    {
      id: 'block.end',
      words: 'Unblock me',
      group: 'Block me',
      run: () => void runCommand(shelf, 'unblockMe', {}, 'Your own blocks are gone.'),
    },
  ];
}

function switching(shelf: Shelf): Command[] {
  const rules = shelf.store(createRulesStore).getState().value ?? [];
  return rules
    .filter(({ locked }) => locked === null)
    .map(({ rule }) => ({
      id: `rule.${rule.id}`,
      words: `Switch ${rule.enabled ? 'off' : 'on'} the rule “${rule.name}”`,
      group: 'Rules',
      run: () =>
        void runCommand(
          shelf,
          'switchRule',
          { id: rule.id, enabled: !rule.enabled },
          `“${rule.name}” is ${rule.enabled ? 'off' : 'on'}.`,
        ),
    }));
}

function themes(shelf: Shelf): Command[] {
  return (['system', 'light', 'dark'] as const).map((theme) => ({
    id: `theme.${theme}`,
    words: theme === 'system' ? 'Follow the theme of the system' : `Use the ${theme} theme`,
    group: 'Appearance',
    run: () => void runCommand(shelf, 'saveSettings', { theme }),
  }));
}

/** What can be done from every view. */
export const commands: CommandSource = (shelf) => [
  ...going(shelf),
  ...syncing(shelf),
  ...blocking(shelf),
  ...switching(shelf),
  ...themes(shelf),
];
