import type { Instant } from '../../../shared/time/instant.ts';
import { parseJson } from '../transport/parse-json.ts';
import { IMMUTABLE_IDS, type GraphApi } from './api.ts';
import { failed, readAnswer, type Reading } from './part-outcome.ts';
import { batchAnswer } from './wire-event.ts';
import type { Part, PartAnswer } from './write-parts.ts';

/** Refusals of a whole batch: none of its parts was looked at, and each may be sent alone. */
const NO_BATCH: readonly number[] = [400, 404, 405, 501];

/**
 * Sends parts as one `$batch`, or says `refused` where the server takes none. The outer 200 says nothing about them;
 * answers come in any order, may be missing, and each part carries its own headers, ids preference included.
 */
export async function sendBatch(
  api: GraphApi,
  parts: readonly Part[],
  now: Instant,
  signal: AbortSignal,
): Promise<ReadonlyMap<Part, Reading> | 'refused'> {
  const answer = await api.send(
    {
      kind: 'batch',
      method: 'POST',
      path: '/$batch',
      units: parts.length,
      // A lost answer may hide creates that took effect: they are looked for by their markers, not repeated blindly.
      replayable: parts.every(({ write }) => write.kind !== 'create'),
      body: { requests: parts.map(requestOf) },
    },
    signal,
  );
  if (answer.kind !== 'ok') return all(parts, failed(answer));
  if (NO_BATCH.includes(answer.value.status)) return 'refused';
  const json = parseJson(answer.value);
  const parsed = json.kind === 'ok' ? batchAnswer.safeParse(json.value) : null;
  if (parsed?.success !== true) return all(parts, unheard);
  const byId = new Map(parsed.data.responses.map((response) => [response.id, response]));
  return new Map(
    parts.map((part, index) => {
      const response = byId.get(String(index + 1));
      if (response === undefined) return [part, unheard];
      return [part, readAnswer(part.write, partAnswer(response), now)];
    }),
  );
}

/** The batch went out, and nobody knows what became of this part. */
const unheard: Reading = {
  kind: 'settled',
  outcome: { kind: 'unreachable', maybeApplied: true, code: 'graph-batch-answer' },
};

function all(parts: readonly Part[], reading: Reading): ReadonlyMap<Part, Reading> {
  return new Map(parts.map((part) => [part, reading]));
}

function requestOf({ method, path, headers, body }: Part, index: number): object {
  return {
    id: String(index + 1),
    method,
    url: path,
    headers: {
      ...headers,
      Prefer: `${IMMUTABLE_IDS}, outlook.timezone="UTC"`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  };
}

function partAnswer({
  status,
  headers,
  body,
}: ReturnType<typeof batchAnswer.parse>['responses'][number]): PartAnswer {
  const lower = Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    status,
    headers: { ...lower, 'content-type': 'application/json' },
    body: textOf(body),
  };
}

/** A part's body is JSON, but text, or text in base64, where the server takes its content type for another (JSON batching). */
function textOf(body: unknown): string {
  if (body === undefined || body === null) return '';
  if (typeof body !== 'string') return JSON.stringify(body);
  return /^[A-Za-z0-9+/]+={0,2}$/.test(body) ? Buffer.from(body, 'base64').toString('utf8') : body;
}
