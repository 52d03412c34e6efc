import { between, pick } from '../../electron/simulator/sample/chance.ts';
import { StoreError } from '../../electron/store/store-error.ts';
import type { CycleReport } from '../../electron/sync/cycle-report.ts';
import type { CloudRig } from '../kit/cloud-rig.ts';
import type { Watch } from './invariants.ts';
import type { Machine } from './machine.ts';
import { PowerCut } from './power.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const badDisks = { full: 'disk full', readOnly: 'disk read-only', io: 'disk error' } as const;

/** Cycles of a device, and what can happen to it in the middle of one. */
export class Cycles {
  readonly reports: CycleReport[] = [];
  readonly #rig: CloudRig;
  readonly #watch: Watch;
  readonly #struck: (form: string) => void;
  readonly #someDeed: (random: () => number) => void;
  /** Whose disk was full not long ago. */
  readonly #badDisks = new Set<Machine>();
  #day = 0;

  constructor(
    rig: CloudRig,
    watch: Watch,
    struck: (form: string) => void,
    someDeed: (random: () => number) => void,
  ) {
    this.#rig = rig;
    this.#watch = watch;
    this.#struck = struck;
    this.#someDeed = someDeed;
  }

  async plain(machine: Machine, signal?: AbortSignal): Promise<void> {
    const day = Math.floor(this.#rig.clock.now() / DAY);
    if (this.#day !== 0 && day > this.#day) this.#struck('window moved on');
    this.#day = day;
    this.#watch.before();
    // Slow reads that met the bad disk tell of it when they end: each account's once.
    for (let told = 0; ; told++) {
      try {
        this.reports.push(await this.#rig.sync(machine.device, signal));
        break;
      } catch (error) {
        if (!this.#isOfBadDisk(machine, error) || told === this.#rig.accounts.length) throw error;
      }
    }
    this.#badDisks.delete(machine);
    this.#watch.after(this.#rig.seen, machine.kept);
  }

  /** In the middle of it people go on with their lives: between any two requests. */
  async busy(machine: Machine, random: () => number): Promise<void> {
    this.#rig.meanwhile = () => {
      if (random() < 0.15) this.#watch.during(() => this.#someDeed(random));
    };
    try {
      await this.plain(machine);
    } finally {
      this.#rig.meanwhile = () => undefined;
    }
  }

  /** Its answers take their time, and so arrive in another order than they were asked for. */
  async slow(machine: Machine, random: () => number): Promise<void> {
    this.#rig.latency = () => between(random, 0, 3_000);
    try {
      await this.plain(machine);
    } finally {
      this.#rig.latency = () => 0;
    }
  }

  /** The lid is closed between two requests: the wall clock goes on, and nothing else. */
  async suspended(machine: Machine, random: () => number): Promise<void> {
    const ms = between(random, 1, 30) * HOUR;
    await this.#atRequest(machine, between(random, 1, 12), () => {
      this.#rig.clock.jump(ms);
      this.#struck('sleep in a cycle');
    });
  }

  /** Somebody, or a time server, sets the device's clock. */
  async setClock(machine: Machine, random: () => number): Promise<void> {
    const ms = (pick(random, [-24 * 60, -10, -1, 1, 10, 24 * 60]) ?? 1) * MINUTE;
    await this.#atRequest(machine, between(random, 1, 12), () => {
      machine.clockOff = ms;
      this.#struck('clock set in a cycle');
    });
  }

  /** The user presses pause, or quits: nothing new may begin after that (F19). */
  async stopped(machine: Machine, random: () => number): Promise<void> {
    // What a read with a bad disk left running was started by a cycle that nobody stops.
    if (this.#badDisks.has(machine)) await this.#idle(machine);
    const stop = new AbortController();
    const at = between(random, 1, 20);
    let asked = 0;
    machine.onRequest = () => {
      if (stop.signal.aborted) this.#watch.broke('F19: a request left after the user had stopped');
      asked += 1;
      if (asked === at) {
        this.#struck('stopped in a cycle');
        // In its own turn: a request that is just leaving may leave.
        queueMicrotask(() => stop.abort('stopped'));
      }
    };
    try {
      await this.plain(machine, stop.signal);
    } finally {
      machine.onRequest = () => undefined;
    }
  }

  /**
   * The disk takes nothing more from the nth write on; the program goes on, and so does the next cycle once it is mended.
   * Returns whether it came to that.
   */
  async onBadDisk(machine: Machine, writes: number, code: keyof typeof badDisks): Promise<boolean> {
    machine.failDisk(writes, code);
    this.#watch.before();
    try {
      this.reports.push(await this.#rig.sync(machine.device));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
    const failed = machine.mendDisk();
    if (failed) this.#badDisks.add(machine);
    if (failed) this.#struck(badDisks[code]);
    this.#watch.after(this.#rig.seen, machine.kept);
    return failed;
  }

  /** It loses its power at the nth touch of disk or network; then the device starts again. Returns whether it did. */
  async cut(machine: Machine, touches: number): Promise<boolean> {
    machine.power.cutAfter(touches);
    this.#watch.before();
    try {
      await this.#rig.sync(machine.device);
    } catch (error) {
      const expected =
        error instanceof PowerCut || machine.power.isOff || this.#isOfBadDisk(machine, error);
      if (!expected) throw error;
    }
    const cut = machine.power.isOff;
    machine.restart();
    this.#watch.after(this.#rig.seen, machine.kept);
    if (cut) this.#struck('power cut');
    return cut;
  }

  /** Told late, by a read that was under way when the disk was bad. */
  #isOfBadDisk(machine: Machine, error: unknown): boolean {
    return error instanceof StoreError && this.#badDisks.has(machine);
  }

  #idle({ device }: Machine): Promise<void> {
    const { engine } = device;
    return this.#rig.clock.run(engine.alone(null, () => undefined, new AbortController().signal));
  }

  async #atRequest(machine: Machine, nth: number, deed: () => void): Promise<void> {
    let asked = 0;
    machine.onRequest = () => {
      asked += 1;
      if (asked === nth) deed();
    };
    try {
      await this.plain(machine);
    } finally {
      machine.onRequest = () => undefined;
    }
  }
}
