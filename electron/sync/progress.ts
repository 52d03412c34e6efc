import type { AccountId, CalendarId } from '../../shared/model/ids.ts';

/** What the engine tells while it works: counts and ids only, never a text of an event. */
export type Progress =
  | { readonly kind: 'cycleStarted' }
  | {
      readonly kind: 'pulled';
      readonly account: AccountId;
      readonly calendar: CalendarId;
      readonly done: number;
      readonly of: number;
    }
  | {
      readonly kind: 'planned';
      readonly create: number;
      readonly change: number;
      readonly remove: number;
      readonly held: number;
    }
  | {
      readonly kind: 'pushed';
      readonly account: AccountId;
      readonly done: number;
      readonly of: number;
    }
  | { readonly kind: 'cycleEnded'; readonly ok: boolean };
