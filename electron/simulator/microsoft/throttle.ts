import type { CloudResponse } from '../cloud.ts';
import { GraphFault } from './graph-error.ts';

/** Outlook's limits per app and mailbox (Graph throttling limits). */
const CONCURRENCY = 4;
const UNITS = 10_000;
const WINDOW_MS = 600_000;

/** Counts what runs at once and what was used per mailbox, and refuses what is too much. */
export class Throttle {
  readonly #running = new Map<string, number>();
  readonly #used = new Map<string, { since: number; units: number }>();

  async run(
    mailbox: string,
    units: number,
    now: number,
    work: () => Promise<CloudResponse>,
  ): Promise<CloudResponse> {
    const running = this.#running.get(mailbox) ?? 0;
    if (running >= CONCURRENCY) throw tooMany('1');
    this.#spend(mailbox, units, now);
    this.#running.set(mailbox, running + 1);
    try {
      return await work();
    } finally {
      this.#running.set(mailbox, (this.#running.get(mailbox) ?? 1) - 1);
    }
  }

  #spend(mailbox: string, units: number, now: number): void {
    const used = this.#used.get(mailbox);
    const current =
      used === undefined || now - used.since >= WINDOW_MS ? { since: now, units: 0 } : used;
    current.units += units;
    this.#used.set(mailbox, current);
    if (current.units > UNITS)
      throw tooMany(String(Math.ceil((current.since + WINDOW_MS - now) / 1000)));
  }
}

function tooMany(retryAfter: string): GraphFault {
  return new GraphFault(429, 'ApplicationThrottled', {
    headers: { 'retry-after': retryAfter },
    error: { message: 'Application is over its MailboxConcurrency limit.' },
  });
}
