import type { Clock } from '../../ports/clock.ts';
import type { GraphApi } from './api.ts';
import { sendBatch } from './batch.ts';
import { failed, readAnswer, type Reading } from './part-outcome.ts';
import type { Part } from './write-parts.ts';

export interface Sending {
  readonly api: GraphApi;
  readonly clock: Clock;
  /** Whether the server takes batches, as far as this cycle knows. */
  readonly server: { batches: boolean };
}

/** In one batch where the server takes batches, else one by one. */
export async function sendParts(
  deps: Sending,
  parts: readonly Part[],
  signal: AbortSignal,
): Promise<ReadonlyMap<Part, Reading>> {
  if (parts.length > 1 && deps.server.batches) {
    const readings = await sendBatch(deps.api, parts, deps.clock.now(), signal);
    if (readings !== 'refused') return readings;
    deps.server.batches = false;
  }
  const readings = new Map<Part, Reading>();
  for (const part of parts) readings.set(part, await sendAlone(deps, part, signal));
  return readings;
}

export async function sendAlone(
  { api, clock }: Sending,
  { write, method, path, headers, body }: Part,
  signal: AbortSignal,
): Promise<Reading> {
  const answer = await api.send(
    {
      kind: write.kind,
      method,
      path,
      headers,
      body,
      replayable: write.kind !== 'create',
      prefer: ['outlook.timezone="UTC"'],
    },
    signal,
  );
  return answer.kind === 'ok' ? readAnswer(write, answer.value, clock.now()) : failed(answer);
}
