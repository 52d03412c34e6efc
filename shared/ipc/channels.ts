import type { Channel, Topic } from './contract.ts';

/**
 * The contract's names without its schemas: all that the preload may hold, since it stands inside the window's process.
 * A test keeps the list equal to the contract.
 */
export const channels = [
  'state',
  'syncNow',
  'pause',
  'resume',
  'readSettings',
  'saveSettings',
  'startSample',
  'copyText',
  'openLink',
  'items',
  'itemDetails',
  'seenAs',
  'conflicts',
  'findTime',
  'blockMe',
  'ownBlocks',
  'unblockMe',
  'rules',
  'previewRules',
  'saveRules',
  'switchRule',
  'ruleTemplate',
  'exportRules',
  'importRules',
  'holds',
  'decideHold',
  'accounts',
  'addAccount',
  'renameAccount',
  'signInAgain',
  'removeAccount',
  'keepAccount',
  'activity',
  'verifyActivity',
  'exportActivity',
  'health',
  'exportData',
  'eraseEverything',
  'dataProtection',
  'supportBundle',
  'saveSupportBundle',
  'exportVault',
  'importVault',
  'signInSetup',
  'saveClient',
  'keepUnprotected',
  'adminRequest',
  'policy',
  'exportPolicy',
  'components',
  'saveNotices',
] as const satisfies readonly Channel[];

/** What a channel is called on the wire. */
export const wireName = (channel: Channel): string => `umbra:${channel}`;

/** What the program says unasked. */
export const pushNames = { changed: 'umbra-changed', navigate: 'umbra-navigate' } as const;

/** The contract's topics, again without its schemas. */
export const topicNames: ReadonlySet<string> = new Set<Topic>([
  'app',
  'events',
  'rules',
  'holds',
  'accounts',
  'activity',
  'settings',
]);
