/** For calendars whose provider gives no colour: distinct in both themes, none of them the accent. */
const palette = [
  '#2f6fde',
  '#188038',
  '#c2410c',
  '#8a4fd0',
  '#0e7490',
  '#be185d',
  '#a16207',
  '#4d7c0f',
  '#b3261e',
  '#0f8f8c',
];

/** A calendar's own colour if it is one, else one of ours by its place. */
export function calendarColor(color: string | null, index: number): string {
  if (color !== null && /^#[0-9a-f]{6}$/i.test(color)) return color;
  return palette[index % palette.length] ?? '#5f6368';
}
