import type {
  CloudCall,
  CloudOptions,
  CloudRequest,
  CloudResponse,
  SimulatedCloud,
} from '../cloud.ts';
import { faultGate } from '../faults.ts';
import { askingForAtMost } from '../page-cap.ts';
import type { WorldAccount } from '../world/types.ts';
import { CalendarService, type ServiceCall } from './calendar-service.ts';
import { errorJson, GoogleFault } from './google-error.ts';

/** Calendar API usage limits: requests per minute and user. */
const PER_MINUTE = 600;

export interface GoogleCloud extends SimulatedCloud {
  /** Invitations that would have gone out. */
  mailsSent(): number;
}

interface Route {
  readonly operation: CloudCall['operation'];
  readonly calendarId: string | null;
  readonly act: (service: CalendarService, call: ServiceCall) => CloudResponse;
}

/** Google Calendar v3 over a world: lists, sync tokens, client-chosen ids, private properties, with limits and quirks. */
export function createGoogleCloud(options: CloudOptions): GoogleCloud {
  const service = new CalendarService(options.world);
  const meter = new Meter();
  const handle = (sent: CloudRequest): Promise<CloudResponse> => {
    const request = askingForAtMost(sent, options.mostPerPage);
    const url = new URL(request.url);
    const account = options.world.accountByToken(
      (request.headers['authorization'] ?? '').replace(/^Bearer /, ''),
    );
    const route = routeOf(request.method, url.pathname);
    const call: CloudCall = {
      request,
      accountEmail: account?.email ?? null,
      calendarId: route?.calendarId ?? null,
      operation: operationOf(route, url),
    };
    return faultGate(
      options,
      call,
      (fault) =>
        answered(() => {
          const person = authorised(account);
          if (options.limits) meter.count(person.email, options.world.now());
          if (route === null) throw new GoogleFault(404, 'notFound');
          return route.act(service, {
            account: person,
            query: url.searchParams,
            headers: request.headers,
            body: request.body,
            fault,
          });
        }),
      errorJson,
    );
  };
  return { kind: 'google', handle, mailsSent: () => service.mails };
}

function answered(work: () => CloudResponse): Promise<CloudResponse> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    if (error instanceof GoogleFault) return Promise.resolve(error.response);
    return Promise.reject(error instanceof Error ? error : new Error('unknown'));
  }
}

function authorised(account: WorldAccount | undefined): WorldAccount {
  if (account === undefined || account.revoked) throw new GoogleFault(401, 'authError');
  return account;
}

function operationOf(route: Route | null, url: URL): CloudCall['operation'] {
  if (route === null) return 'other';
  return route.operation === 'list' && url.searchParams.has('syncToken')
    ? 'delta'
    : route.operation;
}

function routeOf(method: string, pathname: string): Route | null {
  const segments = pathname.split('/').slice(1).map(decodeURIComponent);
  if (segments[0] !== 'calendar' || segments[1] !== 'v3') return null;
  const [, , collection, calendarId = '', kind, eventId] = segments;
  if (collection === 'users' && kind === 'calendarList' && method === 'GET') {
    return {
      operation: 'calendars',
      calendarId: null,
      act: (service, call) => service.calendars(call),
    };
  }
  if (collection !== 'calendars' || kind !== 'events') return null;
  const route = (
    operation: CloudCall['operation'],
    act: (service: CalendarService, call: ServiceCall) => CloudResponse,
  ): Route => ({ operation, calendarId, act });
  if (eventId === undefined) {
    if (method === 'GET')
      return route('list', (service, call) =>
        service.list(service.calendarOf(call.account, calendarId), call),
      );
    return method === 'POST'
      ? route('create', (service, call) =>
          service.insert(service.calendarOf(call.account, calendarId), call),
        )
      : null;
  }
  switch (method) {
    case 'GET':
      return route('get', (service, call) =>
        service.get(service.calendarOf(call.account, calendarId), eventId),
      );
    case 'PATCH':
      return route('update', (service, call) =>
        service.patch(service.calendarOf(call.account, calendarId), eventId, call),
      );
    case 'DELETE':
      return route('delete', (service, call) =>
        service.remove(service.calendarOf(call.account, calendarId), eventId, call),
      );
    default:
      return null;
  }
}

/** Requests per user in the running minute. */
class Meter {
  readonly #used = new Map<string, { since: number; count: number }>();

  count(email: string, now: number): void {
    const used = this.#used.get(email);
    const current =
      used === undefined || now - used.since >= 60_000 ? { since: now, count: 0 } : used;
    current.count += 1;
    this.#used.set(email, current);
    if (current.count > PER_MINUTE) throw new GoogleFault(403, 'rateLimitExceeded');
  }
}
