import type { HoldReason } from '../model/hold.ts';

/** Why removals wait, in one sentence for people. */
export function holdSentence(reason: HoldReason, removals: number, calendar: string): string {
  const blocks = removals === 1 ? '1 block' : `${removals} blocks`;
  const waits = `so ${removals === 1 ? 'it stays' : 'they stay'} until you decide`;
  switch (reason) {
    case 'manyRemovals':
      return `${blocks} on “${calendar}” would go at once, ${waits}.`;
    case 'sourceEmptied':
      return `A calendar that was full is suddenly empty; ${blocks} on “${calendar}” would go, ${waits}.`;
    case 'cursorReset':
      return `A calendar had to be read anew; ${blocks} on “${calendar}” would go, ${waits}.`;
    case 'clockJump':
      return `The clock of this computer is off; ${blocks} on “${calendar}” would go, ${waits}.`;
    case 'zoneChanged':
      return `Your time zone changed; ${blocks} on “${calendar}” would go, ${waits}.`;
    case 'otherDevice':
      return `Nothing on this device asks for ${blocks} on “${calendar}”. Another device of yours may have written ${removals === 1 ? 'it' : 'them'}, ${waits}.`;
    case 'engineChanged':
      return `A new version plans differently; ${blocks} on “${calendar}” would go, ${waits}.`;
  }
}
