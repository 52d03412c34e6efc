import type { BlockContent } from '../../../shared/model/block.ts';
import type { EventTime, ShowAs } from '../../../shared/model/event.ts';
import { REMAINDER_KEY } from './block-body.ts';
import { plainText } from '../plain-text.ts';
import { isColorId, readRemainder, type Remainder } from './remainder.ts';
import { privateProperty, type WireEvent } from './wire-event.ts';

/** What a reader of the target sees of a block now: what was written, unless somebody changed it. */
export function blockContent(item: WireEvent, time: EventTime): BlockContent {
  const rest = readRemainder(privateProperty(item, REMAINDER_KEY));
  const color = item.colorId ?? null;
  return {
    time,
    title: item.summary ?? '',
    location: item.location ?? null,
    description: item.description === undefined ? null : plainText(item.description),
    showAs: shownAs(item, rest),
    private: item.visibility === 'private' || item.visibility === 'confidential',
    color: isColorId(color) ? color : rest.color,
  };
}

function shownAs({ transparency, status }: WireEvent, rest: Remainder): ShowAs {
  if (transparency === 'transparent') return 'free';
  return status === 'tentative' ? 'tentative' : (rest.showAs ?? 'busy');
}
