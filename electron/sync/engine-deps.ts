import type { Account } from '../../shared/model/account.ts';
import type { AccountId, CalendarId, VaultId } from '../../shared/model/ids.ts';
import type { ManualBlock } from '../../shared/model/manual-block.ts';
import type { Rule } from '../../shared/model/rule.ts';
import type { PolicyValues } from '../../shared/policy/policies.ts';
import type { Clock } from '../ports/clock.ts';
import type { CalendarProvider } from '../ports/provider.ts';
import type { Random } from '../ports/random.ts';
import type { Store } from '../ports/store.ts';
import type { Progress } from './progress.ts';

/** The secret that makes block keys, and its public name. */
export interface VaultSecret {
  readonly id: VaultId;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** What an administrator decides; the engine obeys it whatever a window, a file or a command asks for. */
export interface EnginePolicy {
  /** Mandatory policies that can't be understood, in words: while there is one, no cycle runs. */
  readonly obstacles: readonly string[];
  readonly values: PolicyValues;
}

export const noPolicy: EnginePolicy = { obstacles: [], values: {} };

/** What the user set; read anew at the start of each cycle, so that a change takes effect without a restart. */
export interface EngineSettings {
  readonly accounts: readonly Account[];
  /** On their way out: no cycle knows them any more, and only a purge still reaches their calendars. */
  readonly leaving: readonly Account[];
  /** Valid rules in the user's order, disabled ones included. */
  readonly rules: readonly Rule[];
  readonly policy: EnginePolicy;
  /** IANA zone of the user. */
  readonly zone: string;
  readonly window: { readonly pastDays: number; readonly futureDays: number };
  /** Spans that the user blocked by hand. */
  readonly manualBlocks: readonly ManualBlock[];
  /** The vault was given to another device, or came from one. */
  readonly otherDevices: boolean;
  /** Read calendars that no rule names as well, and keep titles and locations: the window of the app shows them. */
  readonly mirrorAll: boolean;
}

/** Everything the engine touches, handed in by the root. */
export interface EngineDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: VaultSecret;
  readonly settings: () => EngineSettings;
  readonly provider: (account: AccountId) => CalendarProvider;
  /** Server clock minus local clock of an account's provider, ms; null while unknown. */
  readonly clockSkewMs: (account: AccountId) => number | null;
  readonly progress: (event: Progress) => void;
}

/** A change of the rules that planning follows: everything is planned anew when it grows. */
export const ENGINE_VERSION = 1;

export type CalendarName = (calendar: CalendarId) => string;
