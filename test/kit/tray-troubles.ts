import type { TrayView } from '../../shared/view/tray-view.ts';

/** One account that its person can mend, and one that only an administrator can. */
export const twoInTrouble: TrayView['troubled'] = [
  { id: '1', label: 'Acme', sentence: 'Sign in again.', mend: 'signIn' },
  {
    id: '2',
    label: 'Globex',
    sentence: 'Its administrator has to allow Umbra.',
    mend: 'askAdmin',
  },
];
