import { remoteStore } from './remote.ts';

/** Under which client ids people sign in, and what becomes of their sign-ins on this computer. */
export const createSignInSetup = remoteStore('signInSetup', {}, ['settings', 'accounts']);
