import type { BlockContent } from '../model/block.ts';
import type { CalendarEvent } from '../model/event.ts';
import type { Mask } from '../model/rule.ts';
import { isMarkedPrivate } from '../model/privacy.ts';
import { levelAllows, type MaskLevel } from '../model/mask-level.ts';
import type { CompiledRule } from './compile.ts';
import { withoutConferenceLinks } from './conference-links.ts';
import { matchRank } from './selectors.ts';
import { fill, parseTemplate } from './template.ts';

/** What a block says where nothing else may be said. */
export const BUSY = 'Busy';

const TITLE_MAX = 250;
const DESCRIPTION_MAX = 8_000;

export type MaskedText = Pick<BlockContent, 'title' | 'location' | 'description'>;

/**
 * The texts a target may see of an event. Built from nothing upwards: each level adds what it names, and what no
 * level names (attendees, categories, ids) has no way in; links to join a meeting are taken out of the texts.
 */
export function maskText(
  event: CalendarEvent,
  { rule }: CompiledRule,
  sourceRef: string,
): MaskedText {
  const level = effectiveLevel(event, rule.mask);
  const allows = (least: MaskLevel): boolean => levelAllows(level, least);
  const label = allows('labelled') ? tidyLine(labelFor(rule.mask, sourceRef), TITLE_MAX) : '';
  const title = allows('title') ? tidyLine(wordsOf(event.text.title), TITLE_MAX) : '';
  const location = allows('titleAndLocation') ? tidy(wordsOf(event.text.location), TITLE_MAX) : '';
  const description = allows('details')
    ? tidy(wordsOf(event.text.description), DESCRIPTION_MAX)
    : '';
  const shown = worded(rule.mask, level, { label, title, location });
  return {
    title: shown === '' ? BUSY : shown,
    location: location === '' ? null : location,
    description: description === '' ? null : description,
  };
}

/** A source event that is private is shown as "Busy", unless the rule says otherwise in so many words. */
export function effectiveLevel(event: CalendarEvent, { level, revealPrivate }: Mask): MaskLevel {
  const isPrivate = isMarkedPrivate(event);
  return isPrivate && !revealPrivate ? 'busy' : level;
}

function worded(
  mask: Mask,
  level: MaskLevel,
  words: { label: string; title: string; location: string },
): string {
  if (level === 'busy') return BUSY;
  if (mask.template !== undefined) {
    const template = parseTemplate(mask.template, level);
    // A rule is checked before it acts; should one slip through, it says nothing.
    return template.ok ? tidyLine(fill(template.parts, words), TITLE_MAX) : BUSY;
  }
  return level === 'labelled' ? words.label : words.title;
}

/** The label that the most specific selector gives a source. */
export function labelFor(mask: Mask, sourceRef: string): string {
  const named = Object.entries(mask.labels ?? {})
    .map(([selector, label]) => ({ rank: matchRank(selector, sourceRef), label }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank);
  return named[0]?.label ?? mask.label ?? '';
}

/** What a text may say at all: no level shows how to join a meeting. Cleaned first: what is hidden in a link must not hide it. */
function wordsOf(text: string | null): string {
  return withoutConferenceLinks(clean(text ?? ''));
}

/** As `tidy`, in one line: providers fold the line breaks of a title, and would seem to have edited it. */
function tidyLine(text: string | null, max: number): string {
  return tidy(text === null ? null : text.replace(/\s+/gu, ' '), max);
}

/** Makes a stranger's text safe to show, and as short as providers accept. */
export function tidy(text: string | null, max: number): string {
  if (text === null) return '';
  const cleaned = clean(text);
  // Code points are what providers count; a family emoji may lose a member, no character is ever halved.
  const points = Array.from(cleaned);
  return points.length <= max
    ? cleaned
    : `${points
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** No control or bidi-override characters, no lone surrogates, no runs of white space. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}--[\n\t]]/gv, '')
    .replace(/[\u{FFFD}\p{Bidi_Control}]/gu, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}
