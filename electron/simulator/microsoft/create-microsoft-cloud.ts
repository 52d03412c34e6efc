import {
  ConnectionDropped,
  type CloudCall,
  type CloudOptions,
  type CloudRequest,
  type CloudResponse,
  type Fault,
  type SimulatedCloud,
} from '../cloud.ts';
import { faultGate } from '../faults.ts';
import { askingForAtMost } from '../page-cap.ts';
import type { WorldAccount } from '../world/types.ts';
import { DeltaFeed } from './delta.ts';
import { calendarWorldId } from './graph-ids.ts';
import { badRequest, GraphFault, json } from './graph-error.ts';
import { Mailbox, type MailboxCall } from './mailbox.ts';
import { Throttle } from './throttle.ts';
import { z } from 'zod';

const MAX_PARTS = 20;

const batch = z.object({
  requests: z.array(
    z.object({
      id: z.string(),
      method: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
      dependsOn: z.array(z.string()).optional(),
    }),
  ),
});

export interface MicrosoftCloud extends SimulatedCloud {
  /** Invitations that would have gone out. */
  mailsSent(): number;
}

/** Graph v1.0 over a world: mailboxes, calendars, events, the change feed and batches, with their limits and quirks. */
export function createMicrosoftCloud(options: CloudOptions): MicrosoftCloud {
  const mailbox = new Mailbox(options.world, new DeltaFeed(options.world));
  const throttle = new Throttle();
  const cloud = new Door(options, mailbox, throttle);
  return {
    kind: 'microsoft',
    handle: (request) => cloud.handle(askingForAtMost(request, options.mostPerPage)),
    mailsSent: () => mailbox.mails,
  };
}

interface Route {
  readonly operation: CloudCall['operation'];
  readonly calendarId: string | null;
  readonly act: (call: MailboxCall) => CloudResponse;
}

class Door {
  readonly #options: CloudOptions;
  readonly #mailbox: Mailbox;
  readonly #throttle: Throttle;

  constructor(options: CloudOptions, mailbox: Mailbox, throttle: Throttle) {
    this.#options = options;
    this.#mailbox = mailbox;
    this.#throttle = throttle;
  }

