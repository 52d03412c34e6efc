import { levelAllows, type MaskLevel } from '../model/mask-level.ts';
import { templateTokens } from './template-tokens.ts';

type Token = (typeof templateTokens)[number]['token'];

export type Part = { readonly text: string } | { readonly token: Token };
export type Template =
  | { readonly ok: true; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads a template such as `{label}: {title}`; `{{` and `}}` stand for the braces themselves.
 * A token that is unknown, or that the level does not permit, makes it invalid: never an empty text in its place.
 */
export function parseTemplate(template: string, level: MaskLevel): Template {
  if (level === 'busy')
    return { ok: false, problem: 'a template needs the level "labelled" or more' };
  const parts: Part[] = [];
  const pattern = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/gu;
  for (const [piece, name] of template.matchAll(pattern)) {
    if (piece === '{{' || piece === '}}') parts.push({ text: piece.slice(1) });
    else if (piece === '{' || piece === '}')
      return { ok: false, problem: `a lone "${piece}"; write it twice to show it` };
    else if (name === undefined) parts.push({ text: piece });
    else {
      const known = templateTokens.find(({ token }) => token === name);
      if (known === undefined)
        return {
          ok: false,
          problem: `unknown token "{${name}}"; known are {label}, {title}, {location}`,
        };
      const { token, least } = known;
      if (!levelAllows(level, least))
        return { ok: false, problem: `"{${token}}" needs the level "${least}" or more` };
      parts.push({ token });
    }
  }
  return { ok: true, parts };
}

/** Puts words in the place of tokens; runs of separators left by empty words are tidied at the ends. */
export function fill(parts: readonly Part[], words: Readonly<Record<Token, string>>): string {
  const text = parts.map((part) => ('text' in part ? part.text : words[part.token])).join('');
  return text.replace(/^[\s:,;–—-]+|[\s:,;–—-]+$/gu, '');
}
