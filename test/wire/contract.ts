import type { CloudCall, CloudResponse } from '../../electron/simulator/cloud.ts';

/** What may be asked of a path, and what is answered. Names are those of body schemas. */
export interface Method {
  readonly method: string;
  /** With `{…}` for ids. */
  readonly path: string;
  readonly query: readonly string[];
  readonly request: string | null;
  readonly response: string | null;
}

/** A description of both vendors' wire: which methods there are, and a validator for each kind of body. */
export interface Contract {
  readonly methods: readonly Method[];
  /** What is wrong with a body; `''` if nothing. */
  readonly complaint: (schema: string, body: unknown) => string;
}

/** Server-made links carry these, whatever the description says. */
const linkParameters = new Set(['$deltatoken', '$skiptoken', '$skip', 'pageToken']);

/** All that is wrong with one exchange, on either side of the wire. */
export function complaints(contract: Contract, call: CloudCall, response: CloudResponse): string[] {
  const { method, url, body } = call.request;
  const { pathname, searchParams } = new URL(url);
  return exchange(contract, {
    method,
    path: pathname.replace(/^\/v1\.0/, ''),
    query: [...searchParams.keys()],
    body: body === null || body === '' ? undefined : (JSON.parse(body) as unknown),
    status: response.status,
    answer: response.body === '' ? undefined : (JSON.parse(response.body) as unknown),
  });
}

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

function exchange(contract: Contract, one: Exchange): string[] {
  const found = contract.methods.find(
    ({ method, path }) => method === one.method && shapeOf(path).test(one.path),
  );
  const place = `${one.method} ${one.path}`;
  if (found === undefined) return [`${place}: no such method`];
  const problems = one.query
    .filter((name) => !linkParameters.has(name) && !found.query.includes(name))
    .map((name) => `${place}: no parameter ${name}`);
  const judge = (what: string, schema: string | null, body: unknown): void => {
    if (schema === null || body === undefined) return;
    const complaint = contract.complaint(schema, body);
    if (complaint !== '') problems.push(`${place}: ${what} ${complaint}`);
  };
  judge('request', found.request, one.body);
  if (one.status < 300) judge('response', found.response, one.answer);
  return found.path === '/$batch' ? [...problems, ...parts(contract, one)] : problems;
}

interface Batch {
  readonly requests: readonly {
    readonly id: string;
    readonly method: string;
    readonly url: string;
    readonly body?: unknown;
  }[];
}
interface BatchAnswer {
  readonly responses?: readonly {
    readonly id: string;
    readonly status: number;
    readonly body?: unknown;
  }[];
}

function parts(contract: Contract, { body, answer }: Exchange): string[] {
  const answers = (answer as BatchAnswer).responses ?? [];
  return (body as Batch).requests.flatMap((part) => {
    const url = new URL(part.url, 'https://graph.example');
    const reply = answers.find(({ id }) => id === part.id);
    return exchange(contract, {
      method: part.method,
      path: url.pathname,
      query: [...url.searchParams.keys()],
      body: part.body,
      status: reply?.status ?? 500,
      answer: reply?.body,
    });
  });
}

function shapeOf(path: string): RegExp {
  const escaped = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\{[^}]+\}/g, '[^/]+')}$`);
}
