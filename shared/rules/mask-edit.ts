import type { Mask } from '../model/rule.ts';
import type { MaskLevel } from '../model/mask-level.ts';
import { parseTemplate } from './template.ts';
import { withoutKey } from './without-key.ts';

/** Edits of a mask that leave nothing behind that its level can't have. */

/** At another level: what it can't show goes, and a level that needs a label keeps or gets the field for one. */
export function atLevel(mask: Mask, level: MaskLevel): Mask {
  const { label, labels, template, revealPrivate } = mask;
  if (level === 'busy') return { level, revealPrivate: false };
  const keepsTemplate = template !== undefined && parseTemplate(template, level).ok;
  return {
    level,
    ...(label === undefined ? {} : { label }),
    ...(labels === undefined ? {} : { labels }),
    ...(keepsTemplate ? { template } : {}),
    revealPrivate,
  };
}

export function withLabel(mask: Mask, text: string): Mask {
  return text === '' ? withoutKey(mask, 'label') : { ...mask, label: text };
}

export function withTemplate(mask: Mask, text: string): Mask {
  return text === '' ? withoutKey(mask, 'template') : { ...mask, template: text };
}

/** A label for one source, or none for it where the text is null. */
export function withLabelFor(mask: Mask, source: string, text: string | null): Mask {
  const labels = mask.labels ?? {};
  const next = text === null ? withoutKey(labels, source) : { ...labels, [source]: text };
  return Object.keys(next).length === 0 ? withoutKey(mask, 'labels') : { ...mask, labels: next };
}
