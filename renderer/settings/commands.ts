import type { Settings } from '../../shared/ipc/app.ts';
import { createSettingsStore } from '../state/app.ts';
import { goAsk } from '../state/asked.ts';
import type { Command, CommandSource } from '../state/commands.ts';
import { locksIn } from '../state/locks.ts';
import { runCommand } from '../state/run-command.ts';
import type { Shelf } from '../state/stores.tsx';

const switches = [
  ['hideTitles', 'Hide titles until pointed at', 'Show titles at once'],
  [
    'contentProtection',
    'Keep this window out of screen sharing',
    'Let screen sharing show this window',
  ],
  ['notifications', 'Turn notifications on', 'Turn notifications off'],
  ['startAtLogin', 'Start Umbra at login', 'Don’t start Umbra at login'],
] as const;

function switching(shelf: Shelf, settings: Settings): Command[] {
  return switches.map(([name, on, off]) => ({
    id: `settings.${name}`,
    words: settings[name] ? off : on,
    group: 'Settings',
    run: () => void runCommand(shelf, 'saveSettings', { [name]: !settings[name] }, 'Kept.'),
  }));
}

const dialogs = [
  ['client', 'Enter a client ID…'],
  ['exportKey', 'Export the key for another device…'],
  ['importKey', 'Import the key of another device…'],
  ['licences', 'Show licences and the list of components…'],
  ['erase', 'Erase everything…'],
] as const;

/** What the palette can do with settings and with the user's own data. */
export const commands: CommandSource = (shelf) => {
  const settings = shelf.store(createSettingsStore).getState().value;
  const locked = locksIn(shelf).exports !== null;
  return [
    ...(settings === null ? [] : switching(shelf, settings)),
    ...(locked
      ? []
      : [
          {
            id: 'settings.exportData',
            words: 'Export everything that Umbra holds…',
            group: 'Settings',
            run: () => void runCommand(shelf, 'exportData', {}),
          },
        ]),
    {
      id: 'settings.exportPolicy',
      words: 'Save the policies of this computer as a file…',
      group: 'Settings',
      also: ['administrator', 'managed', 'export'],
      run: () => void runCommand(shelf, 'exportPolicy', {}),
    },
    ...dialogs
      .filter(([dialog]) => !(locked && dialog === 'exportKey'))
      .map(([dialog, words]) => ({
        id: `settings.${dialog}`,
        words,
        group: 'Settings',
        run: () => goAsk('settings', dialog),
      })),
  ];
};
