import type { Fault, SimulatedCloud } from '../../electron/simulator/cloud.ts';

export type Cloud = SimulatedCloud['kind'];

const clouds: readonly Cloud[] = ['microsoft', 'google'];

/**
 * Every fault that the engine must survive, by its number in the list of faults, and the forms in which lives meet it.
 * Those that the test list of README names besides (a full flood, a damaged database file) have tests of their own.
 */
const forms: Readonly<Record<string, readonly string[]>> = {
  F1: ['429, wait so long', '429, wait until', '429'],
  F2: ['403 rateLimitExceeded', '403 quotaExceeded', '403 forbidden'],
  F3: ['500', '502', '503', '504'],
  F4: ['connection lost before', 'connection lost after', 'no answer, not done', 'no answer, done'],
  F5: ['cursor used up', '410'],
  F6: ['part of a batch'],
  F7: ['page twice', 'other order', 'page without end'],
  F8: ['lagging read'],
  F9: ['404', '409', '412'],
  F10: ['401', '401 with claims', 'consent withdrawn'],
  F11: ['calendar gone', 'calendar read-only'],
  F12: ['clock off', 'clock set in a cycle', 'other zone', 'summer time'],
  F13: ['power cut', 'sleep in a cycle'],
  F14: ['disk full', 'disk read-only', 'disk error'],
  F15: ['database lost'],
  F16: ['two devices', 'old backup'],
  F17: ['endless series', 'odd lengths'],
  F18: ['event not understood'],
  F19: ['rule edited in a cycle', 'stopped in a cycle'],
  F20: ['block touched in a cycle'],
  F21: ['host not found', 'connection refused', 'certificate', 'proxy 407', 'body stalls'],
  F22: [
    'captive portal',
    'cut-off answer',
    'empty 200',
    'empty object',
    'empty list',
    'list of another account',
  ],
  F23: ['window moved on', 'window reconfigured'],
  F24: ['lockout'],
};

/** Forms that only one cloud has. */
const onlyOn: Readonly<Record<string, Cloud>> = {
  '403 rateLimitExceeded': 'google',
  '403 quotaExceeded': 'google',
  'part of a batch': 'microsoft',
  lockout: 'google',
};

/** One row of the table: number, form and cloud. */
export interface FaultRow {
  readonly id: string;
  readonly form: string;
  readonly cloud: Cloud;
}

export const faultRows: readonly FaultRow[] = Object.entries(forms).flatMap(([id, names]) =>
  names.flatMap((form) =>
    clouds
      .filter((cloud) => (onlyOn[form] ?? cloud) === cloud)
      .map((cloud) => ({ id, form, cloud })),
  ),
);

const byKind: Partial<Readonly<Record<Fault['kind'], string>>> = {
  dropBefore: 'connection lost before',
  dropAfter: 'connection lost after',
  hang: 'no answer, not done',
  hangAfter: 'no answer, done',
  captivePortal: 'captive portal',
  truncate: 'cut-off answer',
  emptyRead: 'empty list',
  stale: 'lagging read',
  expireCursor: 'cursor used up',
  partialBatch: 'part of a batch',
  repeatPage: 'page twice',
  shuffle: 'other order',
  loopPage: 'page without end',
  damage: 'event not understood',
  otherAccount: 'list of another account',
};

/** The form of a fault that a cloud was told to show. */
export function formOf(fault: Fault, cloud: Cloud): string {
  if (fault.kind !== 'status') return byKind[fault.kind] ?? fault.kind;
  const { status, code = '', headers = {}, body } = fault;
  const wait = headers['retry-after'];
  if (body?.includes('usage limits') === true) return 'lockout';
  if (status === 200) return body === '' ? 'empty 200' : 'empty object';
  if (status === 429 && wait !== undefined)
    return /^\d+$/.test(wait) ? '429, wait so long' : '429, wait until';
  if (status === 401) return 'www-authenticate' in headers ? '401 with claims' : '401';
  // Of Microsoft's refusals none means that a quota is used up.
  if (status === 403)
    return cloud === 'google' && /Exceeded$/.test(code) ? `403 ${code}` : '403 forbidden';
  return String(status);
}
