import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { useEffect, useState, type JSX } from 'react';
import type { Command as Action } from '../state/commands.ts';
import { useFeature, useShelf } from '../state/stores.tsx';
import { classNames } from '../ui/class-names.ts';
import { foreignText } from '../ui/foreign-text.ts';
import { keyWords } from '../ui/key-words.ts';
import popup from '../ui/popup.module.css';
import { allCommands } from './all-commands.ts';
import { createOverlays } from './overlays-store.ts';
import { fitOf } from './palette-match.ts';
import styles from './palette.module.css';

/** Every action of the window, found by a few letters. */
export default function Palette(): JSX.Element {
  const shelf = useShelf();
  const show = useFeature(createOverlays, (overlays) => overlays.show);
  const [actions, setActions] = useState<readonly Action[]>([]);
  useEffect(() => {
    let wanted = true;
    void allCommands(shelf).then((found) => {
      if (wanted) setActions(found);
    });
    return () => {
      wanted = false;
    };
  }, [shelf]);
  const groups = Map.groupBy(actions, (action) => action.group);
  return (
    <Dialog.Root open onOpenChange={() => show(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={popup.backdrop} />
        <Dialog.Popup
          aria-label="Find any action"
          className={classNames(popup.popup, popup.dialog, styles.popup)}
        >
          <Command label="Find any action" loop filter={fit}>
            <Command.Input autoFocus placeholder="What do you want to do?" />
            <Command.List label="Actions" tabIndex={-1}>
              <Command.Empty>Nothing is called that. Try “pause”, “rule” or “go to”.</Command.Empty>
              {[...groups].map(([group, members]) => (
                <Command.Group key={group} heading={group}>
                  {members.map((action) => (
                    <Entry
                      key={action.id}
                      action={action}
                      onChoose={() => {
                        show(null);
                        action.run();
                      }}
                    />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The last word of a value is the action's id, which nobody types. */
function fit(value: string, typed: string, also?: string[]): number {
  return fitOf(typed, value.slice(0, value.lastIndexOf(' ')), also);
}

interface EntryProps {
  readonly action: Action;
  readonly onChoose: () => void;
}

function Entry({ action, onChoose }: EntryProps): JSX.Element {
  return (
    <Command.Item
      value={`${foreignText(action.words)} ${action.id}`}
      keywords={[action.group, ...(action.also ?? [])]}
      onSelect={onChoose}
    >
      <span className={styles.words}>
        <bdi>{foreignText(action.words)}</bdi>
      </span>
      {action.keys === undefined ? null : (
        <kbd className={styles.keys}>{keyWords(action.keys)}</kbd>
      )}
    </Command.Item>
  );
}
