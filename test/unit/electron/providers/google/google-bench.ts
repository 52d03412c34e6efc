import { canonicalContent, type BlockContent } from '../../../../../shared/model/block.ts';
import {
  digest,
  type BlockKey,
  type CalendarId,
  type VaultId,
} from '../../../../../shared/model/ids.ts';
import type { Marker } from '../../../../../shared/model/marker.ts';
import { allNeeds } from '../../../../../shared/rules/field-needs.ts';
import { ok, type Result } from '../../../../../electron/ports/outcome.ts';
import type {
  CalendarProvider,
  CreateWrite,
  PullRequest,
  Write,
  WriteOutcome,
} from '../../../../../electron/ports/provider.ts';
import { classifyResponse } from '../../../../../electron/providers/google/classify-response.ts';
import { createGoogleProvider } from '../../../../../electron/providers/google/google-provider.ts';
import type {
  Transport,
  TransportRequest,
  TransportResponse,
} from '../../../../../electron/providers/transport/types.ts';
import { ConnectionDropped, type Fault } from '../../../../../electron/simulator/cloud.ts';
import { createGoogleCloud } from '../../../../../electron/simulator/google/create-google-cloud.ts';
import type { World } from '../../../../../electron/simulator/world/types.ts';
import { busyHour } from '../../../../kit/block-builder.ts';
import { at } from '../../../../kit/event-builder.ts';
import { testWorld } from '../../simulator/world/world-builder.ts';

export const home = { id: 'google:home' as CalendarId, remoteId: 'home' };
export const window = { start: at('2026-03-22T00:00Z'), end: at('2026-04-22T00:00Z') };
export const never = new AbortController().signal;

/** What a test lets a request meet instead of the cloud; null sends it on. */
export type Intercept = (request: TransportRequest) => Result<TransportResponse> | null;

export interface Bench {
  readonly world: World;
  readonly provider: CalendarProvider;
  readonly sent: TransportRequest[];
  intercept: Intercept;
  fault: Fault | null;
  /** Applies writes; the outcomes in order of their writes. */
  readonly apply: (...writes: readonly Write[]) => Promise<readonly WriteOutcome[]>;
  readonly pull: (patch?: Partial<PullRequest>) => ReturnType<CalendarProvider['pull']>;
  /** Method and path of what was sent since the last call, such as `PATCH home/events/x`. */
  readonly requests: () => readonly string[];
}

/** The provider over the simulated cloud, without a network between them. */
export function bench(): Bench {
  const { world } = testWorld();
  let told = 0;
  const cloud = createGoogleCloud({
    world,
    random: () => 0,
    sleep: () => Promise.resolve(),
    latencyMs: () => 0,
    fault: () => {
      const { fault } = made;
      made.fault = null;
      return fault;
    },
    onCall: () => undefined,
    limits: false,
  });
  const sent: TransportRequest[] = [];
  const transport: Transport = {
    clockSkewMs: () => null,
    send: async (request, signal) => {
      if (signal.aborted) return { kind: 'aborted' };
      sent.push(request);
      const met = made.intercept(request);
      if (met !== null) return met.kind === 'ok' ? read(met.value) : met;
      try {
        const headers = { ...request.headers, authorization: 'Bearer secret' };
        return read(await cloud.handle({ ...request, headers }));
      } catch (error) {
        if (!(error instanceof ConnectionDropped)) throw error;
        return { kind: 'unreachable', maybeApplied: true, code: 'connection' };
      }
    },
  };
  const provider = createGoogleProvider({
    transport,
    apiRoot: 'https://google.example',
  });
  const made: Bench = {
    world,
    provider,
    sent,
    intercept: () => null,
    fault: null,
    apply: (...writes) => applied(provider, writes),
    pull: (patch) =>
      provider.pull(
        {
          calendar: home,
          cursor: null,
          window,
          needs: allNeeds,
          written: () => null,
          holds: () => true,
          ...patch,
        },
        never,
      ),
    requests: () => {
      const fresh = sent.slice(told);
      told = sent.length;
      return fresh.map(
        ({ method, url }) => `${method} ${new URL(url).pathname.split('/').slice(4).join('/')}`,
      );
    },
  };
  return made;
}

function read(response: TransportResponse): Result<TransportResponse> {
  return classifyResponse(response, at('2026-03-23T12:00Z')) ?? ok(response);
}

async function applied(
  provider: CalendarProvider,
  writes: readonly Write[],
): Promise<readonly WriteOutcome[]> {
  const outcomes = new Map<string, WriteOutcome>();
  await provider.apply(
    writes,
    {
      before: () => undefined,
      after: (settled) => {
        for (const outcome of settled) outcomes.set(outcome.ref, outcome);
      },
    },
    never,
  );
  return writes.flatMap(({ ref }) => outcomes.get(ref) ?? []);
}

export function content(patch: Partial<BlockContent> = {}): BlockContent {
  return busyHour(at('2026-03-24T09:00Z'), patch);
}

/** The marker of a block: its fingerprint follows from the content, as with a real vault. */
export function markerFor(name: string, shown: BlockContent, generation = 0): Marker {
  return {
    vault: digest('vault') as VaultId,
    key: (digest('key', name) + digest('more', name)) as BlockKey,
    generation,
    fingerprint: digest('fingerprint', canonicalContent(shown)),
  };
}

export function createWrite(
  name = 'a',
  patch: Partial<BlockContent> = {},
  generation = 0,
): CreateWrite {
  const shown = content(patch);
  const marker = markerFor(name, shown, generation);
  return { kind: 'create', ref: name, calendar: home, content: shown, marker };
}

export type Written = Extract<WriteOutcome, { kind: 'written' }>;

/** Makes a block and gives its create back with what the provider said. */
export async function existing(
  { apply, requests }: Bench,
  name = 'a',
  patch: Partial<BlockContent> = {},
): Promise<{ readonly write: CreateWrite; readonly written: Written }> {
  const write = createWrite(name, patch);
  const [outcome] = await apply(write);
  if (outcome?.kind !== 'written') throw new Error('The block was not made');
  requests();
  return { write, written: outcome };
}

export function updateWrite(
  { write, written }: { readonly write: CreateWrite; readonly written: Written },
  patch: Partial<BlockContent>,
): Extract<Write, { kind: 'update' }> {
  const shown = { ...write.content, ...patch };
  const { ref, calendar } = write;
  const { fingerprint } = markerFor(ref, shown);
  const { remoteId, etag } = written;
  return {
    kind: 'update',
    ref,
    calendar,
    remoteId,
    etag,
    content: shown,
    marker: { ...write.marker, fingerprint },
  };
}

export function deleteWrite({
  write,
  written,
}: {
  readonly write: CreateWrite;
  readonly written: Written;
}): Extract<Write, { kind: 'delete' }> {
  const { ref, calendar, marker } = write;
  return { kind: 'delete', ref, calendar, remoteId: written.remoteId, etag: written.etag, marker };
}

export function jsonAnswer(status: number, body: unknown): Result<TransportResponse> {
  return ok({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export function errorAnswer(status: number, reason: string): Result<TransportResponse> {
  return jsonAnswer(status, { error: { code: status, errors: [{ reason }] } });
}

/** Meets each request once with the next of these answers, then lets everything through. */
export function once(...answers: readonly Result<TransportResponse>[]): Intercept {
  const queue = [...answers];
  return () => queue.shift() ?? null;
}
