import { table } from '../../electron/cli/table.ts';
import type { Cloud } from './fault-table.ts';
import type { FaultCount } from './tally.ts';

/** Each fault with how often it struck on each cloud, and in how many lives that met it all came to rest again. */
export function faultTable(counts: FaultCount): string {
  const rows = counts.rows();
  const forms = new Map(rows.map(({ id, form }) => [`${id} ${form}`, { id, form }]));
  const cell = (form: string, on: Cloud): string => {
    const row = rows.find(({ form: other, cloud }) => other === form && cloud === on);
    return row === undefined ? '-' : `${row.reached} / ${row.recovered}`;
  };
  return table(
    ['', 'Fault', 'Microsoft: reached / lives recovered', 'Google'],
    [...forms.values()].map(({ id, form }) => [
      id,
      form,
      cell(form, 'microsoft'),
      cell(form, 'google'),
    ]),
  );
}
