import { Menu } from 'lucide-react';
import { Suspense, useEffect, useState, type JSX } from 'react';
import { createSettingsStore } from '../state/app.ts';
import { go, useRoute } from '../state/route.ts';
import { useApi, useFeature } from '../state/stores.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { CurrentScreen } from './current-screen.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { KeyHandler } from './key-handler.tsx';
import { NoticeList } from './notice-list.tsx';
import { Overlays } from './overlays.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { Sidebar } from './sidebar.tsx';
import { SlotContext } from './sidebar-slot.tsx';
import { useDrawer } from './use-drawer.ts';
import styles from './frame.module.css';

/** Applies the user's own choice of theme over the system's. */
function useTheme(): void {
  const theme = useFeature(createSettingsStore, ({ value }) => value?.theme ?? 'system');
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}

/** The window: navigation at the side, the view in the middle, what floats above both. */
export function Frame(): JSX.Element {
  const api = useApi();
  const route = useRoute();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const { open, show, close } = useDrawer();
  useTheme();
  useKeptFocus();
  useEffect(() => api.onNavigate((name) => go(name)), [api]);

  return (
    <SlotContext value={slot}>
      <div className={styles.frame}>
        <a className={styles.skip} href="#view" onClick={focusMain}>
          Skip to the view
        </a>
        <div className={styles.menuButton}>
          <IconButton
            id="navigation"
            label="Open navigation"
            icon={<Menu size={16} />}
            onClick={show}
          />
        </div>
        {open ? (
          <button
            type="button"
            aria-label="Close navigation"
            className={styles.veil}
            onClick={() => close('navigation')}
          />
        ) : null}
        <Sidebar current={route.name} open={open} slot={setSlot} onChoose={() => close('view')} />
        <main id="view" tabIndex={-1} className={styles.main}>
          <ScreenBoundary key={route.name}>
            <Suspense fallback={<Waiting />}>
              <CurrentScreen name={route.name} />
            </Suspense>
          </ScreenBoundary>
        </main>
        <NoticeList />
        <Overlays />
        <KeyHandler />
      </div>
    </SlotContext>
  );
}

function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('view')?.focus();
}

function Waiting(): JSX.Element {
  return (
    <div className={styles.waiting} role="status">
      <Spinner /> Opening…
    </div>
  );
}
