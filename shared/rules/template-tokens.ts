import { maskLevels, type MaskLevel } from '../model/mask-level.ts';

/** The words that a template may hold, with the least level that permits each. */
export const tokenChoices = [
  { token: '{label}', label: 'Label', least: 'labelled' },
  { token: '{title}', label: 'Title', least: 'title' },
  { token: '{location}', label: 'Place', least: 'titleAndLocation' },
] as const satisfies readonly { token: string; label: string; least: MaskLevel }[];

export function tokenAllowed(least: MaskLevel, level: MaskLevel): boolean {
  return maskLevels.indexOf(level) >= maskLevels.indexOf(least);
}
