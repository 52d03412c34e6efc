import type { World } from './world/types.ts';

/** An HTTP request as the simulated clouds see it: no sockets, no platform types. */
export interface CloudRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface CloudResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What goes wrong, and to whom. Chosen per request by a function, so that tests and the demo can script it. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** The write is carried out, then the connection breaks. */
  | { readonly kind: 'dropAfter' }
  /** The connection breaks before anything happens. */
  | { readonly kind: 'dropBefore' }
  /** Never answers; the client's timeout must end it. */
  | { readonly kind: 'hang' }
  /** The write is carried out, then nothing is ever heard. */
  | { readonly kind: 'hangAfter' }
  /** 200 with a captive portal's HTML page. */
  | { readonly kind: 'captivePortal' }
  /** The right answer, cut in the middle of its JSON. */
  | { readonly kind: 'truncate' }
  /** For reads: an empty page as if the calendar held nothing. */
  | { readonly kind: 'emptyRead' }
  /** For reads: the state as it was `ms` ago (eventual consistency). */
  | { readonly kind: 'stale'; readonly ms: number }
  /** For change feeds: forget every cursor of this calendar. */
  | { readonly kind: 'expireCursor' }
  /** For `$batch`: fail this share of the parts (0 to 1) with the status. */
  | {
      readonly kind: 'partialBatch';
      readonly share: number;
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** For change feeds and lists: send a page twice, or its items in another order. */
  | { readonly kind: 'repeatPage' }
  | { readonly kind: 'shuffle' }
  /** For change feeds and lists: the next page is this one, for ever. */
  | { readonly kind: 'loopPage' }
  /** For change feeds and lists: one event of the page can't be understood. */
  | { readonly kind: 'damage'; readonly how: Damage }
  /** For the list of calendars: that of another account of the cloud, as a proxy gives that keeps answers by URL. */
  | { readonly kind: 'otherAccount' };

/** What can be wrong with an event on the wire. */
export type Damage = 'noEnd' | 'endsBefore' | 'unknownZone' | 'wrongType';

export interface CloudCall {
  readonly request: CloudRequest;
  /** Owner of the bearer token; null where it is unknown. */
  readonly accountEmail: string | null;
  /** The calendar's world id where the path names one. */
  readonly calendarId: string | null;
  readonly operation:
    | 'calendars'
    | 'delta'
    | 'list'
    | 'get'
    | 'batch'
    | 'create'
    | 'update'
    | 'delete'
    | 'token'
    | 'other';
}

export interface CloudOptions {
  readonly world: World;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Resolves after `ms` of the world's time. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Added to each answer, ms. */
  readonly latencyMs: () => number;
  /** Asked before each request; the first non-null answer is acted on. */
  readonly fault: (call: CloudCall) => Fault | null;
  /** Told of every finished call: for request counts, wire checks and canary hunts. */
  readonly onCall: (call: CloudCall, response: CloudResponse) => void;
  /** Enforce the provider's concurrency and rate limits. */
  readonly limits: boolean;
  /** The most items on a page, whatever is asked for; the providers' own limits where it is absent. */
  readonly mostPerPage?: number;
}

/** Raised by `handle` where the connection must break without an answer. */
export class ConnectionDropped extends Error {
  override readonly name = 'ConnectionDropped';
}

/** One simulated cloud: every origin it plays (API and sign-in) goes through one door. */
export interface SimulatedCloud {
  readonly kind: 'microsoft' | 'google';
  handle(request: CloudRequest): Promise<CloudResponse>;
}
