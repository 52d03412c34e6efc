import type { BlockContent } from '../../../shared/model/block.ts';

/**
 * What Google's fields can't say of a block, kept in a hidden property: ordinary events know no "out of office" and no
 * "working elsewhere", and no categories. Without it, reading a block back would look like somebody's edit. It holds
 * only what the rule fixed for the target, never anything of the source's texts.
 */
export function remainderOf({ showAs, color }: Pick<BlockContent, 'showAs' | 'color'>): string {
  const shown = isBeyondGoogle(showAs) ? showAs : '';
  return `${shown}|${color === null || isColorId(color) ? '' : color}`;
}

export interface Remainder {
  readonly showAs: 'oof' | 'workingElsewhere' | null;
  readonly color: string | null;
}

/** Reads a remainder; whatever is no such thing adds nothing. */
export function readRemainder(text: string | null): Remainder {
  const at = text?.indexOf('|') ?? -1;
  if (text === null || at < 0) return { showAs: null, color: null };
  const shown = text.slice(0, at);
  const color = text.slice(at + 1);
  return { showAs: isBeyondGoogle(shown) ? shown : null, color: color === '' ? null : color };
}

/** Calendar API, Colors: events have the colours "1" to "11". */
export function isColorId(color: string | null): color is string {
  return color !== null && /^([1-9]|1[01])$/.test(color);
}

function isBeyondGoogle(showAs: string): showAs is 'oof' | 'workingElsewhere' {
  return showAs === 'oof' || showAs === 'workingElsewhere';
}
