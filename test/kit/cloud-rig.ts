import type { Clock } from '../../electron/ports/clock.ts';
import type { Fetch } from '../../electron/ports/fetch.ts';
import { wireProviders, type Providers } from '../../electron/profile/wire-providers.ts';
import type { Store } from '../../electron/ports/store.ts';
import type { CloudCall, CloudResponse } from '../../electron/simulator/cloud.ts';
import { noFaults, type FaultSource } from '../../electron/simulator/fault-sources.ts';
import {
  createGoogleCloud,
  type GoogleCloud,
} from '../../electron/simulator/google/create-google-cloud.ts';
import { inProcessFetch } from '../../electron/simulator/in-process-fetch.ts';
import {
  createMicrosoftCloud,
  type MicrosoftCloud,
} from '../../electron/simulator/microsoft/create-microsoft-cloud.ts';
import { seededRandom } from '../../electron/simulator/sample/chance.ts';
import { createWorld } from '../../electron/simulator/world/create-world.ts';
import type {
  NewEvent,
  World,
  WorldCalendar,
  WorldEvent,
  WorldFields,
} from '../../electron/simulator/world/types.ts';
import { openMemoryStore } from '../../electron/store/open-store.ts';
import type { CycleReport } from '../../electron/sync/cycle-report.ts';
import { Engine } from '../../electron/sync/engine.ts';
import { noPolicy, type EngineDeps, type EnginePolicy } from '../../electron/sync/engine-deps.ts';
import type { Progress } from '../../electron/sync/progress.ts';
import type { Account, ProviderKind } from '../../shared/model/account.ts';
import { accountIdOf, type VaultId } from '../../shared/model/ids.ts';
import type { ManualBlock } from '../../shared/model/manual-block.ts';
import type { Rule } from '../../shared/model/rule.ts';
import { rule as ruleSchema } from '../../shared/model/rule.ts';
import { at } from './event-builder.ts';
import type { RuleInput } from './plan-world.ts';
import { VirtualClock } from './virtual-clock.ts';

const origins = { microsoft: 'https://graph.example', google: 'https://google.example' } as const;

export interface Person {
  readonly label: string;
  readonly cloud: ProviderKind;
  readonly calendars?: readonly string[];
  /** Calendars are named by addresses of this domain, as Google's are, so that others can list them too. */
  readonly domain?: string;
}

export interface Seen {
  readonly call: CloudCall;
  readonly response: CloudResponse;
}

/** One device: its own store and engine over clouds that others may share. */
export interface Device {
  readonly store: Store;
  readonly engine: Engine;
  readonly providers: Providers;
  readonly deps: EngineDeps;
}

/** Simulated clouds without sockets, a clock that obeys, and the real engine, providers and store. */
export class CloudRig {
  readonly clock = new VirtualClock(at('2026-05-04T08:00:00Z'));
  readonly world: World;
  readonly microsoft: MicrosoftCloud;
  readonly google: GoogleCloud;
  readonly seen: Seen[] = [];
  /** Everything that the engines told of their progress. */
  readonly told: Progress[] = [];
  readonly accounts: readonly Account[];
  #device: Device | null = null;
  faults: FaultSource = noFaults;
  /** Added to each answer, ms on the rig's clock. */
  latency: () => number = () => 0;
  /** What else happens in the world when a request arrives, before it is answered. */
  meanwhile: () => void = () => undefined;
  rules: readonly Rule[] = [ruleSchema.parse({ id: 'mesh', sources: ['*'], targets: ['*'] })];
  zone = 'Europe/Berlin';
  window = { pastDays: 1, futureDays: 90 };
  manualBlocks: readonly ManualBlock[] = [];
  policy: EnginePolicy = noPolicy;
  mirrorAll = false;
  otherDevices = false;
  vault = { id: 'cd'.repeat(16) as VaultId, key: new Uint8Array(32).fill(9) };
  readonly #random = seededRandom(1);

