import type { CloudCall, Fault } from '../../electron/simulator/cloud.ts';
import { noFaults, type FaultSource } from '../../electron/simulator/fault-sources.ts';
import { between, pick, seededRandom } from '../../electron/simulator/sample/chance.ts';
import type { CycleReport } from '../../electron/sync/cycle-report.ts';
import { CloudRig } from '../kit/cloud-rig.ts';
import { Cycles } from './cycles.ts';
import { DamagedReads } from './damaged-reads.ts';
import { formOf, type Cloud } from './fault-table.ts';
import { Hands } from './hands.ts';
import { Watch } from './invariants.ts';
import { Line } from './line.ts';
import { Machine } from './machine.ts';
import { neighbourhoodOf } from './neighbourhood.ts';
import type { Script, StepKind } from './script.ts';
import { daysToNextSummerTime } from './summer-time.ts';
import { Unusual } from './unusual.ts';
import { Users } from './users.ts';
import { fogOf, mixedUpOf, notFoundOf, unheardOf, weatherOf } from './weather.ts';
import { Wishes } from './wishes.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Small, so that every list has many pages. */
const PAGE = 5;

/** One world, its people and the devices that keep it in step; carries out steps and watches over what must hold. */
export class Life {
  readonly rig: CloudRig;
  readonly watch: Watch;
  /**
   * An old backup does not know what was written since, nor that it is old; and a read that lied is believed: a look a
   * day finds what is wrong.
   */
  healsByDay = false;
  /** How often each fault struck, by cloud and form. */
  readonly struck = new Map<string, number>();
  readonly #users: Users;
  readonly #machines: readonly Machine[];
  readonly #unusual: Unusual;
  readonly #hands: Hands;
  readonly #wishes: Wishes;
  readonly #cycles: Cycles;
  readonly #line: Line;
  readonly #damagedReads = new DamagedReads();
  #lostDatabase = false;

