/**
 * Quoted where CSV wants it. A leading quote keeps spreadsheets from taking a text for a formula: they do so by its first
 * character, also by the wide forms of East Asian input, and some pass over white space before it (security.md A5).
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
