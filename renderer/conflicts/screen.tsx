import type { JSX } from 'react';
import { go, useRoute } from '../state/route.ts';
import { Screen } from '../ui/screen.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ConflictList } from './conflict-list.tsx';
import { FindTime } from './find-time.tsx';

const tabs = [
  { value: 'double', label: 'Double bookings' },
  { value: 'find', label: 'Find time' },
] as const;

/** Where the user is expected twice, and when nobody expects them. */
export default function ConflictsScreen(): JSX.Element {
  const { params } = useRoute();
  const tab = params.tab === 'find' ? 'find' : 'double';
  return (
    <Screen
      title="Conflicts"
      actions={
        <Segmented
          label="What to look at"
          value={tab}
          choices={tabs}
          onChange={(next) => go('conflicts', { tab: next })}
        />
      }
    >
      {tab === 'find' ? <FindTime key={`${params.from} ${params.to}`} /> : <ConflictList />}
    </Screen>
  );
}
