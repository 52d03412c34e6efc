import { Tooltip } from '@base-ui/react/tooltip';
import type { JSX, ReactElement } from 'react';
import { keyWords } from './key-words.ts';
import styles from './tooltip.module.css';

export interface HintProps {
  readonly text: string;
  /** The keys that do the same, such as `g c` or `mod+k`. */
  readonly keys?: string;
  /** One element that takes a ref and events. */
  readonly children: ReactElement;
}

/** A few words beside a control on hover and focus. It never carries what is not also said elsewhere. */
export function Hint({ text, keys, children }: HintProps): JSX.Element {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={styles.layer}>
          <Tooltip.Popup className={styles.popup}>
            <span>{text}</span>
            {keys === undefined ? null : <kbd>{keyWords(keys)}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
