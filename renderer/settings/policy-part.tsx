import { Download, Lock, RotateCw } from 'lucide-react';
import type { JSX } from 'react';
import type { PolicyEntryView } from '../../shared/ipc/policy.ts';
import { createPolicyStore } from '../state/app.ts';
import { useDeed } from '../state/deed.ts';
import { useFeature } from '../state/stores.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { Part } from './part.tsx';
import { policyLevels, policyStatuses } from './policy-words.ts';
import styles from './settings.module.css';

const tones = {
  applied: 'good',
  overridden: 'neutral',
  invalid: 'bad',
  unknown: 'warn',
} as const satisfies Record<PolicyEntryView['status'], Tone>;

const long = (text: string): JSX.Element => (
  <span className={styles.long}>
    <Foreign text={text} max={200} />
  </span>
);

const columns: readonly Column<PolicyEntryView>[] = [
  { id: 'name', title: 'Policy', cell: ({ name }) => <Foreign text={name} max={80} /> },
  { id: 'value', title: 'Value', cell: ({ value }) => long(value) },
  { id: 'level', title: 'Level', cell: ({ level, scope }) => policyLevels[level][scope] },
  {
    id: 'status',
    title: 'Status',
    cell: ({ status, reason, remark }) => (
      <>
        <Badge tone={remark === null ? tones[status] : 'neutral'}>{policyStatuses[status]}</Badge>{' '}
        {reason === null ? null : long(reason)}
        {remark === null ? null : long(remark)}
      </>
    ),
  },
  { id: 'origin', title: 'Source', cell: ({ origin }) => long(origin) },
];

/** Every policy that an administrator set on this computer, and what became of it. */
export function PolicyPart(): JSX.Element | null {
  const { value: page, problem, loading, reload } = useFeature(createPolicyStore, (all) => all);
  const save = useDeed('exportPolicy');
  if (page === null)
    return problem === null ? null : (
      <Part title="Policy">
        <Failure problem={problem} loading={loading} reload={reload} />
      </Part>
    );
  const { managed, entries, obstacles, warnings, atNextStart } = page;
  return (
    <Part title="Policy">
      <SettingRow
        title={managed ? 'Managed by your organisation' : 'Not managed'}
        hint={
          managed
            ? 'An administrator of this computer set what stands below. It can’t be changed here.'
            : 'No administrator set any policy on this computer.'
        }
        error={
          obstacles.length === 0 ? undefined : `Nothing is synchronised: ${obstacles.join('; ')}`
        }
      >
        <Button icon={<Download size={14} />} busy={save.busy} onClick={() => void save.run({})}>
          Export…
        </Button>
      </SettingRow>
      {atNextStart.length === 0 ? null : (
        <SettingRow
          title="Takes effect at the next start"
          hint={`${atNextStart.join(', ')} changed since Umbra was started. Until it is quit and started again, what was set then holds.`}
        >
          <RotateCw size={14} aria-hidden="true" />
        </SettingRow>
      )}
      {warnings.map((warning) => (
        <SettingRow key={warning} title="Ignored" hint={<Foreign text={warning} max={300} />}>
          <Lock size={14} aria-hidden="true" />
        </SettingRow>
      ))}
      {entries.length === 0 ? null : (
        <Table
          label="Policies"
          columns={columns}
          rows={entries}
          rowKey={({ name, origin }) => `${origin} ${name}`}
        />
      )}
    </Part>
  );
}
