import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';
import { ShelfProvider, useShelf, type Shelf } from '../../renderer/state/stores.tsx';
import type { Api } from '../../shared/ipc/contract.ts';
import type { Scene } from '../window/fake-api.ts';
import { pagesApi } from '../window/pages-api.ts';
import '../../renderer/ui/tokens.css';
import '../../renderer/ui/base.css';

let root: Root | null = null;
let place: HTMLElement | null = null;

afterEach(() => {
  root?.unmount();
  place?.remove();
  location.hash = '';
});

/** Draws one part of the window, alone, on the fake program or on what a test changes of it. */
export function show(part: ReactNode, scene: Scene = 'rich', change: Partial<Api> = {}): Shelf {
  place = document.body.appendChild(document.createElement('main'));
  const drawn = createRoot(place);
  root = drawn;
  const taken: Shelf[] = [];
  const Take = (): null => {
    taken.push(useShelf());
    return null;
  };
  flushSync(() =>
    drawn.render(
      <CSPProvider disableStyleElements>
        <Tooltip.Provider>
          <ShelfProvider api={{ ...pagesApi(scene), ...change }}>
            <Take />
            {part}
          </ShelfProvider>
        </Tooltip.Provider>
      </CSPProvider>,
    ),
  );
  const [shelf] = taken;
  if (shelf === undefined) throw new Error('Nothing was drawn');
  return shelf;
}
