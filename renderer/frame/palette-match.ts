/**
 * How well an action fits what was typed, 0 to 2. Every typed word must stand in it, at best at the beginning of a word:
 * letters scattered over a long name would find everything, and Enter does the first thing found.
 */
export function fitOf(typed: string, words: string, also: readonly string[] = []): number {
  const wanted = parts(typed);
  const found = [words, ...also].flatMap(parts);
  const fits = wanted.map((one) => {
    if (found.some((word) => word.startsWith(one))) return 1;
    return found.some((word) => word.includes(one)) ? 0.5 : 0;
  });
  if (fits.includes(0)) return 0;
  const mean = fits.reduce<number>((sum, fit) => sum + fit, 0) / Math.max(1, fits.length);
  return mean + (words.toLowerCase().startsWith(typed.trim().toLowerCase()) ? 1 : 0);
}

function parts(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
