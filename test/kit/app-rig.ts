import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { createHandlers } from '../../electron/ipc/handlers/create-handlers.ts';
import type { Handler, Handlers } from '../../electron/ipc/handlers/handler.ts';
import { RunningApp, type RunningAppOptions } from '../../electron/ipc/running-app.ts';
import type { Desktop } from '../../electron/ports/desktop.ts';
import type { SignIn } from '../../electron/ports/sign-in.ts';
import type { Random } from '../../electron/ports/random.ts';
import { inProcessFetch } from '../../electron/simulator/in-process-fetch.ts';
import { Settings } from '../../electron/store/settings.ts';
import { calls, type Channel, type Input, type Output } from '../../shared/ipc/contract.ts';
import type { Account } from '../../shared/model/account.ts';
import type { PolicyReading } from '../../shared/policy/reading.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import { rule } from '../../shared/model/rule.ts';
import { CloudRig, type Person } from './cloud-rig.ts';
import type { RuleInput } from './plan-world.ts';

/** A desktop that does nothing and remembers everything. */
export class RecordingDesktop implements Desktop {
  readonly saved: { readonly name: string; readonly text: string }[] = [];
  readonly copied: Parameters<Desktop['copy']>[0][] = [];
  readonly opened: string[] = [];
  readonly atLogin: boolean[] = [];
  cancels = false;
  file: { readonly name: string; readonly text: string } | null = null;

  saveFile = (name: string, text: string): Promise<boolean> => {
    if (!this.cancels) this.saved.push({ name, text });
    return Promise.resolve(!this.cancels);
  };
  openFile = (): ReturnType<Desktop['openFile']> => Promise.resolve(this.file);
  copy = (content: Parameters<Desktop['copy']>[0]): void => void this.copied.push(content);
  readonly beside: Record<string, string> = {};
  shipped = (name: string): Promise<string | null> => Promise.resolve(this.beside[name] ?? null);
  openLink = (url: string): Promise<void> => {
    this.opened.push(url);
    return Promise.resolve();
  };
  tracesErased = 0;
  eraseTraces = (): void => void (this.tracesErased += 1);
  /** Whether the system does as it is told. */
  allowsLogin = true;
  startsAtLogin = (): Promise<boolean> =>
    Promise.resolve(this.allowsLogin && this.atLogin.at(-1) === true);
  startAtLogin = (enabled: boolean): Promise<boolean> => {
    this.atLogin.push(enabled);
    return this.startsAtLogin();
  };
}

/** The running program over the real engine, store and simulated clouds, with a profile folder of its own. */
export class AppRig {
  readonly clouds: CloudRig;
  readonly desktop = new RecordingDesktop();
  readonly directory = mkdtempSync(join(tmpdir(), 'umbra-app-'));
  /** Where the fixed tokens of the accounts are; take one away and its account is cut off. */
  readonly environment: Record<string, string> = {};
  readonly mistakes: unknown[] = [];
  /** What administrators left on this machine. */
  policies: readonly PolicyReading[] = [];
  readonly options: RunningAppOptions;
  #app: RunningApp | null = null;
  #handlers: Handlers | null = null;

  constructor(people: readonly Person[], signIn: SignIn | null = null) {
    this.clouds = new CloudRig(people);
    const { clock, google, microsoft } = this.clouds;
    for (const { label } of people) this.environment[variable(label)] = `token-${label}`;
    this.options = {
      directory: this.directory,
      surroundings: {
        environment: this.environment,
        clock,
        random: countingRandom(),
        fetch: inProcessFetch({
          'https://graph.example': microsoft,
          'https://google.example': google,
        }),
        systemZone: () => 'Europe/Berlin',
        policy: { read: () => Promise.resolve(this.policies) },
      },
      version: '1.2.3',
      desktop: this.desktop,
      signIn,
      presence: () => ({ userActive: true, onBattery: false }),
      onMistake: (error) => void this.mistakes.push(error),
    };
  }

  get app(): RunningApp {
    if (this.#app === null) throw new Error('Start the rig first');
    return this.#app;
  }

  /** Opens the profile with everybody connected, begins the loop and waits for the first cycle. */
  async start(...rules: readonly RuleInput[]): Promise<this> {
    const settings = new Settings(this.directory);
    settings.saveAccounts(this.clouds.accounts.map(connected));
    settings.saveRules(rules.map((one) => rule.parse(one)));
    await this.restart();
    if (this.clouds.accounts.length > 0) await this.cycle(() => undefined);
    return this;
  }

  /** Opens the profile as it was left, and begins the loop. */
  async restart(): Promise<this> {
    await this.stop();
    this.#app = await RunningApp.open(this.options);
    this.#handlers = createHandlers(this.#app);
    this.#app.start();
    return this;
  }

  /** Asks as the window does: both directions are held against the contract. */
  async call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
    if (this.#handlers === null) throw new Error('Start the rig first');
    const { input: asks, output: answers } = calls[channel];
    const handler = this.#handlers[channel] as Handler<C>;
    const work = handler(asks.parse(input) as Parameters<Handler<C>>[0]);
    const answer = await this.clouds.clock.run(work);
    return answers.parse(JSON.parse(JSON.stringify(answer))) as Output<C>;
  }

  /** A cycle that the user asks for, to its end. */
  async sync(): Promise<void> {
    await this.cycle(() => this.app.syncNow());
  }

  /** Does something and waits until the next cycle has ended. */
  async cycle(begin: () => unknown): Promise<void> {
    const before = this.app.loop.report;
    begin();
    await this.until(() => this.app.loop.report !== before && this.app.loop.pulse === null);
  }

  /** Lets time pass until something is so. */
  async until(holds: () => boolean): Promise<void> {
    await this.clouds.clock.run(
      (async () => {
        while (!holds()) await turn();
      })(),
    );
  }

  /** Our id for a calendar, by `Label/Name`. */
  key(ref: string): CalendarId {
    const found = this.app.profile.store.calendars().find((calendar) => calendar.ref === ref);
    if (found === undefined) throw new Error(`No calendar ${ref}`);
    return found.id;
  }

  /** Our id for an account, by its label. */
  account(label: string): string {
    return this.app.profile.settings.read().accounts.find((one) => one.label === label)?.id ?? '';
  }

  async stop(): Promise<void> {
    if (this.#app !== null) await this.clouds.clock.run(this.#app.stop());
    this.#app = null;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function variable(label: string): string {
  return `TOKEN_${label.toUpperCase()}`;
}

/** An account of the rig as a profile keeps it: with its API root, and a token from the environment. */
export function connected(account: Account): Account {
  const version = account.provider === 'microsoft' ? '/v1.0' : '';
  return {
    ...account,
    baseUrl: `${account.baseUrl}${version}`,
    credential: { kind: 'environment', variable: variable(account.label) },
  };
}

function countingRandom(): Random {
  let count = 0;
  return {
    next: () => 0.5,
    bytes: (length) => Uint8Array.from({ length }, () => (count += 1) % 251),
  };
}
