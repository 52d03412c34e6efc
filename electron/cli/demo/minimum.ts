import type { CycleReport } from '../../sync/cycle-report.ts';

/** The most that providers return on a page, and take in a batch. */
const GRAPH_PAGE = 1000;
const GOOGLE_PAGE = 2500;
const BATCH = 20;

export interface CalendarWork {
  readonly provider: 'microsoft' | 'google';
  readonly account: string;
  /** Items in the window, blocks included. */
  readonly items: number;
  readonly writes: number;
  readonly changed: boolean;
}

/**
 * The fewest requests that the providers' interfaces allow. A first read walks the pages once (Graph: the change feed has
 * to be armed as well); later reads ask once per calendar, and Graph's feed says only that something changed, so that a
 * changed calendar is listed again. Writes go 20 to a batch on Graph, one by one on Google.
 */
export function minimumRequests(work: readonly CalendarWork[], first: boolean): number {
  const accounts = new Set(work.map(({ account }) => account));
  let requests = first ? accounts.size : 0;
  const graphWrites = new Map<string, number>();
  for (const { provider, account, items, writes, changed } of work) {
    if (provider === 'google') {
      requests += (first ? Math.max(1, Math.ceil(items / GOOGLE_PAGE)) : 1) + writes;
    } else {
      const pages = Math.max(1, Math.ceil(items / GRAPH_PAGE));
      requests += first ? 2 * pages : 1 + (changed ? pages : 0);
      graphWrites.set(account, (graphWrites.get(account) ?? 0) + writes);
    }
  }
  for (const writes of graphWrites.values()) requests += Math.ceil(writes / BATCH);
  return requests;
}

export function writesOf({
  created,
  updated,
  deleted,
}: Pick<CycleReport, 'created' | 'updated' | 'deleted'>): number {
  return created + updated + deleted;
}
