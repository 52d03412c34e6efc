import { maskLevels, type MaskLevel } from '../../shared/model/mask-level.ts';

/** The words that a template may hold, with the least level that permits each. */
export const tokenChoices = [
  { token: '{label}', label: 'Label', least: 'labelled' },
  { token: '{title}', label: 'Title', least: 'title' },
  { token: '{location}', label: 'Place', least: 'titleAndLocation' },
] as const satisfies readonly { token: string; label: string; least: MaskLevel }[];

export function tokenAllowed(least: MaskLevel, level: MaskLevel): boolean {
  return maskLevels.indexOf(level) >= maskLevels.indexOf(least);
}

/** The text with a token in place of the selection, and where the caret stands then. */
export function insertToken(
  text: string,
  token: string,
  from: number,
  to: number,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, from);
  const glue = before === '' || /[\s:(–—-]$/u.test(before) ? '' : ' ';
  return {
    text: `${before}${glue}${token}${text.slice(to)}`,
    caret: from + glue.length + token.length,
  };
}
