import type { CommandSource } from '../state/commands.ts';
import { locksIn } from '../state/locks.ts';
import { go } from '../state/route.ts';
import { runCommand } from '../state/run-command.ts';
import { createVerification } from './verification-store.ts';

const group = 'Activity';

/** What the palette can do with the log. */
export const commands: CommandSource = (shelf) => [
  {
    id: 'activity.verify',
    words: 'Verify that nobody changed the activity log',
    group,
    also: ['audit', 'chain', 'check'],
    run: () => {
      go('activity');
      void shelf.store(createVerification).getState().verify();
    },
  },
  ...(locksIn(shelf).exports === null ? (['csv', 'ndjson', 'json'] as const) : []).map(
    (format) => ({
      id: `activity.${format}`,
      words: `Export the activity as ${format.toUpperCase()}…`,
      group,
      also: ['audit', 'log'],
      run: () => void runCommand(shelf, 'exportActivity', { format }),
    }),
  ),
];
