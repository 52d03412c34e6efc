import { useEffect } from 'react';

/**
 * Where what has the focus goes away, its nearest surroundings that are left take it: else the next Tab would begin at the top
 * of the window. What floats above the window hands the focus back by itself; what it came from may be gone by then.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const root = document.getElementById('root');
    let path: readonly EventTarget[] = [];
    const remember = (event: FocusEvent): void => {
      const way = event.composedPath();
      if (root !== null && way.includes(root)) path = way;
    };
    const hand = (): void => {
      if (document.activeElement !== document.body) return;
      const [last] = path;
      if (!(last instanceof HTMLElement) || last.isConnected) return;
      const left = path.find((one) => one instanceof HTMLElement && one.isConnected);
      if (left instanceof HTMLElement) takeFocus(left);
    };
    const watch = new MutationObserver(hand);
    watch.observe(document.body, { subtree: true, childList: true });
    document.addEventListener('focusin', remember);
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

function takeFocus(part: HTMLElement): void {
  if (!part.hasAttribute('tabindex')) {
    part.tabIndex = -1;
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true });
  }
  part.focus({ preventScroll: true });
}
