import { describe, expect, it } from 'vitest';
import { isOurAddress, isOurs } from '../../../../electron/shell/app-origin.ts';
import { guardContents, type Attempt } from '../../../../electron/shell/navigation.ts';

const ours = [
  'app://umbra/',
  'app://umbra/index.html',
  'app://umbra/index.html#/rules',
  'APP://umbra/x',
];
const foreign = [
  'app://umbra.evil/',
  'app://evil/umbra',
  'app://main.evil/',
  'app://umbra:80/',
  'app://user@umbra/',
  'app://user:word@umbra/',
  'app:umbra',
  'application://umbra/',
  'https://umbra/',
  'http://app://umbra/',
  'file:///etc/passwd',
  'file://umbra/',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:app://umbra/1',
  'about:blank',
  'chrome://settings',
  'devtools://umbra/',
  'view-source:app://umbra/',
  '//umbra/',
  '',
  'umbra',
];

/** Contents that remember who listens. */
function contents() {
  const listeners = new Map<string, (attempt: Attempt) => void>();
  let open: () => { action: string } = () => ({ action: 'allow' });
  return {
    on: (event: string, listener: (attempt: Attempt) => void) => listeners.set(event, listener),
    setWindowOpenHandler: (handler: () => { action: 'deny' }) => (open = handler),
    open: () => open(),
    /** Whether the guard stopped it. */
    stops: (event: string, url: string) => {
      let stopped = false;
      listeners.get(event)?.({ url, preventDefault: () => (stopped = true) });
      return stopped;
    },
  };
}

describe('where the page may go', () => {
  const guarded = contents();
  guardContents(guarded);

  it.each(ours)('13: stays at home at %s', (url) => {
    expect(isOurAddress(url)).toBe(true);
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'])
      expect(guarded.stops(event, url)).toBe(false);
  });

  it.each(foreign)('13: never goes to "%s"', (url) => {
    expect(isOurAddress(url)).toBe(false);
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'])
      expect(guarded.stops(event, url)).toBe(true);
  });

  it('12: holds no guests', () => {
    expect(guarded.stops('will-attach-webview', 'app://umbra/')).toBe(true);
  });

  it('14: opens no windows', () => {
    expect(guarded.open()).toEqual({ action: 'deny' });
  });

  it.each([
    ['app://umbra/', 'app://umbra', true],
    ['app://umbra/', 'null', false],
    ['app://umbra/', 'app://umbra.evil', false],
    ['app://umbra/', '', false],
    ['about:blank', 'app://umbra', false],
    ['', 'app://umbra', false],
  ])('17: a frame at "%s" of origin "%s" is ours: %s', (url, origin, is) => {
    expect(isOurs(url, origin)).toBe(is);
  });
});
