import { useEffect, useRef, type JSX } from 'react';
import { instant } from '../../shared/time/instant.ts';
import { dateAt } from '../../shared/time/zone.ts';
import { useShortcuts, type Shortcut } from '../state/shortcuts.ts';
import { useFeature } from '../state/stores.tsx';
import { keyCaps } from '../ui/key-words.ts';
import type { Span } from './calendar-store.ts';
import type { Entry } from './entries.ts';
import { daysOf } from './period.ts';
import { moveSpan, stretchSpan, type SpanGrid, type SpanMove } from './span-moves.ts';
import { createSpanStore } from './span-store.ts';
import { spanLength, spanWords, takenWords } from './span-words.ts';
import { usePlace } from './use-calendar.ts';
import styles from './span-bar.module.css';

export interface SpanBarProps {
  readonly span: Span;
  readonly grid: SpanGrid;
  readonly entries: readonly Entry[];
}

/** While keys select a span: what it is, whether it is taken, and which keys do what. */
export function SpanBar({ span, grid, entries }: SpanBarProps): JSX.Element {
  const bar = useRef<HTMLDivElement>(null);
  useSpanKeys(span, grid);
  // Keys must not go into the list or field that had the focus before.
  useEffect(() => bar.current?.focus(), []);
  return (
    <div ref={bar} className={styles.bar} role="group" aria-label="Select a span" tabIndex={-1}>
      <p className={styles.words} aria-live="polite">
        <b>{spanWords(span, grid.zone)}</b> <span>{spanLength(span, grid.zone)}</span>{' '}
        <span>{takenWords(entries, span, grid.zone)}</span>
      </p>
      <p className={styles.keys}>
        <Hint keys={['up', 'down', 'left', 'right']} words="move" />
        <Hint keys={['shift', 'down']} words="stretch" />
        <Hint keys={['enter']} words="choose" />
        <Hint keys={['escape']} words="leave" />
      </p>
    </div>
  );
}

function Hint({
  keys,
  words,
}: {
  readonly keys: readonly string[];
  readonly words: string;
}): JSX.Element {
  return (
    <span>
      {keys.map((key) => (
        <kbd key={key}>{keyCaps(key).flat().join('')}</kbd>
      ))}
      {words}
    </span>
  );
}

const moves: readonly SpanMove[] = ['down', 'up', 'right', 'left'];

const words = {
  halfHour: {
    move: {
      down: 'Half an hour later',
      up: 'Half an hour earlier',
      right: 'Next day',
      left: 'Day before',
    },
    stretch: {
      down: 'End later',
      up: 'End earlier',
      right: 'End a day later',
      left: 'End a day earlier',
    },
  },
  day: {
    move: { down: 'A week later', up: 'A week earlier', right: 'Next day', left: 'Day before' },
    stretch: {
      down: 'End a week later',
      up: 'End a week earlier',
      right: 'End later',
      left: 'End earlier',
    },
  },
} as const;

/** They stand before the calendar's own arrows for as long as the bar is there. */
function useSpanKeys(span: Span, grid: SpanGrid): void {
  const { view, date, firstDay, goTo } = usePlace();
  const { move, choose, end } = useFeature(createSpanStore, (state) => state);
  const group = 'Selecting a span';
  /** The page follows the end that moves. */
  const show = (next: Span, at: number): void => {
    move(next);
    const day = dateAt(instant(at), grid.zone);
    const sight = daysOf(view, date, firstDay);
    if (day < sight.start || day >= sight.end) goTo({ date: day });
  };
  const keys: readonly Shortcut[] = [
    ...moves.map((to) => ({
      keys: to,
      words: words[grid.unit].move[to],
      group,
      run: () => {
        const next = moveSpan(span, to, grid);
        show(next, next.from);
      },
    })),
    ...moves.map((to) => ({
      keys: `shift+${to}`,
      words: words[grid.unit].stretch[to],
      group,
      run: () => {
        const next = stretchSpan(span, to, grid);
        show(next, next.to - 1);
      },
    })),
    { keys: 'enter', words: 'What to do with it', group, run: () => choose(span, null) },
    { keys: 'escape', words: 'Leave', group, run: end },
  ];
  useShortcuts(keys);
}
