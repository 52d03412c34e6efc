import { between, pick, seededRandom } from '../../electron/simulator/sample/chance.ts';
import type { Store } from '../../electron/ports/store.ts';
import { openMemoryStore } from '../../electron/store/open-store.ts';
import type { CycleReport } from '../../electron/sync/cycle-report.ts';
import { rule as ruleSchema } from '../../shared/model/rule.ts';
import { CloudRig, type Device } from '../kit/cloud-rig.ts';
import { Hands } from './hands.ts';
import { Watch } from './invariants.ts';
import { neighbourhoodOf, someLook } from './neighbourhood.ts';
import { Power, PowerCut } from './power.ts';
import type { Script, Step } from './script.ts';
import { Users } from './users.ts';
import { faultName, weatherOf } from './weather.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Small, so that every list has many pages. */
const PAGE = 5;

interface Machine {
  readonly store: Store;
  device: Device;
  power: Power;
}

/** One world, its people and the devices that keep it in step; carries out steps and watches over what must hold. */
export class Life {
  readonly rig: CloudRig;
  readonly watch: Watch;
  readonly reports: CycleReport[] = [];
  /** How often each fault struck, by cloud and name. */
  readonly struck = new Map<string, number>();
  readonly #users: Users;
  readonly #machines: readonly Machine[];
  readonly #hands: Hands;

