/** States that can be walked back and forth. Steps with one tag in a row, such as letters typed in one field, are one step. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  readonly tag: string | null;
}

const LIMIT = 200;

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], tag: null };
}

export function record<T>(history: History<T>, present: T, tag: string | null = null): History<T> {
  if (present === history.present) return history;
  if (tag !== null && tag === history.tag && history.past.length > 0)
    return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-LIMIT), present, future: [], tag };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    tag: null,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [next] = history.future;
  if (next === undefined) return history;
  return {
    past: [...history.past, history.present],
    present: next,
    future: history.future.slice(1),
    tag: null,
  };
}

/** The same change made to every state, past and future: for what took effect at once and can't be walked back. */
export function everywhere<T>(history: History<T>, change: (state: T) => T): History<T> {
  return {
    past: history.past.map(change),
    present: change(history.present),
    future: history.future.map(change),
    tag: history.tag,
  };
}
