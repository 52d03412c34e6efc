import { Compass } from 'lucide-react';
import type { JSX } from 'react';
import { createAppStore } from '../state/app.ts';
import { go } from '../state/route.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Screen as Page } from '../ui/screen.tsx';
import { screens } from './screens.ts';

/** The view that the route names; before there is an account, the start takes the calendar's place. */
export function CurrentScreen({ name }: { readonly name: string }): JSX.Element {
  const empty = useFeature(createAppStore, ({ value }) => value?.mode === 'empty');
  const Screen = screens.get(empty && name === 'calendar' ? 'start' : name);
  if (Screen !== undefined) return <Screen />;
  return (
    <Page title="Not found">
      <EmptyState
        icon={<Compass size={20} />}
        title="There is no such view"
        actions={
          <Button look="primary" onClick={() => go('calendar')}>
            Go to the calendar
          </Button>
        }
      >
        The link that brought you here names a view that this version of Umbra does not have.
      </EmptyState>
    </Page>
  );
}
