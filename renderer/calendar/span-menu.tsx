import { Popover } from '@base-ui/react/popover';
import { CalendarSearch, Copy, Shield } from 'lucide-react';
import { useMemo, type JSX } from 'react';
import { availabilityText } from '../conflicts/availability-text.ts';
import { freeWithin } from '../conflicts/free-within.ts';
import { useDeed } from '../state/deed.ts';
import { go } from '../state/route.ts';
import { useShelf } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import popup from '../ui/popup.module.css';
import { createCalendarStore, type Span } from './calendar-store.ts';
import { isShown } from './layers.ts';
import { lengthWords, timeWords } from './time-words.ts';
import { useZone } from './use-calendar.ts';
import styles from './span-menu.module.css';

export interface SpanChoice {
  readonly span: Span;
  /** Where the drag ended. */
  readonly at: { readonly x: number; readonly y: number };
}

export interface SpanMenuProps {
  readonly choice: SpanChoice | null;
  readonly onClose: () => void;
}

/** What can be done with a span that was dragged on the calendar. */
export function SpanMenu({ choice, onClose }: SpanMenuProps): JSX.Element {
  const anchor = useMemo(
    () =>
      choice === null
        ? null
        : { getBoundingClientRect: () => DOMRect.fromRect({ ...choice.at, width: 0, height: 0 }) },
    [choice],
  );
  return (
    <Popover.Root
      open={choice !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="right" sideOffset={8} className={popup.layer}>
          <Popover.Popup className={classNames(popup.popup, styles.menu)} aria-label="This span">
            {choice === null ? null : <Choices span={choice.span} onClose={onClose} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choices({
  span,
  onClose,
}: {
  readonly span: Span;
  readonly onClose: () => void;
}): JSX.Element {
  const zone = useZone();
  const shelf = useShelf();
  const block = useDeed('blockMe');
  const copy = useDeed('copyText');
  const { from, to } = span;
  const copyFree = (): void => {
    const { items, layers } = shelf.store(createCalendarStore).getState();
    const slots = freeWithin(
      items.filter((item) => isShown(layers, item.calendar)),
      span,
    );
    void copy.run(availabilityText(slots, zone, zone), 'Copied when you are free.');
    onClose();
  };
  return (
    <>
      <p className={styles.title}>
        {timeWords({ kind: 'timed', start: from, end: to }, zone, true)}
        <span>{lengthWords(to - from)}</span>
      </p>
      <Button
        look="primary"
        icon={<Shield size={14} />}
        onClick={() => {
          void block.run({ span, targets: [] }, 'Blocked on your calendars.');
          onClose();
        }}
      >
        Block me
      </Button>
      <Button
        icon={<CalendarSearch size={14} />}
        onClick={() => {
          onClose();
          go('conflicts', { tab: 'find', from: String(from), to: String(to) });
        }}
      >
        Find time here
      </Button>
      <Button icon={<Copy size={14} />} onClick={copyFree}>
        Copy availability
      </Button>
    </>
  );
}
