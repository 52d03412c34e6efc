import { instant } from '../../shared/time/instant.ts';
import type { Clock } from '../../electron/ports/clock.ts';
import type { Fetch } from '../../electron/ports/fetch.ts';
import type { Store } from '../../electron/ports/store.ts';
import { noticeOldDatabase, turnPage, type PageMemo } from '../../electron/store/last-page.ts';
import type { StoreErrorCode } from '../../electron/store/store-error.ts';
import type { CloudRig, Device } from '../kit/cloud-rig.ts';
import type { Line } from './line.ts';
import { MemoryDisk } from './memory-disk.ts';
import { Power } from './power.ts';

/** One device: a disk, a clock of its own, power, a line to the network, and the program that runs on it. */
export class Machine {
  readonly #rig: CloudRig;
  readonly #line: Line;
  /** Told of broken promises: the engine would take what is thrown here for a bad network. */
  readonly #broke: (promise: string) => void;
  #disk = new MemoryDisk();
  #backup: Uint8Array | null = null;
  /** Kept apart from the database, so that a backup of that alone does not bring it back. */
  #lastPage: string | null = null;
  #pages = 0;
  #power = new Power();
  /** Touches before the last start. */
  #before = 0;
  /** The log's last entry before the disk was told to fail. */
  #loggedBefore = 0;
  #device: Device;
  /** How far its wall clock is off, ms. */
  clockOff = 0;
  /** Told of each request before it leaves. */
  onRequest: () => void = () => undefined;

  constructor(rig: CloudRig, line: Line, broke: (promise: string) => void) {
    this.#rig = rig;
    this.#broke = broke;
    this.#line = line;
    this.#device = this.#started();
  }

  get device(): Device {
    return this.#device;
  }

  /** What lies on its disk, looked at from outside: no touch of the program's. */
  get kept(): Store {
    return this.#disk.store;
  }

  get power(): Power {
    return this.#power;
  }

  get touched(): number {
    return this.#before + this.#power.touches;
  }

  /** After a power cut, or on another disk, the program begins anew: nothing in memory is left. */
  restart(): void {
    this.#before += this.#power.touches;
    this.#power = new Power();
    this.#device = this.#started();
  }

  /** From the nth write on, the disk takes none. */
  failDisk(writes: number, code: StoreErrorCode): void {
    this.#loggedBefore = this.#disk.store.auditBefore(null, 1)[0]?.sequence ?? 0;
    this.#disk.failAfter(writes, code);
  }

  /** Returns whether it had failed. */
  mendDisk(): boolean {
    const { hasFailed } = this.#disk;
    this.#disk.mend();
    return hasFailed;
  }

  /** The program turns the page after each cycle; here the copy is an old one at once. */
  backUp(): void {
    this.#backup = this.#disk.image();
    turnPage(this.#disk.store, this.#memo, String(++this.#pages));
  }

  /** Returns false where there is no backup. */
  restore(): boolean {
    if (this.#backup === null) return false;
    this.#disk = new MemoryDisk(this.#backup);
    this.restart();
    return true;
  }

  /** A database that was damaged and put aside, or a new device: an empty ledger. */
  loseDisk(): void {
    this.#disk = new MemoryDisk();
    this.restart();
  }

  get #memo(): PageMemo {
    return {
      read: () => this.#lastPage,
      write: (page) => {
        this.#lastPage = page;
      },
    };
  }

  #started(): Device {
    const power = this.#power;
    const disk = this.#disk;
    noticeOldDatabase(disk.store, this.#memo, String(++this.#pages));
    return this.#rig.newDevice(
      power.store(disk.store),
      (fetch) => power.fetch(this.#watched(this.#line.fetch(fetch))),
      this.#clock(),
    );
  }

  /** No write may leave whose intent could not be kept (F14): those that did were announced, and are not answered yet. */
  #watched(fetch: Fetch): Fetch {
    const left = new Set<string>();
    return (url, init) => {
      this.onRequest();
      if (!this.#disk.hasFailed) left.clear();
      else for (const write of writesOf(url, init)) left.add(write);
      if (left.size > 0 && left.size > this.#unanswered())
        this.#broke('F14: a write left although nothing could be written down');
      return fetch(url, init);
    };
  }

  /** Writes that the log announced since the disk was told to fail, and of whose answers it does not know. */
  #unanswered(): number {
    const log = this.#disk.store.auditAfter(this.#loggedBefore, Number.MAX_SAFE_INTEGER);
    const answered = new Set(log.map(({ correlation }) => correlation));
    return log.filter(({ phase, sequence }) => phase === 'intent' && !answered.has(sequence))
      .length;
  }

  #clock(): Clock {
    const { clock } = this.#rig;
    return {
      now: () => instant(clock.now() + this.clockOff),
      monotonic: clock.monotonic,
      sleep: clock.sleep,
    };
  }
}

/** What a request would change, a text for each change: the same for a repetition, be it alone or in a batch. */
function writesOf(url: string, init: RequestInit | undefined): readonly string[] {
  const { method = 'GET', body } = init ?? {};
  const text = typeof body === 'string' ? body : '';
  if (method === 'GET') return [];
  if (!url.endsWith('/$batch')) return [`${method} ${url.replace(/^.*\/v1\.0/, '')} ${text}`];
  const { requests } = JSON.parse(text) as { readonly requests: readonly BatchPart[] };
  return requests.map(
    (part) =>
      `${part.method} ${part.url} ${part.body === undefined ? '' : JSON.stringify(part.body)}`,
  );
}

interface BatchPart {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}
