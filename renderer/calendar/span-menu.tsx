import { Popover } from '@base-ui/react/popover';
import { CalendarSearch, Copy, Shield } from 'lucide-react';
import { useMemo, type JSX } from 'react';
import { availabilityText } from '../conflicts/availability-text.ts';
import { freeWithin } from '../../shared/view/free-within.ts';
import { useDeed } from '../state/deed.ts';
import { go } from '../state/route.ts';
import { useFeature, useShelf } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import popup from '../ui/popup.module.css';
import { createCalendarStore, type Span } from './calendar-store.ts';
import { isShown } from './layers.ts';
import { createSpanStore } from './span-store.ts';
import { spanLength, spanWords } from './span-words.ts';
import { useZone } from './use-calendar.ts';
import { markedPart } from './use-mark.ts';
import styles from './span-menu.module.css';

/** What can be done with a span that was selected on the calendar, beside where it ends. */
export function SpanMenu(): JSX.Element {
  const { phase, span, at, move, end } = useFeature(createSpanStore, (state) => state);
  const open = phase === 'chosen' && span !== null;
  const anchor = useMemo(
    () => ({
      getBoundingClientRect: () =>
        at === null
          ? (markedPart() ?? document.body).getBoundingClientRect()
          : DOMRect.fromRect({ ...at, width: 0, height: 0 }),
    }),
    [at],
  );
  // Who came by keys goes back to them; a drag is begun anew.
  const leave = (): void => {
    if (at === null && span !== null) move(span);
    else end();
  };
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) leave();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="right" sideOffset={8} className={popup.layer}>
          <Popover.Popup
            className={classNames(popup.popup, styles.menu)}
            aria-label="This span"
            finalFocus={() => document.getElementById('view')}
          >
            {open ? <Choices span={span} onClose={end} /> : null}
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
      zone,
    );
    void copy.run(availabilityText(slots, zone, zone), 'Copied when you are free.');
    onClose();
  };
  return (
    <>
      <p className={styles.title}>
        {spanWords(span, zone)}
        <span>{spanLength(span, zone)}</span>
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
