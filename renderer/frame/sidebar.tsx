import type { JSX } from 'react';
import type { AppState } from '../../shared/ipc/app.ts';
import { createAppStore } from '../state/app.ts';
import { writeRoute } from '../state/route.ts';
import { useFeature } from '../state/stores.tsx';
import { Badge } from '../ui/badge.tsx';
import { keyWords } from '../ui/key-words.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { Mark } from './mark.tsx';
import { SyncCard } from './sync-card.tsx';
import { views, type View } from './views.ts';
import styles from './frame.module.css';

export interface SidebarProps {
  readonly current: string;
  /** As a drawer, where the window is small. */
  readonly open: boolean;
  readonly slot: (element: HTMLElement | null) => void;
  readonly onChoose: () => void;
}

export function Sidebar({ current, open, slot, onChoose }: SidebarProps): JSX.Element {
  const app = useFeature(createAppStore, ({ value }) => value);
  return (
    <aside className={styles.sidebar} data-open={open || undefined} aria-label="Sidebar">
      <div className={styles.brand}>
        <Mark />
        <span>Umbra</span>
        {app?.mode === 'sample' ? <Badge tone="accent">Sample</Badge> : null}
      </div>
      <nav aria-label="Views" className={styles.views}>
        {views
          .filter((view) => isListed(view, app, current))
          .map((view) => (
            <ViewLink
              key={view.name}
              view={view}
              app={app}
              current={view.name === current}
              onChoose={onChoose}
            />
          ))}
      </nav>
      <div ref={slot} className={styles.slot} />
      {app === null ? null : <SyncCard app={app} />}
    </aside>
  );
}

function isListed(view: View, app: AppState | null, current: string): boolean {
  if (view.onlyWhenCounted !== true || view.name === current) return true;
  return app !== null && (view.count?.(app).count ?? 0) > 0;
}

interface ViewLinkProps {
  readonly view: View;
  readonly app: AppState | null;
  readonly current: boolean;
  readonly onChoose: () => void;
}

function ViewLink({ view, app, current, onChoose }: ViewLinkProps): JSX.Element {
  const Icon = view.icon;
  const waiting = app === null ? undefined : view.count?.(app);
  return (
    <a
      href={writeRoute(view.name)}
      className={styles.view}
      aria-current={current ? 'page' : undefined}
      title={keyWords(view.keys)}
      onClick={onChoose}
    >
      <Icon size={16} aria-hidden="true" />
      <span>{view.words}</span>
      {waiting === undefined || waiting.count === 0 ? null : (
        <>
          <Badge tone="warn">{waiting.count}</Badge>
          <VisuallyHidden>{waiting.words}</VisuallyHidden>
        </>
      )}
    </a>
  );
}
