import { TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { Popover } from '../ui/popover.tsx';
import { calendarName } from '../../shared/rules/calendar-choices.ts';
import { isDirty } from './drafts.ts';
import { createDrafts } from './drafts-store.ts';
import { impactByTarget } from '../../shared/view/rule-impact.ts';
import { sayImpact } from './impact-words.ts';
import { changeWords } from '../../shared/rules/rule-list.ts';
import { counted } from './rule-words.ts';
import { useChoices } from './use-choices.ts';
import styles from './save-bar.module.css';

/** What is not saved yet, what saving would do, and the way to do it. Nothing where nothing was changed. */
export function SaveBar(): JSX.Element | null {
  const drafts = useFeature(createDrafts, (state) => state);
  if (!isDirty(drafts)) return null;
  const { preview, stale, saving, asking, base, history, overtaken } = drafts;
  const problems = preview?.problems.length ?? 0;
  return (
    <footer className={styles.bar} aria-label="Changes that are not saved yet">
      <div className={styles.words}>
        <p className={styles.title}>Not saved: {changeWords(base, history.present)}</p>
        <p className={styles.dryRun} role="status">
          {sayDryRun(problems, preview === null || stale ? null : sayImpact(preview))}
          {overtaken
            ? ' The rules were changed elsewhere meanwhile; saving replaces those changes.'
            : ''}
        </p>
      </div>
      {preview === null || problems > 0 ? null : <ImpactDetails />}
      <Button onClick={drafts.discard} disabled={saving}>
        Discard
      </Button>
      <Button
        look="primary"
        busy={saving}
        disabled={problems > 0}
        onClick={() => void drafts.save()}
      >
        Save rules
      </Button>
      <ConfirmDialog
        open={asking.length > 0}
        title="Show more than before?"
        description="With these rules, other people will see what they could not see until now:"
        verb="Show it and save"
        busy={saving}
        onConfirm={() => void drafts.save(true)}
        onClose={drafts.refuse}
      >
        <ul className={styles.reveals}>
          {asking.map((text) => (
            <li key={text} className={styles.reveal}>
              <TriangleAlert size={14} aria-hidden="true" />
              <Foreign text={text} max={300} />
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    </footer>
  );
}

function sayDryRun(problems: number, impact: string | null): string {
  if (problems > 0) return `${counted(problems, 'problem')} to mend before it can be saved.`;
  return impact ?? 'Working out what saving would do …';
}

/** The dry run, target by target. */
function ImpactDetails(): JSX.Element {
  const impact = useFeature(createDrafts, (state) => state.preview?.impact);
  const choices = useChoices();
  const rows = impactByTarget(impact ?? []);
  return (
    <Popover
      label="What saving would do on each calendar"
      align="end"
      trigger={
        <Button look="quiet" disabled={rows.length === 0}>
          Per calendar
        </Button>
      }
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Calendar</th>
            <th scope="col">Create</th>
            <th scope="col">Change</th>
            <th scope="col">Remove</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.target}>
              <th scope="row">
                <Foreign text={calendarName(choices, row.target)} max={50} />
              </th>
              <td>{row.create}</td>
              <td>{row.change}</td>
              <td data-some={row.remove > 0 || undefined}>{row.remove}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Popover>
  );
}
