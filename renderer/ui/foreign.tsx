import type { JSX } from 'react';
import { foreignText } from './foreign-text.ts';

export interface ForeignProps {
  readonly text: string;
  readonly max?: number;
  /** What stands there if the text is empty. */
  readonly empty?: string;
}

/** A text that a stranger wrote: isolated in direction, without controls, and cut. */
export function Foreign({ text, max = 200, empty = '(no title)' }: ForeignProps): JSX.Element {
  const shown = foreignText(text, max);
  return <bdi data-foreign="">{shown === '' ? empty : shown}</bdi>;
}