  async handle(request: CloudRequest): Promise<CloudResponse> {
    const url = new URL(request.url);
    const version = /^\/v1\.0(?=\/)/.exec(url.pathname);
    const path = version === null ? url.pathname : url.pathname.slice(version[0].length);
    const account = this.#options.world.accountByToken(
      (request.headers['authorization'] ?? '').replace(/^Bearer /, ''),
    );
    const isBatch = path === '/$batch';
    const route =
      isBatch || account === undefined ? null : this.#route(account, request.method, path);
    const call: CloudCall = {
      request,
      accountEmail: account?.email ?? null,
      calendarId: route?.calendarId ?? null,
      operation: isBatch ? 'batch' : (route?.operation ?? 'other'),
    };
    const root = `${url.origin}/v1.0`;
    return faultGate(
      this.#options,
      call,
      (fault) =>
        this.#answered(async () => {
          if (version === null) throw badRequest('BadRequest');
          if (account === undefined || account.revoked) throw unauthorised();
          if (!this.#options.limits)
            return this.#carryOut(account, request, url, path, root, route, fault);
          const units = isBatch ? partsOf(request).length : 1;
          return this.#throttle.run(account.email, units, this.#options.world.now(), async () => {
            // A mailbox is busy for as long as an answer takes.
            await Promise.resolve();
            return this.#carryOut(account, request, url, path, root, route, fault);
          });
        }),
      (_status, code) => JSON.stringify({ error: { code, message: `${code}.` } }),
    );
  }

  async #answered(work: () => Promise<CloudResponse>): Promise<CloudResponse> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof GraphFault) return error.response;
      if (error instanceof ConnectionDropped) throw error;
      throw error;
    }
  }

  #carryOut(
    account: WorldAccount,
    request: CloudRequest,
    url: URL,
    path: string,
    root: string,
    route: Route | null,
    fault: Fault | null,
  ): Promise<CloudResponse> {
    if (path === '/$batch') return this.#batch(account, request, root, fault);
    if (route === null) throw new GraphFault(404, 'ResourceNotFound');
    return Promise.resolve(
      route.act({
        account,
        query: url.searchParams,
        headers: request.headers,
        body: request.body,
        fault,
        root,
        path,
      }),
    );
  }

  /** Parts run one after another, answers come in another order, and the outer 200 says nothing of them. */
  async #batch(
    account: WorldAccount,
    request: CloudRequest,
    root: string,
    fault: Fault | null,
  ): Promise<CloudResponse> {
    const parts = partsOf(request);
    if (parts.length === 0 || parts.length > MAX_PARTS) throw badRequest('BadRequest');
    const responses: object[] = [];
    const failed = new Set<string>();
    for (const part of parts) {
      const answer = await this.#answered(() =>
        Promise.resolve(this.#part(account, part, root, fault, failed)),
      );
      if (answer.status >= 400) failed.add(part.id);
      responses.push({
        id: part.id,
        status: answer.status,
        headers: answer.headers,
        ...(answer.body === '' ? {} : { body: JSON.parse(answer.body) as unknown }),
      });
    }
    return json(200, { responses: responses.reverse() });
  }

  #part(
    account: WorldAccount,
    part: z.infer<typeof batch>['requests'][number],
    root: string,
    fault: Fault | null,
    failed: ReadonlySet<string>,
  ): CloudResponse {
    if (part.dependsOn?.some((id) => failed.has(id)) === true)
      throw new GraphFault(424, 'FailedDependency');
    if (fault?.kind === 'partialBatch' && this.#options.random() < fault.share) {
      throw new GraphFault(fault.status, 'ApplicationThrottled', { headers: { ...fault.headers } });
    }
    const url = new URL(root + (part.url.startsWith('/') ? part.url : `/${part.url}`));
    const path = url.pathname.slice('/v1.0'.length);
    const route = this.#route(account, part.method, path);
    if (route === null) throw new GraphFault(404, 'ResourceNotFound');
    const headers = Object.fromEntries(
      Object.entries(part.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const body = part.body === undefined ? null : JSON.stringify(part.body);
    return route.act({ account, query: url.searchParams, headers, body, fault: null, root, path });
  }

  #route(account: WorldAccount, method: string, path: string): Route | null {
    const segments = path.split('/').slice(1).map(decodeURIComponent);
    if (segments[0] !== 'me') return null;
    const [, collection, first, second, third] = segments;
    const box = this.#mailbox;
    if (collection === undefined && method === 'GET') {
      return route('other', null, () =>
        json(200, {
          id: account.email,
          displayName: account.name,
          mail: account.email,
          userPrincipalName: account.email,
        }),
      );
    }
    if (collection === 'calendars' && first === undefined && method === 'GET')
      return route('calendars', null, (call) => box.calendars(call));
    if (collection === 'events' && first !== undefined)
      return this.#eventRoute(method, null, first);
    const inCalendar =
      collection === 'calendars'
        ? [first ?? null, second, third]
        : [
            null,
            collection === 'calendar' ? first : collection,
            collection === 'calendar' ? second : first,
          ];
    const [graphId, view, last] = inCalendar as [
      string | null,
      string | undefined,
      string | undefined,
    ];
    const calendarId = graphId === null ? null : calendarWorldId(graphId);
    const calendar = (): ReturnType<Mailbox['calendarOf']> => box.calendarOf(account, graphId);
    if (view === 'calendarView' && method === 'GET') {
      return last === 'delta'
        ? route('delta', calendarId, (call) => box.delta(calendar(), call))
        : route('list', calendarId, (call) => box.calendarView(calendar(), call));
    }
    if (view !== 'events') return null;
    if (last !== undefined) return this.#eventRoute(method, calendar, last, calendarId);
    if (method === 'GET') return route('list', calendarId, (call) => box.events(calendar(), call));
    return method === 'POST'
      ? route('create', calendarId, (call) => box.create(calendar(), call))
      : null;
  }

  #eventRoute(
    method: string,
    calendar: (() => ReturnType<Mailbox['calendarOf']>) | null,
    id: string,
    calendarId: string | null = null,
  ): Route | null {
    const box = this.#mailbox;
    const own = (): ReturnType<Mailbox['calendarOf']> | null => calendar?.() ?? null;
    if (method === 'GET') return route('get', calendarId, (call) => box.get(own(), id, call));
    if (method === 'PATCH')
      return route('update', calendarId, (call) => box.update(own(), id, call));
    return method === 'DELETE'
      ? route('delete', calendarId, (call) => box.remove(own(), id, call))
      : null;
  }
}

function route(
  operation: CloudCall['operation'],
  calendarId: string | null,
  act: Route['act'],
): Route {
  return { operation, calendarId, act };
}

function partsOf({ body }: CloudRequest): z.infer<typeof batch>['requests'] {
  try {
    return batch.parse(JSON.parse(body ?? '')).requests;
  } catch {
    throw badRequest('BadRequest');
  }
}

function unauthorised(): GraphFault {
  return new GraphFault(401, 'InvalidAuthenticationToken', {
    headers: { 'www-authenticate': 'Bearer realm=""' },
  });
}
