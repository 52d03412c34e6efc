import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../electron/cli/program.ts';
import { systemClock, systemRandom } from '../../electron/profile/system-ports.ts';
import type { PolicyReading } from '../../shared/policy/reading.ts';
import type { CloudCall, CloudOptions } from '../../electron/simulator/cloud.ts';
import { noFaults, type FaultSource } from '../../electron/simulator/fault-sources.ts';
import { createGoogleCloud } from '../../electron/simulator/google/create-google-cloud.ts';
import { serveCloud, type ServedCloud } from '../../electron/simulator/http-host.ts';
import { createMicrosoftCloud } from '../../electron/simulator/microsoft/create-microsoft-cloud.ts';
import { createWorld } from '../../electron/simulator/world/create-world.ts';
import type { World } from '../../electron/simulator/world/types.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command against clouds on loopback, with a profile folder of its own. Close it in the end. */
export class CommandRig {
  readonly directory = mkdtempSync(join(tmpdir(), 'umbra-test-'));
  readonly world: World;
  readonly seen: CloudCall[] = [];
  readonly environment: Record<string, string> = {};
  faults: FaultSource = noFaults;
  /** What administrators left on this machine. */
  policies: readonly PolicyReading[] = [];
  autostartRemoved = 0;
  readonly version = '1.2.3';
  #served: ServedCloud[] = [];
  microsoftUrl = '';
  googleUrl = '';

  constructor() {
    let ids = 0;
    this.world = createWorld({
      now: () => systemClock.now(),
      newId: () => `w${String((ids += 1)).padStart(5, '0')}`,
    });
  }

  async start(): Promise<this> {
    const options: CloudOptions = {
      world: this.world,
      random: () => systemRandom.next(),
      sleep: (ms) => systemClock.sleep(ms),
      latencyMs: () => 0,
      fault: (call) => this.faults(call),
      onCall: (call) => void this.seen.push(call),
      limits: true,
    };
    const host = {
      now: () => systemClock.now(),
      onError: (error: unknown): void => {
        throw error instanceof Error ? error : new Error('A simulated cloud failed');
      },
    };
    const microsoft = await serveCloud(createMicrosoftCloud(options), host);
    const google = await serveCloud(createGoogleCloud(options), host);
    this.#served = [microsoft, google];
    this.microsoftUrl = `${microsoft.url}/v1.0`;
    this.googleUrl = google.url;
    return this;
  }

  addPerson(
    label: string,
    cloud: 'microsoft' | 'google',
    calendars: readonly string[] = ['Work'],
  ): void {
    const email = `${label.toLowerCase()}@${cloud}.example`;
    const token = `secret-token-${label}`;
    this.world.addAccount({ email, name: label, cloud, tenant: null, token });
    calendars.forEach((name, index) =>
      this.world.addCalendar({
        id: `${label.toLowerCase()}${index}`,
        accountEmail: email,
        name,
        zone: 'UTC',
        isDefault: index === 0,
        access: name === 'Holidays' ? 'reader' : 'owner',
        color: '#123456',
      }),
    );
    this.environment[`TOKEN_${label.toUpperCase()}`] = token;
  }

  connect(label: string, cloud: 'microsoft' | 'google'): Promise<Outcome> {
    const root = cloud === 'microsoft' ? this.microsoftUrl : this.googleUrl;
    const email = `${label.toLowerCase()}@${cloud}.example`;
    const variable = `TOKEN_${label.toUpperCase()}`;
    return this.run(
      ...['accounts', 'add', '--provider', cloud, '--base-url', root],
      ...['--access-token-env', variable, '--email', email, '--label', label],
    );
  }

  /** A timed event of an hour, so many days from now at 09:00 UTC. */
  add(
    calendarId: string,
    inDays: number,
    title = 'A title',
  ): { readonly calendarId: string; readonly id: string } {
    const day = new Date(systemClock.now() + inDays * 86_400_000).toISOString().slice(0, 10);
    return this.world.createEvent({
      calendarId,
      uid: `uid-${calendarId}-${inDays}-${title}`,
      rrule: null,
      fields: {
        title,
        description: 'words about it',
        location: 'a place',
        time: { kind: 'timed', start: `${day}T09:00:00`, end: `${day}T10:00:00`, zone: 'UTC' },
        showAs: 'busy',
        sensitivity: 'normal',
        response: 'none',
        cancelled: false,
        categories: [],
        colorId: null,
        organizer: null,
        attendees: [],
        onlineMeetingUrl: null,
        reminderMinutes: 10,
        eventType: 'default',
        properties: {},
      },
    });
  }

  blocks(calendarId: string): string[] {
    return this.world
      .events(calendarId)
      .filter(({ fields }) => Object.keys(fields.properties).length > 0)
      .map(({ fields }) => `${fields.title} ${fields.time.start.slice(0, 16)}`)
      .sort();
  }

  /** The zone of this computer; throw from it to have a mistake of the program. */
  systemZone = (): string => 'Europe/Berlin';

  async run(...argv: readonly string[]): Promise<Outcome> {
    const out: string[] = [];
    const err: string[] = [];
    const code = await run(['--profile', this.directory, ...argv], {
      surroundings: {
        environment: this.environment,
        clock: systemClock,
        random: systemRandom,
        fetch: (url, init) => fetch(url, init),
        systemZone: this.systemZone,
        policy: { read: () => Promise.resolve(this.policies) },
      },
      defaultDirectory: this.directory,
      version: this.version,
      interactive: false,
      signal: new AbortController().signal,
      removeAutostart: () => {
        this.autostartRemoved += 1;
        return Promise.resolve();
      },
      print: (text) => void out.push(text),
      remark: (text) => void err.push(text),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  async json(...argv: readonly string[]): Promise<Record<string, unknown>> {
    const { out } = await this.run(...argv, '--json');
    return JSON.parse(out) as Record<string, unknown>;
  }

  async close(): Promise<void> {
    await Promise.all(this.#served.map((cloud) => cloud.close()));
    rmSync(this.directory, { recursive: true, force: true });
  }
}
