/** Controls, direction marks and other invisible characters that could make a text look like another. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** A stranger's text on one line, without invisible characters, at most `max` characters long. */
export function foreignText(text: string, max = 200): string {
  const line = text
    .slice(0, max * 4)
    .replace(invisible, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = Array.from(line);
  return letters.length <= max ? line : `${letters.slice(0, max - 1).join('')}…`;
}
