import { lazy, Suspense, type JSX } from 'react';
import { useFeature } from '../state/stores.tsx';
import { createOverlays } from './overlays-store.ts';

const Palette = lazy(() => import('./palette.tsx'));
const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx'));
const GoToDate = lazy(() => import('./go-to-date.tsx'));

/** The dialogs that every view has. */
export function Overlays(): JSX.Element {
  const open = useFeature(createOverlays, (overlays) => overlays.open);
  return (
    <Suspense>
      {open === 'palette' ? <Palette /> : null}
      {open === 'shortcuts' ? <ShortcutSheet /> : null}
      {open === 'goToDate' ? <GoToDate /> : null}
    </Suspense>
  );
}
