import { Pause, Play, RefreshCw } from 'lucide-react';
import type { JSX } from 'react';
import type { AppState } from '../../shared/ipc/app.ts';
import { useDeed } from '../state/deed.ts';
import { useNow } from '../state/now.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { pauses, whenWords } from './sync-words.ts';
import styles from './sync-card.module.css';

/** How syncing stands, and the two things to do about it. */
export function SyncCard({ app }: { readonly app: AppState }): JSX.Element {
  const { sync } = app;
  const now = useNow(10_000);
  const syncNow = useDeed('syncNow');
  const pause = useDeed('pause');
  const resume = useDeed('resume');
  return (
    <section className={styles.card} aria-label="Sync">
      <div className={styles.words} role="status">
        <span className={styles.dot} data-state={sync.state} aria-hidden="true" />
        <span className={styles.sentence}>{sync.sentence}</span>
        <span className={styles.when}>{whenWords(sync, now, app.zone)}</span>
      </div>
      {sync.state === 'syncing' ? <ProgressBar label="Syncing" value={sync.progress} /> : null}
      <div className={styles.actions}>
        <Button
          size="small"
          icon={<RefreshCw size={13} />}
          busy={syncNow.busy}
          disabled={sync.state === 'syncing' || app.mode === 'empty'}
          onClick={() => void syncNow.run({})}
        >
          Sync now
        </Button>
        {sync.state === 'paused' ? (
          <Button
            size="small"
            look="primary"
            icon={<Play size={13} />}
            busy={resume.busy}
            onClick={() => void resume.run({})}
          >
            Resume
          </Button>
        ) : (
          <Menu
            align="end"
            trigger={
              <Button size="small" icon={<Pause size={13} />} disabled={app.mode === 'empty'}>
                Pause
              </Button>
            }
            entries={pauses.map(({ length, words }) => ({
              id: length,
              label: words.replace(/^./, (first) => first.toUpperCase()),
              onChoose: () => void pause.run({ length }),
            }))}
          />
        )}
      </div>
    </section>
  );
}
