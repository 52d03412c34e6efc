/** How much of a source event a target may show, from least to most. */
export const maskLevels = ['busy', 'labelled', 'title', 'titleAndLocation', 'details'] as const;
export type MaskLevel = (typeof maskLevels)[number];

/** Whether a level permits what needs another one at least. */
export function levelAllows(level: MaskLevel, least: MaskLevel): boolean {
  return maskLevels.indexOf(level) >= maskLevels.indexOf(least);
}
