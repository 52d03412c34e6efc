import { createStore, type StoreApi } from 'zustand';

export type Overlay = 'palette' | 'shortcuts' | 'goToDate' | null;

export interface OverlayState {
  readonly open: Overlay;
  readonly show: (overlay: Overlay) => void;
}

/** Which of the frame's dialogs is open; never two. */
export function createOverlays(): StoreApi<OverlayState> {
  return createStore<OverlayState>((set) => ({
    open: null,
    show: (open) => set({ open }),
  }));
}