  /** `mostPerPage`: the clouds put no more items on a page than this. */
  constructor(people: readonly Person[], mostPerPage?: number) {
    let ids = 0;
    this.world = createWorld({
      now: () => this.clock.now(),
      newId: () => `e${String((ids += 1)).padStart(5, '0')}`,
    });
    this.accounts = people.map((person) => this.#addPerson(person));
    const options = {
      world: this.world,
      random: this.#random,
      sleep: (ms: number) => this.clock.sleep(ms),
      latencyMs: () => this.latency(),
      fault: (call: CloudCall) => {
        this.meanwhile();
        return this.faults(call);
      },
      onCall: (call: CloudCall, response: CloudResponse) => void this.seen.push({ call, response }),
      limits: true,
      ...(mostPerPage === undefined ? {} : { mostPerPage }),
    };
    this.microsoft = createMicrosoftCloud(options);
    this.google = createGoogleCloud(options);
  }

  /** The one device where nobody asks for others; a life makes its own. */
  get device(): Device {
    this.#device ??= this.newDevice();
    return this.#device;
  }

  /** Another installation over the same clouds; with a store of its own unless one is given, behind its own line. */
  newDevice(
    store: Store = openMemoryStore(),
    line: (fetch: Fetch) => Fetch = (fetch) => fetch,
    clock: Clock = this.clock,
  ): Device {
    const providers = wireProviders(
      {
        clock,
        random: { next: this.#random, bytes: (length) => new Uint8Array(length) },
        fetch: line(
          inProcessFetch({ [origins.microsoft]: this.microsoft, [origins.google]: this.google }),
        ),
        tokens: (account) => ({
          token: () => Promise.resolve({ kind: 'token', token: `token-${account.label}` }),
        }),
        apiRoot: ({ provider }) =>
          provider === 'microsoft' ? `${origins.microsoft}/v1.0` : origins.google,
      },
      () => this.accounts,
    );
    const deps: EngineDeps = {
      store,
      clock,
      random: { next: this.#random, bytes: (length) => new Uint8Array(length) },
      vault: this.vault,
      settings: () => ({
        accounts: this.accounts,
        leaving: [],
        rules: this.rules,
        policy: this.policy,
        zone: this.zone,
        window: this.window,
        manualBlocks: this.manualBlocks,
        mirrorAll: this.mirrorAll,
        otherDevices: this.otherDevices,
      }),
      provider: (account) => providers.provider(account),
      clockSkewMs: (account) => providers.clockSkewMs(account),
      progress: (event) => void this.told.push(event),
    };
    return { store, deps, providers, engine: new Engine(deps) };
  }

  setRules(...rules: readonly RuleInput[]): this {
    this.rules = rules.map((one) => ruleSchema.parse(one));
    return this;
  }

  /** One cycle, as long as it takes on the rig's clock. `seen` holds what it asked. */
  async sync(
    device: Device = this.device,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<CycleReport> {
    this.seen.length = 0;
    return this.clock.run(device.engine.once(signal));
  }

  /** Puts one person's calendar into another person's list. */
  share(ref: string, withLabel: string, access: 'writer' | 'reader' = 'writer'): void {
    const { id, sharedWith = {} } = this.calendar(ref);
    const friend = this.accounts.find(({ label }) => label === withLabel);
    if (friend === undefined) throw new Error(`No account ${withLabel}`);
    this.world.updateCalendar(id, { sharedWith: { ...sharedWith, [friend.email]: access } });
  }

  calendar(ref: string): WorldCalendar {
    const [label = '', name = ''] = ref.split('/');
    const account = this.accounts.find((one) => one.label === label);
    const found = this.world
      .calendars(account?.email ?? '')
      .find((calendar) => calendar.name === name);
    if (found === undefined) throw new Error(`No calendar ${ref}`);
    return found;
  }

  /** Puts an event of an hour (or as told) into a calendar: `add('A/Work', '2026-05-05T09:00', {title: 'x'})`, UTC. */
  add(
    ref: string,
    start: string,
    fields: Partial<WorldFields> = {},
    event: Partial<NewEvent> = {},
  ): WorldEvent {
    const end = new Date(Date.parse(`${start}:00Z`) + 3_600_000).toISOString().slice(0, 19);
    return this.world.createEvent({
      calendarId: this.calendar(ref).id,
      uid: `uid-${ref}-${start}`,
      rrule: null,
      ...event,
      fields: {
        ...plainFields,
        time: { kind: 'timed', start: `${start}:00`, end, zone: 'UTC' },
        ...fields,
      },
    });
  }

  /** The blocks on a calendar as `title start end`, in UTC. */
  blocks(ref: string): string[] {
    return this.blockEvents(ref)
      .map(
        ({ fields: { title, time } }) =>
          `${title} ${time.start.slice(5, 16)} ${time.end.slice(5, 16)}`,
      )
      .sort();
  }

  blockEvents(ref: string): readonly WorldEvent[] {
    return this.world
      .events(this.calendar(ref).id)
      .filter(({ fields }) => Object.keys(fields.properties).length > 0);
  }

  /** Requests of the last cycle by operation. */
  requests(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { call } of this.seen) counts[call.operation] = (counts[call.operation] ?? 0) + 1;
    return counts;
  }

  #addPerson({ label, cloud, calendars = ['Work'], domain }: Person): Account {
    const email = `${label.toLowerCase()}@${cloud}.example`;
    this.world.addAccount({ email, name: label, cloud, tenant: null, token: `token-${label}` });
    calendars.forEach((name, index) =>
      this.world.addCalendar({
        id: `${label.toLowerCase()}${index}${domain === undefined ? '' : `@${domain}`}`,
        accountEmail: email,
        name,
        zone: 'Europe/Berlin',
        isDefault: index === 0,
        access: 'owner',
        color: '#123456',
      }),
    );
    return {
      id: accountIdOf(cloud, email),
      provider: cloud,
      label,
      email,
      baseUrl: origins[cloud],
      credential: { kind: 'environment', variable: 'TOKEN' },
    };
  }
}

const plainFields: Omit<WorldFields, 'time'> = {
  title: 'A title',
  description: '',
  location: '',
  showAs: 'busy',
  sensitivity: 'normal',
  response: 'none',
  cancelled: false,
  categories: [],
  colorId: null,
  organizer: null,
  attendees: [],
  onlineMeetingUrl: null,
  reminderMinutes: 15,
  eventType: 'default',
  properties: {},
};
