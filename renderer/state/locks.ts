import { locksOf, type Locks } from '../../shared/policy/locks.ts';
import { createPolicyStore } from './app.ts';
import { useFeature, type Shelf } from './stores.tsx';

/** What the organisation takes out of the person's hands, for a part of the page. */
export function useLocks(): Locks {
  return locksOf(useFeature(createPolicyStore, ({ value }) => value));
}

/** The same outside of the page, as for the palette. */
export function locksIn(shelf: Shelf): Locks {
  return locksOf(shelf.store(createPolicyStore).getState().value);
}
