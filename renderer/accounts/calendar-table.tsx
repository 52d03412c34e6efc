import type { JSX } from 'react';
import type { AccountView, CalendarView } from '../../shared/ipc/accounts.ts';
import { sayAgo } from '../../shared/view/say-when.ts';
import { Dot } from '../ui/dot.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { accessRemark, accessWords } from './account-words.ts';
import styles from './accounts.module.css';

export interface CalendarTableProps {
  readonly account: AccountView;
  readonly now: number;
  readonly zone: string;
}

/** In a narrow column a zone's name breaks where its parts meet. */
function brokenAfterSlashes(zone: string): string {
  return zone.replaceAll('/', '/\u200b');
}

/** The calendars of an account, with what may be done with them. */
export function CalendarTable({ account, now, zone }: CalendarTableProps): JSX.Element {
  const columns: readonly Column<CalendarView>[] = [
    {
      id: 'name',
      title: 'Calendar',
      cell: ({ name, color, isDefault }) => (
        <span className={styles.calendar}>
          <Dot color={color} />
          <Foreign text={name} max={80} />
          {isDefault ? <span className={styles.small}>default</span> : null}
        </span>
      ),
    },
    {
      id: 'access',
      title: 'Access',
      cell: (calendar) => (
        <span title={accessRemark(calendar) ?? undefined}>{accessWords(calendar)}</span>
      ),
    },
    { id: 'zone', title: 'Zone', cell: ({ zone: name }) => brokenAfterSlashes(name ?? '–') },
    {
      id: 'read',
      title: 'Last read',
      cell: ({ lastReadAt }) => (lastReadAt === null ? 'never' : sayAgo(lastReadAt, now, zone)),
    },
    {
      id: 'events',
      title: 'Events',
      number: true,
      cell: ({ events }) => events.toLocaleString('en'),
    },
    {
      id: 'blocks',
      title: 'Blocks on it',
      number: true,
      cell: ({ blocks }) => blocks.toLocaleString('en'),
    },
  ];
  return (
    <Table
      label={`Calendars of ${account.label}`}
      columns={columns}
      rows={account.calendars}
      rowKey={({ key }) => key}
    />
  );
}
