import { Ellipsis, History, ShieldCheck } from 'lucide-react';
import type { JSX } from 'react';
import { useDeed } from '../state/deed.ts';
import { useLocks } from '../state/locks.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Failure } from '../ui/failure.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Screen } from '../ui/screen.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { createActivity } from './activity-store.ts';
import { EntryList } from './entry-list.tsx';
import { actionChoices } from './entry-words.ts';
import { VerifyButton } from './verify-button.tsx';
import styles from './activity.module.css';

const actions = [{ value: 'all', label: 'Every kind' }, ...actionChoices];

/** Every write that Umbra made: when, by which rule, where, and what came of it. */
export default function ActivityScreen(): JSX.Element {
  const { entries, problem, loading, reload } = useFeature(createActivity, (state) => state);
  return (
    <Screen
      title="Activity"
      note="No title, address or place is ever written here."
      bare
      actions={
        <>
          <VerifyButton />
          <ExportMenu />
        </>
      }
    >
      <div className={styles.page}>
        <Filters />
        {problem === null ? null : (
          <div className={styles.trouble}>
            <Failure problem={problem} loading={loading} reload={reload} />
          </div>
        )}
        {entries?.length === 0 ? <NoEntries /> : <EntryList entries={entries ?? []} />}
      </div>
    </Screen>
  );
}

function ExportMenu(): JSX.Element {
  const save = useDeed('exportActivity');
  const { exports: locked } = useLocks();
  return (
    <Menu
      align="end"
      trigger={<IconButton label="Export" icon={<Ellipsis size={16} />} />}
      entries={(['csv', 'ndjson', 'json'] as const).map((format) => ({
        id: format,
        label: `Export as ${format.toUpperCase()}…`,
        disabled: save.busy,
        reason: locked,
        onChoose: () => void save.run({ format }),
      }))}
    />
  );
}

function Filters(): JSX.Element {
  const { text, action, intents, search, filter, showIntents } = useFeature(
    createActivity,
    (state) => state,
  );
  return (
    <div className={styles.filters} role="search">
      <TextInput
        type="search"
        aria-label="Search the activity"
        placeholder="Search rules, calendars, outcomes"
        value={text}
        maxLength={200}
        onChange={search}
      />
      <Select
        label="Kind of activity"
        value={action ?? 'all'}
        choices={actions}
        onChange={(next) => filter(next === 'all' ? null : next)}
      />
      <Checkbox
        label="Show what was announced before it was done"
        checked={intents}
        onChange={showIntents}
      >
        Announcements too
      </Checkbox>
    </div>
  );
}

function NoEntries(): JSX.Element {
  const { text, action, search, filter } = useFeature(createActivity, (state) => state);
  const filtered = text !== '' || action !== null;
  return (
    <EmptyState
      icon={<History size={22} />}
      title={filtered ? 'Nothing fits' : 'Nothing was written yet'}
      actions={
        filtered ? (
          <Button
            onClick={() => {
              search('');
              filter(null);
            }}
          >
            Show everything
          </Button>
        ) : undefined
      }
    >
      {filtered ? (
        'No entry of the log has this in it.'
      ) : (
        <>
          <ShieldCheck size={14} aria-hidden="true" /> Each write will stand here, chained to the
          one before it, so that nobody can change the log unseen.
        </>
      )}
    </EmptyState>
  );
}
