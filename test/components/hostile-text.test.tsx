import { expect, it } from 'vitest';
import { EventCard } from '../../renderer/calendar/event-card.tsx';
import type { Entry } from '../../renderer/calendar/entries.ts';
import { PrivateTitle } from '../../renderer/rules/private-title.tsx';
import { ErrorNote } from '../../renderer/ui/error-note.tsx';
import { Foreign } from '../../renderer/ui/foreign.tsx';
import { hostileTitles } from '../window/fake-events.ts';
import { show } from './show.tsx';

const entry = (title: string): Entry => ({
  id: 'one',
  title,
  location: title,
  time: { kind: 'timed', start: 0, end: 3_600_000 },
  color: '#2f5bd7',
  look: 'event',
  weight: 'firm',
  conflict: true,
  private: true,
  recurring: true,
  calendar: 'acme:calendar',
  note: title,
  shadows: 2,
  item: null,
});

const problem = (text: string) =>
  ({
    code: 'account.unreachable',
    sentence: text,
    kept: text,
    action: text,
    details: [text],
  }) as const;

const parts = {
  'a box on the calendar': (text: string) => (
    <EventCard entry={entry(text)} time={['09:00']} hideTitle={false} line={false} />
  ),
  'a title': (text: string) => <Foreign text={text} />,
  'a title that may be private': (text: string) => <PrivateTitle text={text} max={120} />,
  'an error': (text: string) => <ErrorNote problem={problem(text)} />,
};

it.each(Object.entries(parts))('R6: what strangers wrote stays a text in %s', (_, part) => {
  for (const title of hostileTitles) {
    show(part(title));
    const main = document.querySelector('main:last-of-type');
    expect(main?.querySelectorAll('img, script, b, a, iframe').length).toBe(0);
    expect('hacked' in globalThis).toBe(false);
  }
});

it.each(Object.entries(parts).slice(0, 3))(
  'R6: no mark of direction reaches beyond it, and no length breaks the page, in %s',
  (_, part) => {
    for (const title of hostileTitles) {
      show(part(title));
      const text = document.querySelector('main:last-of-type')?.textContent ?? '';
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008]/);
      expect(text.length).toBeLessThan(500);
    }
  },
);
