const DAY = 86_400_000;

/** When Europe's clocks go forward or back. */
const changes = [
  '2026-03-29',
  '2026-10-25',
  '2027-03-28',
  '2027-10-31',
  '2028-03-26',
  '2028-10-29',
];

/** Days from an instant to three days before the next change of Europe's clocks; none where it is too far away. */
export function daysToNextSummerTime(now: number): number {
  const days = changes.map((date) => Math.floor((Date.parse(date) - now) / DAY) - 3);
  return days.find((count) => count > 3) ?? 0;
}