  constructor(script: Script) {
    const { people, rules, shares } = neighbourhoodOf(script.seed);
    this.rig = new CloudRig(people, PAGE);
    this.rig.setRules(...rules);
    for (const [ref, label] of shares) this.rig.share(ref, label);
    this.#users = new Users(this.rig);
    this.#machines = Array.from({ length: script.devices }, () => this.#newMachine());
    this.watch = new Watch(this.rig, this.#users);
    this.#hands = new Hands(this.rig, this.watch);
  }

  get machines(): number {
    return this.#machines.length;
  }

  async step({ kind, seed }: Step): Promise<void> {
    const random = seededRandom(seed);
    switch (kind) {
      case 'sync':
        return this.sync(between(random, 0, this.#machines.length - 1));
      case 'busySync':
        return this.#busySync(between(random, 0, this.#machines.length - 1), random);
      case 'slowSync':
        return this.#slowSync(between(random, 0, this.#machines.length - 1), random);
      case 'crash':
        await this.crash(between(random, 0, this.#machines.length - 1), between(random, 1, 120));
        return;
      case 'weather':
        this.#weather(seed);
        return;
      case 'wait':
        this.rig.clock.advance(between(random, 1, 90) * MINUTE);
        return;
      case 'sleep':
        this.rig.clock.advance(between(random, 8, 40) * HOUR);
        return;
      case 'clock':
        this.rig.clock.jump(between(random, -10, 10) * MINUTE);
        return;
      case 'rule':
        this.#rule(random);
        return;
      case 'access':
        this.#access(random);
        return;
      case 'consent':
        this.#consent(random);
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

  /** A cycle of one device. */
  async sync(machine: number): Promise<void> {
    const { device } = this.#machine(machine);
    this.watch.before();
    this.reports.push(await this.rig.sync(device));
    this.watch.after(this.rig.seen);
  }

  /** A cycle in the middle of which people go on with their lives: between any two requests. */
  async #busySync(machine: number, random: () => number): Promise<void> {
    this.rig.meanwhile = () => {
      if (random() < 0.15) this.watch.during(() => this.#someDeed(random));
    };
    try {
      await this.sync(machine);
    } finally {
      this.rig.meanwhile = () => undefined;
    }
  }

  /** A cycle whose answers take their time, and so arrive in another order than they were asked for. */
  async #slowSync(machine: number, random: () => number): Promise<void> {
    this.rig.latency = () => between(random, 0, 3_000);
    try {
      await this.sync(machine);
    } finally {
      this.rig.latency = () => 0;
    }
  }

  #someDeed(random: () => number): void {
    const deed =
      pick(random, [
        'add',
        'move',
        'edit',
        'remove',
        'occurrence',
        'blockEdited',
        'blockDeleted',
      ] as const) ?? 'add';
    if (deed === 'blockEdited' || deed === 'blockDeleted') this.#hands[deed](random);
    else this.#users[deed](random);
  }

  /** A cycle that loses its power at the nth touch of disk or network; then the device starts again. */
  async crash(machine: number, touches: number): Promise<boolean> {
    const at = this.#machine(machine);
    at.power.cutAfter(touches);
    this.watch.before();
    let cut = false;
    try {
      await this.rig.sync(at.device);
    } catch (error) {
      if (!(error instanceof PowerCut) && !at.power.isOff) throw error;
    }
    cut = at.power.isOff;
    this.watch.after(this.rig.seen);
    at.power = new Power();
    at.device = this.#deviceOver(at.store, at.power);
    return cut;
  }

  /** Ends all trouble: fair weather, every calendar and account as it was. */
  clearUp(): void {
    this.rig.faults = () => null;
    for (const { id } of this.#users.calendars())
      this.rig.world.updateCalendar(id, { access: 'owner', deleted: false });
    for (const { email } of this.rig.world.accounts()) this.rig.world.setRevoked(email, false);
    // Breakers close, and pauses end.
    this.rig.clock.advance(3 * HOUR);
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
    return approved;
  }

  /** Touches of disk and network so far, of one device since its last start. */
  touches(machine: number): number {
    return this.#machine(machine).power.touches;
  }

  #machine(index: number): Machine {
    const machine = this.#machines[index];
    if (machine === undefined) throw new Error(`There is no device ${index}`);
    return machine;
  }

  #newMachine(): Machine {
    const store = openMemoryStore();
    const power = new Power();
    return { store, power, device: this.#deviceOver(store, power) };
  }

  #deviceOver(store: Store, power: Power): Device {
    return this.rig.newDevice(power.store(store), (fetch) => power.fetch(fetch));
  }

  #weather(seed: number): void {
    const source = weatherOf(seed);
    this.rig.faults = (call) => {
      const fault = source(call);
      if (fault !== null) {
        const cloud = call.request.url.includes('graph.') ? 'microsoft' : 'google';
        const name = `${cloud} ${faultName(fault)}`;
        this.struck.set(name, (this.struck.get(name) ?? 0) + 1);
        if (fault.kind === 'emptyRead') this.watch.readsLied = true;
      }
      return fault;
    };
  }

  #rule(random: () => number): void {
    const { rules } = this.rig;
    const chosen = pick(random, rules);
    const deed = pick(random, ['switch', 'switch', 'look', 'look', 'drop', 'add'] as const);
    if (deed === 'add' || chosen === undefined) {
      const refs = this.watch.refs();
      const [source, target] = [pick(random, refs), pick(random, refs)];
      if (rules.length > 6 || source === undefined || target === undefined) return;
      const id = `rule${between(random, 0, 99_999)}`;
      if (rules.some((one) => one.id === id)) return;
      this.rig.rules = [
        ...rules,
        ruleSchema.parse({ id, sources: [source], targets: [target], ...someLook(random) }),
      ];
      return;
    }
    const look = someLook(random);
    this.rig.rules = rules.flatMap((one) => {
      if (one !== chosen) return [one];
      if (deed === 'drop') return rules.length > 1 ? [] : [one];
      return deed === 'switch'
        ? [{ ...one, enabled: !one.enabled }]
        : [ruleSchema.parse({ ...one, ...look })];
    });
  }

  #access(random: () => number): void {
    const calendar = pick(random, this.#users.calendars());
    const change = pick(random, [
      { access: 'reader' as const },
      { deleted: true },
      { access: 'owner' as const, deleted: false },
    ]);
    // A name is given at the first listing; what was not listed then can't keep it.
    const unlisted = change?.deleted === true && calendar?.sharedWith !== undefined;
    if (calendar !== undefined && change !== undefined && !unlisted)
      this.rig.world.updateCalendar(calendar.id, change);
  }

  #consent(random: () => number): void {
    const account = pick(random, this.rig.world.accounts());
    if (account !== undefined) this.rig.world.setRevoked(account.email, !account.revoked);
  }
}
