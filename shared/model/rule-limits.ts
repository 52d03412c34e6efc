/** How long the texts of a rule may be and how large its numbers, without the schema's weight, for the window. */
export const ruleLimits = {
  name: 80,
  label: 120,
  template: 250,
  color: 60,
  titleText: 250,
  titlePattern: 500,
  bufferMinutes: 240,
  mergeGapMinutes: 120,
  retentionDays: 3650,
} as const;
