/** The text with a token in place of the selection, and where the caret stands then. */
export function insertToken(
  text: string,
  token: string,
  from: number,
  to: number,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, from);
  const glue = before === '' || /[\s:(–—-]$/u.test(before) ? '' : ' ';
  return {
    text: `${before}${glue}${token}${text.slice(to)}`,
    caret: from + glue.length + token.length,
  };
}
