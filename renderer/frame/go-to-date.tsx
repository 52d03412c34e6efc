import { useState, type JSX } from 'react';
import { createAppStore } from '../state/app.ts';
import { useNow } from '../state/now.ts';
import { go } from '../state/route.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { createOverlays } from './overlays-store.ts';
import { readDate } from './read-date.ts';

const hint = 'Such as 24 Dec, 2027-01-15, tomorrow, friday, +3 weeks';

/** Jumps to a day, written as people write days. */
export default function GoToDate(): JSX.Element {
  const show = useFeature(createOverlays, (overlays) => overlays.show);
  const zone = useFeature(createAppStore, ({ value }) => value?.zone ?? 'UTC');
  const now = useNow(60_000);
  const [text, setText] = useState('');
  const date = readDate(text, now, zone);
  const jump = (): void => {
    if (date === null) return;
    show(null);
    go('calendar', { date });
  };
  return (
    <Dialog
      open
      title="Go to a date"
      onClose={() => show(null)}
      actions={
        <Button look="primary" disabled={date === null} onClick={jump}>
          Go
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          jump();
        }}
      >
        <Field label="Date" hint={date === null ? hint : longDate(date)}>
          {(control) => <TextInput {...control} autoFocus value={text} onChange={setText} />}
        </Field>
      </form>
    </Dialog>
  );
}

function longDate(date: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
}
