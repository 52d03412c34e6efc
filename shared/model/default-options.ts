import type { Options } from './rule.ts';

/** What the schema of a rule's options fills in; without the schema's weight, for the window. */
export const defaultOptions: Options = {
  showAs: 'busy',
  visibility: 'private',
  color: null,
  bufferBefore: 0,
  bufferAfter: 0,
  roundTo: 0,
  allDay: 'allDay',
  workingHours: { from: '09:00', to: '17:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  merge: false,
  mergeGap: 0,
  skipWhenBusy: false,
  onEdit: 'repair',
  onDelete: 'dismiss',
  retentionDays: null,
};
