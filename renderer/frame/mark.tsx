import type { JSX } from 'react';

/** A disc in the shadow of another. */
export function Mark(): JSX.Element {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="12" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="8" cy="12" r="7" fill="currentColor" />
    </svg>
  );
}
