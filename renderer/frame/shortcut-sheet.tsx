import { Fragment, type JSX } from 'react';
import { createShortcuts } from '../state/shortcuts.ts';
import { useFeature } from '../state/stores.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { keyCaps } from '../ui/key-words.ts';
import { createOverlays } from './overlays-store.ts';
import styles from './shortcut-sheet.module.css';

/** Every shortcut that works now, by where it works. */
export default function ShortcutSheet(): JSX.Element {
  const active = useFeature(createShortcuts, (shortcuts) => shortcuts.active);
  const show = useFeature(createOverlays, (overlays) => overlays.show);
  const groups = Map.groupBy(active, (shortcut) => shortcut.group);
  return (
    <Dialog open wide title="Keyboard shortcuts" onClose={() => show(null)}>
      <div className={styles.groups}>
        {[...groups].map(([group, shortcuts]) => (
          <section key={group} className={styles.group}>
            <h3>{group}</h3>
            <ul>
              {shortcuts.map((shortcut) => (
                <li key={shortcut.keys} className={styles.row}>
                  <span>{shortcut.words}</span>
                  <Keys keys={shortcut.keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Keys({ keys }: { readonly keys: string }): JSX.Element {
  return (
    <span className={styles.keys}>
      {keyCaps(keys).map((caps, stroke) => (
        <Fragment key={caps.join()}>
          {stroke === 0 ? null : <span>then</span>}
          {caps.map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
