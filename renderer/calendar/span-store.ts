import { createStore, type StoreApi } from 'zustand';
import type { Span } from './calendar-store.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The span that the user selects: `moving` by keys, or `chosen`, with its menu open. While nothing has moved it, it has no
 * times yet: where it begins is the view's to say.
 */
export interface SpanState {
  readonly phase: 'none' | 'moving' | 'chosen';
  readonly span: Span | null;
  /** Where a drag ended; null where keys chose it. */
  readonly at: Point | null;
  readonly begin: () => void;
  readonly move: (span: Span) => void;
  readonly choose: (span: Span, at: Point | null) => void;
  readonly end: () => void;
}

export function createSpanStore(): StoreApi<SpanState> {
  return createStore<SpanState>((set) => ({
    phase: 'none',
    span: null,
    at: null,
    begin: () => set({ phase: 'moving', span: null, at: null }),
    move: (span) => set({ phase: 'moving', span, at: null }),
    choose: (span, at) => set({ phase: 'chosen', span, at }),
    end: () => set({ phase: 'none', span: null, at: null }),
  }));
}