  constructor(script: Script) {
    const { people, rules, shares } = neighbourhoodOf(script.seed);
    this.rig = new CloudRig(people, PAGE);
    this.rig.setRules(...rules);
    for (const [ref, label] of shares) this.rig.share(ref, label);
    this.#users = new Users(this.rig);
    this.#unusual = new Unusual(this.rig, this.#users);
    this.watch = new Watch(this.rig, this.#users);
    this.#line = new Line((trouble, url) => this.#count(cloudOf(url), trouble));
    this.#machines = Array.from(
      { length: script.devices },
      () => new Machine(this.rig, this.#line, (promise) => this.watch.broke(promise)),
    );
    if (script.devices > 1) this.#everywhere('two devices');
    this.watch.severalWriters = script.devices > 1;
    this.#hands = new Hands(this.rig, this.watch);
    const everywhere = (form: string): void => this.#everywhere(form);
    this.#wishes = new Wishes(this.rig, this.#users, () => this.watch.refs(), everywhere);
    this.#cycles = new Cycles(this.rig, this.watch, everywhere, (random) => this.#someDeed(random));
  }

  get machines(): number {
    return this.#machines.length;
  }

  get reports(): readonly CycleReport[] {
    return this.#cycles.reports;
  }

  async step(kind: Exclude<StepKind, 'rest'>, seed: number): Promise<void> {
    const random = seededRandom(seed);
    const one = (): Machine => this.#machine(between(random, 0, this.#machines.length - 1));
    switch (kind) {
      case 'sync':
        return this.#cycles.plain(one());
      case 'busySync':
        return this.#cycles.busy(one(), random);
      case 'slowSync':
        return this.#cycles.slow(one(), random);
      case 'suspend':
        return this.#cycles.suspended(one(), random);
      case 'stop':
        return this.#cycles.stopped(one(), random);
      case 'setClock':
        return this.#cycles.setClock(one(), random);
      case 'disk':
        await this.#badDisk(one(), random);
        return;
      case 'crash':
        await this.#cycles.cut(one(), between(random, 1, 120));
        return;
      case 'cutEarly':
        // Most cycles still read then: what was taken in by halves shows.
        await this.#cycles.cut(one(), between(random, 1, 40));
        return;
      case 'weather':
        this.#weather(weatherOf(seed));
        return;
      case 'fog':
        this.#weather(fogOf(seed, () => this.rig.clock.now()));
        return;
      case 'notFound':
        this.#weather(notFoundOf(seed));
        return;
      case 'unheard':
        this.#weather(unheardOf(seed));
        return;
      case 'mixedUp':
        this.#weather(mixedUpOf(seed, (url) => this.#severalOf(cloudOf(url))));
        return;
      case 'line':
        this.#line.trouble(seed);
        return;
      case 'wait':
        this.rig.clock.advance(between(random, 1, 90) * MINUTE);
        return;
      case 'sleep':
        this.rig.clock.advance(between(random, 8, 40) * HOUR);
        return;
      case 'season':
        this.rig.clock.advance(daysToNextSummerTime(this.rig.clock.now()) * 24 * HOUR);
        this.watch.during(() => this.#unusual.abroad(random));
        this.#everywhere('summer time');
        return;
      case 'clock':
        this.rig.clock.jump(between(random, -10, 10) * MINUTE);
        return;
      case 'skew':
        one().clockOff = (pick(random, [-26 * 60, -10, 0, 10, 26 * 60]) ?? 0) * MINUTE;
        this.#everywhere('clock off');
        return;
      case 'backUp':
        one().backUp();
        return;
      case 'restore':
        if (one().restore()) {
          this.healsByDay = true;
          this.watch.severalWriters = true;
          this.#everywhere('old backup');
        }
        return;
      case 'loseDisk':
        one().loseDisk();
        this.#lostDatabase = true;
        this.#everywhere('database lost');
        return;
      case 'rule':
        this.#changeRule(random);
        return;
      case 'access':
      case 'consent':
      case 'zone':
      case 'window':
        this.#wishes[kind](random);
        return;
      case 'flood':
        this.watch.during(() => this.#everywhere(this.#unusual.flood(random)));
        return;
      case 'abroad':
        this.watch.during(() => this.#unusual.abroad(random));
        return;
      case 'blockEdited':
      case 'blockDeleted':
      case 'blockCopied':
      case 'foreignBlock':
        this.watch.during(() => this.#hands[kind](random));
        return;
      default:
        this.watch.during(() => this.#users[kind](random));
    }
  }

  #changeRule(random: () => number): void {
    this.#wishes.rule(random);
    this.watch.lookAtRules();
  }

  /** A cycle of one device. */
  sync(machine: number): Promise<void> {
    return this.#cycles.plain(this.#machine(machine));
  }

  /** A cycle that loses its power at the nth touch of disk or network; then the device starts again. */
  crash(machine: number, touches: number): Promise<boolean> {
    return this.#cycles.cut(this.#machine(machine), touches);
  }

  /** A cycle whose disk takes nothing from the nth write on; the program runs on. Returns whether it came to that. */
  fillDisk(machine: number, writes: number): Promise<boolean> {
    return this.#cycles.onBadDisk(this.#machine(machine), writes, 'full');
  }

  /** Ends all trouble: fair weather, every calendar, account and clock as it was. */
  clearUp(): void {
    this.rig.faults = noFaults;
    this.#line.clear();
    for (const machine of this.#machines) machine.clockOff = 0;
    for (const { id } of this.#users.calendars())
      this.rig.world.updateCalendar(id, { access: 'owner', deleted: false });
    for (const { email } of this.rig.world.accounts()) this.rig.world.setRevoked(email, false);
    // Breakers close, and pauses end.
    this.rig.clock.advance(3 * HOUR);
  }

  /** What a device's ledger is unsure of. */
  doubts(machine: number): readonly string[] {
    return this.watch.doubts(this.#machine(machine).kept);
  }

  /** Lets every removal go that a brake keeps waiting. */
  approveAll(): number {
    let approved = 0;
    for (const { device } of this.#machines) {
      for (const { rule, target, state } of device.store.holds()) {
        if (state !== 'waiting') continue;
        device.engine.decideHold(rule, target, 'approved');
        approved += 1;
      }
    }
    this.watch.removalsAllowed ||= approved > 0;
    return approved;
  }

  /** Touches of disk and network so far, of one device since its last start. */
  touches(machine: number): number {
    return this.#machine(machine).power.touches;
  }

  /** By all devices, before and after all their restarts. */
  get touched(): number {
    return this.#machines.reduce((sum, { touched }) => sum + touched, 0);
  }

  #machine(index: number): Machine {
    const machine = this.#machines[index];
    if (machine === undefined) throw new Error(`There is no device ${index}`);
    return machine;
  }

  #badDisk(machine: Machine, random: () => number): Promise<boolean> {
    const code = pick(random, ['full', 'readOnly', 'io'] as const) ?? 'full';
    return this.#cycles.onBadDisk(machine, between(random, 1, 30), code);
  }

  #weather(source: FaultSource): void {
    this.rig.faults = (call: CloudCall) => {
      const fault = source(call);
      if (fault !== null) {
        const cloud = cloudOf(call.request.url);
        this.#count(cloud, formOf(fault, cloud));
        if (fault.kind === 'emptyRead') {
          this.healsByDay = true;
          this.watch.readsLied = true;
        }
        if (fault.kind === 'damage' && this.#damagedReads.again(call.request.url))
          this.healsByDay = true;
        if (fault.kind === 'stale' && this.#lostDatabase) this.watch.lagAfterLoss = true;
        // Where an id is taken, such an answer means that what holds it has gone: the block is made under the next one.
        if (call.operation === 'get' && isNotFound(fault)) this.watch.looksLied = true;
      }
      return fault;
    };
  }

  #severalOf(cloud: Cloud): boolean {
    return this.rig.accounts.filter(({ provider }) => provider === cloud).length > 1;
  }

  #someDeed(random: () => number): void {
    const deed =
      pick(random, [
        ...([
          'add',
          'move',
          'edit',
          'remove',
          'occurrence',
          'blockEdited',
          'blockDeleted',
        ] as const),
      ]) ?? 'add';
    if (deed === 'blockEdited' || deed === 'blockDeleted') {
      this.#hands[deed](random);
      this.#everywhere('block touched in a cycle');
    } else this.#users[deed](random);
    if (random() > 0.9) {
      this.#changeRule(random);
      this.#everywhere('rule edited in a cycle');
    }
  }

  #count(cloud: string, form: string): void {
    const name = `${cloud} ${form}`;
    this.struck.set(name, (this.struck.get(name) ?? 0) + 1);
  }

  /** A fault that is no cloud's doing is met by all that are there. */
  #everywhere(form: string): void {
    for (const cloud of new Set(this.rig.accounts.map(({ provider }) => provider)))
      this.#count(cloud, form);
  }
}

function isNotFound(fault: Fault): boolean {
  return fault.kind === 'status' && (fault.status === 404 || fault.status === 410);
}

function cloudOf(url: string): Cloud {
  return url.includes('graph.') ? 'microsoft' : 'google';
}
