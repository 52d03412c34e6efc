/** How much of a source event a target may show, from least to most. */
export const maskLevels = ['busy', 'labelled', 'title', 'titleAndLocation', 'details'] as const;
export type MaskLevel = (typeof maskLevels)[number];
