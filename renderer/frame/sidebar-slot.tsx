import { createContext, useContext, type JSX, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export const SlotContext = createContext<HTMLElement | null>(null);

/** What a view puts into the sidebar, beneath the navigation. */
export function SidebarPart({ children }: { readonly children: ReactNode }): JSX.Element | null {
  const slot = useContext(SlotContext);
  return slot === null ? null : <>{createPortal(children, slot)}</>;
}
