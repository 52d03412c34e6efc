import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { z } from 'zod';
import { settings as windowSettings } from '../../shared/ipc/app.ts';
import { account, type Account } from '../../shared/model/account.ts';
import { clientConfig, type ClientConfig } from '../../shared/model/client-config.ts';
import { manualBlock, type ManualBlock } from '../../shared/model/manual-block.ts';
import { rule, type Rule } from '../../shared/model/rule.ts';
import { zoneName } from '../../shared/model/wall-time.ts';

const windowDays = z.strictObject({
  pastDays: z.number().int().min(0).max(30).default(1),
  futureDays: z.number().int().min(7).max(730).default(90),
});

const window = windowSettings.shape;

export const settingsDocument = z.strictObject({
  accounts: z.array(account).default([]),
  /** Removed by the user, with blocks that are still on their calendars: the sign-in is kept until those are gone (S9). */
  leaving: z.array(account).default([]),
  rules: z.array(rule).default([]),
  /** Null: the zone of this computer. */
  zone: zoneName.nullable().default(null),
  window: windowDays.prefault({}),
  secondaryZones: window.secondaryZones.default([]),
  workingHours: window.workingHours.default({
    from: '09:00',
    to: '17:00',
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  }),
  notifications: window.notifications.default(true),
  hideTitles: window.hideTitles.default(false),
  contentProtection: window.contentProtection.default(false),
  startAtLogin: window.startAtLogin.default(false),
  theme: window.theme.default('system'),
  /** Client ids that the user registered. */
  clients: clientConfig.prefault({}),
  /** Tokens are kept on disk although this machine does not protect them (security.md S2). */
  keepUnprotected: z.boolean().default(false),
  /** Until when nothing is synchronised, ms since 1970; `resumed`: until the user says so. Null: not paused. */
  pausedUntil: z
    .union([z.number().int(), z.literal('resumed')])
    .nullable()
    .default(null),
  /** The vault was given to another device, or came from one. */
  otherDevices: z.boolean().default(false),
  /** Spans that the user blocked by hand. */
  manualBlocks: z.array(manualBlock).default([]),
  auditRetentionDays: window.auditRetentionDays.default(365),
  blockTargets: window.blockTargets.default(null),
  /** A file that the audit log is forwarded to, line by line; null: it is not. */
  auditForwardFile: z.string().nullable().default(null),
});
export type SettingsDocument = Readonly<z.infer<typeof settingsDocument>>;

/** What the window's settings page shows and changes. */
export type Preferences = z.infer<typeof windowSettings>;

/** The settings file can't be read as settings. It is left as it is. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly file: string;
  /** Where in the file, such as `rules[0].mask`; null where it is no JSON at all. */
  readonly place: string | null;

  constructor(file: string, place: string | null, reason: string) {
    super(reason);
    this.file = file;
    this.place = place;
  }
}

export const settingsFile = (directory: string): string => join(directory, 'settings.json');

/** What the user set: accounts (without secrets), rules, zone, window. Written atomically, readable by the owner only. */
export class Settings {
  readonly #conf: Conf;
  readonly file: string;

  constructor(directory: string) {
    this.file = settingsFile(directory);
    requireReadable(this.file);
    this.#conf = new Conf({
      cwd: directory,
      configName: 'settings',
      configFileMode: 0o600,
      clearInvalidConfig: false,
    });
    this.read();
  }

  read(): SettingsDocument {
    const parsed = settingsDocument.safeParse(this.#conf.store);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new SettingsError(
      this.file,
      issue?.path.join('.') ?? null,
      issue?.message ?? 'not understood',
    );
  }

  /** Accounts that somebody signed in to: those in use, and those on their way out. */
  reachable(): readonly Account[] {
    const { accounts, leaving } = this.read();
    return [...accounts, ...leaving];
  }

  /** The keys that were ever written: what is only a default was chosen by nobody. */
  chosen(): ReadonlySet<string> {
    return new Set(Object.keys(this.#conf.store));
  }

  saveAccounts(accounts: readonly Account[]): void {
    this.#conf.set('accounts', accounts);
  }

  /** From one list into the other in one step: an account is never in both, nor in neither. */
  moveAccounts(accounts: readonly Account[], leaving: readonly Account[]): void {
    this.#conf.set({ accounts, leaving });
  }

  saveRules(rules: readonly Rule[]): void {
    this.#conf.set('rules', rules);
  }

  saveManualBlocks(blocks: readonly ManualBlock[]): void {
    this.#conf.set('manualBlocks', blocks);
  }

  /** For good: a key that was given away can't be called back. */
  noteOtherDevices(): void {
    this.#conf.set('otherDevices', true);
  }

  savePause(until: SettingsDocument['pausedUntil']): void {
    this.#conf.set('pausedUntil', until);
  }

  /** Takes what the window's settings page sends; what it leaves out stays as it is. */
  savePreferences(preferences: Partial<Preferences>): void {
    this.#conf.set(preferences);
  }

  saveClients(clients: ClientConfig): void {
    this.#conf.set('clients', clients);
  }

  saveKeepUnprotected(keep: boolean): void {
    this.#conf.set('keepUnprotected', keep);
  }

  saveZone(zone: string | null): void {
    this.#conf.set('zone', zone);
  }

  saveAuditForwardFile(file: string | null): void {
    this.#conf.set('auditForwardFile', file);
  }

  saveWindow(window: SettingsDocument['window']): void {
    this.#conf.set('window', window);
  }
}

/** A file that exists but is no JSON object must not be taken for an empty one and written over. */
function requireReadable(file: string): void {
  if (!existsSync(file)) return;
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  } catch {
    throw new SettingsError(file, null, 'the file is no JSON');
  }
  throw new SettingsError(file, null, 'the file holds no settings');
}
