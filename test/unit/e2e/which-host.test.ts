import { describe, expect, it } from 'vitest';
import { whichHost, type Machine } from '../../e2e/which-host.ts';

const machine: Machine = {
  platform: 'linux',
  environment: { DISPLAY: ':0' },
  isRoot: false,
  binary: '/opt/electron',
};

describe('what the end-to-end tests run on', () => {
  it.each([
    ['its binary is there', {}, 'electron'],
    ['its binary is not there', { binary: null }, 'stand-in'],
    ['it would run as root', { isRoot: true }, 'stand-in'],
    ['there is no screen', { environment: {} }, 'stand-in'],
    ['there is Wayland', { environment: { WAYLAND_DISPLAY: 'wayland-0' } }, 'electron'],
    ['it is a Mac', { platform: 'darwin', environment: {} }, 'electron'],
    [
      'it is insisted on',
      { binary: null, environment: { UMBRA_E2E_HOST: 'electron' } },
      'electron',
    ],
    ['it is not wanted', { environment: { UMBRA_E2E_HOST: 'stand-in' } }, 'stand-in'],
  ] as const)('where %s (%j) is the %s, and they say why', (_when, own, kind) => {
    const host = whichHost({ ...machine, ...own });
    expect(host.kind).toBe(kind);
    expect(host.because.length).toBeGreaterThan(5);
  });
});
