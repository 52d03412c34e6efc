import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ProviderKind } from '../../shared/model/account.ts';
import type { CloudOptions, SimulatedCloud } from '../simulator/cloud.ts';
import { createGoogleCloud } from '../simulator/google/create-google-cloud.ts';
import { serveCloud, type ServedCloud } from '../simulator/http-host.ts';
import { sampleWorld } from '../simulator/sample/sample-world.ts';
import { createMicrosoftCloud } from '../simulator/microsoft/create-microsoft-cloud.ts';
import { restoreWorld } from '../simulator/world/create-world.ts';
import type { World } from '../simulator/world/types.ts';
import type { Surroundings } from './surroundings.ts';

export const SAMPLE_FILE = 'sample-clouds.json';
const dump = z.looseObject({});

/** The simulated clouds of a sample profile, running on this machine. What happens in them is kept with the profile. */
export interface SampleClouds {
  readonly world: World;
  tokenOf(email: string): string;
  rootOf(provider: ProviderKind): string;
  /** Invitations that would have gone out. */
  mailsSent(): number;
  /** Keeps their state with the profile, so that a crash forgets little. */
  keep(): void;
  /** Ends them and keeps their state. */
  close(): Promise<void>;
}

/** What the clouds need of the run that starts them. */
export interface CloudHost {
  readonly surroundings: Surroundings;
  readonly directory: string;
  readonly remark: (text: string) => void;
}

type Watch = Pick<CloudOptions, 'latencyMs' | 'onCall'>;
const unwatched: Watch = { latencyMs: () => 0, onCall: () => undefined };

/** Starts the clouds of the profile as they were left. */
export function startSampleClouds(host: CloudHost): Promise<SampleClouds> {
  const file = join(host.directory, SAMPLE_FILE);
  const state: unknown = existsSync(file)
    ? dump.parse(JSON.parse(readFileSync(file, 'utf8')))
    : null;
  if (state === null) throw new Error('The profile has sample accounts but no simulated clouds');
  return hostClouds(host, restoreWorld(state, worldDeps(host)), unwatched);
}

/** Starts clouds with the sample person as she is on her first day. */
export function startFreshClouds(host: CloudHost): Promise<SampleClouds> {
  return hostClouds(host, sampleWorld(worldDeps(host)), unwatched);
}

export function worldDeps({ surroundings }: CloudHost): { now: () => number; newId: () => string } {
  return {
    now: () => surroundings.clock.now(),
    newId: () => Buffer.from(surroundings.random.bytes(12)).toString('hex'),
  };
}

/** Serves a world over HTTP on loopback, as the providers would. */
export async function hostClouds(
  host: CloudHost,
  world: World,
  watch: Watch,
): Promise<SampleClouds> {
  const { clock, random } = host.surroundings;
  const options: CloudOptions = {
    ...watch,
    world,
    random: () => random.next(),
    sleep: (ms) => clock.sleep(ms),
    fault: () => null,
    limits: true,
  };
  const serve = (cloud: SimulatedCloud): Promise<ServedCloud> =>
    serveCloud(cloud, {
      now: () => clock.now(),
      onError: () => host.remark('A simulated cloud failed.'),
    });
  const graph = createMicrosoftCloud(options);
  // A sample person's first mesh would fill Google's minute many times over, and nobody else shares this cloud.
  const calendar = createGoogleCloud({ ...options, limits: false });
  const microsoft = await serve(graph);
  const google = await serve(calendar);
  return {
    world,
    tokenOf: (email) => world.account(email)?.token ?? '',
    rootOf: (provider) => (provider === 'microsoft' ? `${microsoft.url}/v1.0` : google.url),
    mailsSent: () => graph.mailsSent() + calendar.mailsSent(),
    keep: () => keep(host.directory, world),
    close: async () => {
      await Promise.all([microsoft.close(), google.close()]);
      keep(host.directory, world);
    },
  };
}

function keep(directory: string, world: World): void {
  const file = join(directory, SAMPLE_FILE);
  writeFileSync(`${file}.new`, JSON.stringify(world.dump()), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
