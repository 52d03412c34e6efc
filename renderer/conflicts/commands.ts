import type { CommandSource } from '../state/commands.ts';
import { go } from '../state/route.ts';

export const commands: CommandSource = () => [
  {
    id: 'conflicts.find',
    words: 'Find time',
    group: 'Conflicts',
    also: ['free', 'availability', 'slot', 'meeting'],
    run: () => go('conflicts', { tab: 'find' }),
  },
  {
    id: 'conflicts.list',
    words: 'Show double bookings',
    group: 'Conflicts',
    run: () => go('conflicts', { tab: 'double' }),
  },
];
