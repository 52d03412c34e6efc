import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, type JSX } from 'react';
import { createNotices, type Notice } from '../state/notices.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './notice-list.module.css';

/** Long enough to read and reach; a notice with a button stays longer. */
const shownMs = { plain: 5_000, withAction: 12_000 };

export function NoticeList(): JSX.Element {
  const list = useFeature(createNotices, (notices) => notices.list);
  return (
    <div className={styles.list} role="region" aria-label="Notices" aria-live="polite">
      {list.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }): JSX.Element {
  const dismiss = useFeature(createNotices, (notices) => notices.dismiss);
  const { id, words, problem, action } = notice;
  useEffect(() => {
    if (problem !== null) return undefined;
    const timer = setTimeout(
      () => dismiss(id),
      action === null ? shownMs.plain : shownMs.withAction,
    );
    return () => clearTimeout(timer);
  }, [id, problem, action, dismiss]);
  return (
    <div className={styles.notice} role={problem === null ? undefined : 'alert'}>
      {problem === null ? (
        <CircleCheck size={16} aria-hidden="true" className={styles.good} />
      ) : (
        <CircleAlert size={16} aria-hidden="true" className={styles.bad} />
      )}
      <div className={styles.words}>
        <p>{words}</p>
        {problem === null ? null : <p className={styles.kept}>{problem.kept}</p>}
      </div>
      {action === null ? null : (
        <Button
          size="small"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.words}
        </Button>
      )}
      <IconButton label="Dismiss" size="small" icon={<X size={14} />} onClick={() => dismiss(id)} />
    </div>
  );
}
