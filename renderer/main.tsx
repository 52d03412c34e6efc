import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Api } from '../shared/ipc/contract.ts';
import { Frame } from './frame/frame.tsx';
import { ShelfProvider } from './state/stores.tsx';
import './ui/tokens.css';
import './ui/base.css';

declare global {
  interface Window {
    readonly umbra: Api;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>
        <ShelfProvider api={window.umbra}>
          <Frame />
        </ShelfProvider>
      </Tooltip.Provider>
    </CSPProvider>
  </StrictMode>,
);
