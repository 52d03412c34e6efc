import type { MaskLevel } from '../model/mask-level.ts';

/** The words that a template may hold in braces, each with the least level that permits it. */
export const templateTokens = [
  { token: 'label', label: 'Label', least: 'labelled' },
  { token: 'title', label: 'Title', least: 'title' },
  { token: 'location', label: 'Place', least: 'titleAndLocation' },
] as const satisfies readonly { token: string; label: string; least: MaskLevel }[];
