import type { JSX } from 'react';
import { createSettingsStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { Failure } from '../ui/failure.tsx';
import { Screen } from '../ui/screen.tsx';
import { AboutPart } from './about-part.tsx';
import { BlockMePart } from './block-me-part.tsx';
import { DataPart } from './data-part.tsx';
import { PolicyPart } from './policy-part.tsx';
import { PrivacyPart } from './privacy-part.tsx';
import { RegistrationPart } from './registration-part.tsx';
import { SecondDevicePart } from './second-device-part.tsx';
import { SyncPart } from './sync-part.tsx';
import { SystemPart } from './system-part.tsx';
import { TimePart } from './time-part.tsx';
import styles from './settings.module.css';

/** Everything that is set once. Each change is kept at once. */
export default function SettingsScreen(): JSX.Element {
  const { value, problem, loading, reload } = useFeature(createSettingsStore, (state) => state);
  return (
    <Screen title="Settings" note="Every change is kept at once.">
      <div className={styles.page}>
        <Failure problem={problem} loading={loading} reload={reload} />
        {value === null ? null : (
          <>
            <SyncPart settings={value} />
            <TimePart settings={value} />
            <BlockMePart settings={value} />
            <PrivacyPart settings={value} />
            <SystemPart settings={value} />
          </>
        )}
        <RegistrationPart />
        <SecondDevicePart />
        <DataPart />
        <PolicyPart />
        <AboutPart />
      </div>
    </Screen>
  );
}
