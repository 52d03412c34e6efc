import { describe, expect, it } from 'vitest';
import { canonicalContent, type BlockContent } from '../../../../shared/model/block.ts';
import { allDay, timed } from '../../../kit/event-builder.ts';

const content: BlockContent = {
  time: timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:30Z').time,
  title: 'Busy',
  location: 'Room 7',
  description: 'One\nTwo',
  showAs: 'busy',
  private: true,
  color: null,
};

describe('what a block shows', () => {
  it.each<[string, Partial<BlockContent>]>([
    ['time', { time: timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:31Z').time }],
    ['kind of time', { time: allDay('A', 'x', '2026-05-05', '2026-05-06').time }],
    ['title', { title: 'busy' }],
    ['location', { location: null }],
    ['description', { description: 'One Two' }],
    ['show-as', { showAs: 'tentative' }],
    ['privacy', { private: false }],
    ['colour', { color: '1' }],
  ])('counts as edited where its %s is another', (_, change) => {
    expect(canonicalContent({ ...content, ...change })).not.toBe(canonicalContent(content));
  });

  it.each<[string, Partial<BlockContent>]>([
    ['line ends', { description: 'One\r\nTwo' }],
    ['blanks at line ends', { description: 'One  \nTwo\n\n' }],
    ['blanks around a place', { location: ' Room 7 ' }],
  ])('does not count as edited where a provider rewrote %s', (_, change) => {
    expect(canonicalContent({ ...content, ...change })).toBe(canonicalContent(content));
  });

  it('does not count as edited where a provider gives an empty text for none', () => {
    const none = { ...content, location: null, description: null };
    expect(canonicalContent({ ...none, location: '', description: '\r\n' })).toBe(
      canonicalContent(none),
    );
  });

  it('cannot be made equal by moving words from one field to another', () => {
    const a = { ...content, location: 'a","b', description: 'c' };
    const b = { ...content, location: 'a', description: 'b","c' };
    expect(canonicalContent(a)).not.toBe(canonicalContent(b));
  });
});
