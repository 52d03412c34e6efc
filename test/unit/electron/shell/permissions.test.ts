import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  guardPermissions,
  mayHave,
  type PermissionSession,
} from '../../../../electron/shell/permissions.ts';

type Handler = (...args: never[]) => unknown;
type Request = Parameters<PermissionSession['setPermissionRequestHandler']>[0] & Handler;
type Check = Parameters<PermissionSession['setPermissionCheckHandler']>[0] & Handler;

/** Every name that Electron 45's typings know, and some that they don't. */
const names =
  'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation geolocation-approximate hand-tracking hid idle-detection keyboardLock local-fonts local-network local-network-access loopback-network media mediaKeySystem midi midiSysex nfc notifications openExternal payment-handler periodic-background-sync persistent-storage pointerLock screen-wake-lock sensors serial smart-card speaker-selection storage-access system-wake-lock top-level-storage-access usb vr web-app-installation web-printing window-management unknown not-invented-yet constructor'.split(
    ' ',
  );

function session() {
  const handlers = new Map<string, Handler>();
  const keep = (name: string) => (handler: unknown) => void handlers.set(name, handler as Handler);
  const fake = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    setUSBProtectedClassesHandler: keep('usb'),
    setBluetoothPairingHandler: keep('bluetooth'),
  };
  guardPermissions(fake);
  return handlers;
}

describe('what the page may have', () => {
  it.each(names)('5: %s is denied', (name) => {
    expect(mayHave(name, 'app://umbra/', true)).toBe(false);
  });

  it.each([
    ['app://umbra/', true, true],
    ['app://umbra/', false, false],
    ['app://umbra.evil/', true, false],
    ['https://umbra/', true, false],
    ['', true, false],
  ])('5: clipboard-sanitized-write for "%s", top frame %s: %s', (address, top, given) => {
    expect(mayHave('clipboard-sanitized-write', address, top)).toBe(given);
  });

  it('5: leaves out no name that the typings of this Electron know', () => {
    const typings = readFileSync('node_modules/electron/electron.d.ts', 'utf8');
    const [, union = ''] =
      /setPermissionRequestHandler\(.*?permission: (.*?), callback/.exec(typings) ?? [];
    const known = [...union.matchAll(/'([^']+)'/g)].map(([, name]) => name);
    expect(known.length).toBeGreaterThan(40);
    expect(known.toSorted()).toEqual(
      expect.arrayContaining([...names.slice(0, -2), 'clipboard-sanitized-write'].toSorted()),
    );
    for (const name of known.filter((one) => one !== 'clipboard-sanitized-write'))
      expect(names).toContain(name);
  });

  it('5: gives nothing to a frame in our page', () => {
    const handlers = session();
    const framed = { requestingUrl: 'app://umbra/', isMainFrame: false } as never;
    const answers: boolean[] = [];
    const ask = handlers.get('request') as Request;
    ask(
      null as never,
      'clipboard-sanitized-write',
      (given: boolean) => answers.push(given),
      framed,
    );
    const check = handlers.get('check') as Check;
    answers.push(check(null, 'clipboard-sanitized-write', 'app://umbra', framed));
    expect(answers).toEqual([false, false]);
  });

  it('5: answers every kind of question that Electron asks', () => {
    const handlers = session();
    const ask = handlers.get('request') as Request;
    const answers: boolean[] = [];
    const details = { requestingUrl: 'app://umbra/', isMainFrame: true };
    for (const name of ['media', 'clipboard-sanitized-write'] as const)
      ask(null as never, name, (given: boolean) => answers.push(given), details as never);
    expect(answers).toEqual([false, true]);
    const check = handlers.get('check') as Check;
    expect(check(null, 'media', 'app://umbra', { isMainFrame: true } as never)).toBe(false);
    expect(handlers.get('device')?.()).toBe(false);
    const said: unknown[] = [];
    handlers.get('display')?.({} as never, ((streams: unknown) => said.push(streams)) as never);
    handlers.get('bluetooth')?.({} as never, ((reply: unknown) => said.push(reply)) as never);
    expect(said).toEqual([null, { confirmed: false }]);
    expect(handlers.get('usb')?.({ protectedClasses: ['hid'] } as never)).toEqual(['hid']);
  });
});
