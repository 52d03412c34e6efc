import type { JSX } from 'react';
import { createSettingsStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { Foreign } from '../ui/foreign.tsx';
import styles from './private-title.module.css';

/** The title of an event of the user's own: blurred until pointed at, where the settings say so. */
export function PrivateTitle(props: { readonly text: string; readonly max: number }): JSX.Element {
  const hidden = useFeature(createSettingsStore, ({ value }) => value?.hideTitles ?? false);
  return (
    <span className={hidden ? styles.blurred : undefined}>
      <Foreign {...props} />
    </span>
  );
}
