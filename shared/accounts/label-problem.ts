const LABEL_MAX = 60;

/** What is wrong with a name for an account; null where nothing is. */
export function labelProblem(label: string, taken: readonly string[]): string | null {
  const text = label.trim();
  if (text === '') return 'Give it a name; rules call its calendars by it.';
  if (text.length > LABEL_MAX) return `At most ${LABEL_MAX} characters.`;
  if (/[/*\p{Cc}]/u.test(text)) return 'A name holds no “/”, “*” or control characters.';
  return taken.includes(text) ? 'Another account has this name.' : null;
}
