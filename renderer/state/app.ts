import { remoteStore } from './remote.ts';

/** How the program is: mode, sync, counts for the navigation, the zone. */
export const createAppStore = remoteStore('state', {}, ['app', 'holds', 'accounts', 'events']);
/** All accounts with their calendars: colours, names and layers come from here. */
export const createAccountsStore = remoteStore('accounts', {}, ['accounts']);
export const createSettingsStore = remoteStore('readSettings', {}, ['settings']);
/** What the organisation decides, and what that takes out of the person's hands. */
export const createPolicyStore = remoteStore('policy', {}, ['settings']);
/** What the user blocked by hand and that is not over. */
export const createOwnBlocksStore = remoteStore('ownBlocks', {}, ['events', 'settings']);
export const createRulesStore = remoteStore('rules', {}, ['rules', 'holds']);
