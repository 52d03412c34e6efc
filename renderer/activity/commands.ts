import type { CommandSource } from '../state/commands.ts';
import { locksIn } from '../state/locks.ts';
import { runCommand } from '../state/run-command.ts';

/** What the palette can do with the log. */
export const commands: CommandSource = (shelf) =>
  (locksIn(shelf).exports === null ? (['csv', 'ndjson'] as const) : []).map((format) => ({
    id: `activity.${format}`,
    words: `Export the activity as ${format.toUpperCase()}…`,
    group: 'Activity',
    also: ['audit', 'log'],
    run: () => void runCommand(shelf, 'exportActivity', { format }),
  }));
