import { ShieldCheck } from 'lucide-react';
import type { JSX } from 'react';
import { remoteStore } from '../state/remote.ts';
import { useFeature } from '../state/stores.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Failure } from '../ui/failure.tsx';
import { Screen } from '../ui/screen.tsx';
import { HoldCard } from './hold-card.tsx';
import { holdOrder } from './hold-words.ts';
import styles from './holds.module.css';

const createHoldsStore = remoteStore('holds', {}, ['holds', 'rules']);

/** Removals that a safety brake has stopped: nothing of them goes before the user says so. */
export default function HoldsScreen(): JSX.Element {
  const { value, problem, loading, reload } = useFeature(createHoldsStore, (state) => state);
  return (
    <Screen
      title="Held removals"
      note="Umbra stopped before removing these blocks. They stay until you decide."
    >
      <div className={styles.page}>
        <Failure problem={problem} loading={loading} reload={reload} />
        {value?.length === 0 ? (
          <EmptyState icon={<ShieldCheck size={22} />} title="Nothing is held">
            Should a cycle ever want to remove suspiciously many blocks, it stops, and the blocks
            wait here for your decision. Everything else goes on.
          </EmptyState>
        ) : null}
        {holdOrder(value ?? []).map((hold) => (
          <HoldCard key={hold.id} hold={hold} />
        ))}
      </div>
    </Screen>
  );
}
