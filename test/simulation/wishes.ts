import { between, pick } from '../../electron/simulator/sample/chance.ts';
import { rule as ruleSchema } from '../../shared/model/rule.ts';
import type { CloudRig } from '../kit/cloud-rig.ts';
import { someLook } from './neighbourhood.ts';
import type { Users } from './users.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'] as const;

/** What the user sets, and what those who own calendars and accounts allow. */
export class Wishes {
  readonly #rig: CloudRig;
  readonly #users: Users;
  readonly #refs: () => readonly string[];
  readonly #struck: (form: string) => void;

  constructor(
    rig: CloudRig,
    users: Users,
    refs: () => readonly string[],
    struck: (form: string) => void,
  ) {
    this.#rig = rig;
    this.#users = users;
    this.#refs = refs;
    this.#struck = struck;
  }

  rule(random: () => number): void {
    const { rules } = this.#rig;
    const chosen = pick(random, rules);
    const deed = pick(random, ['switch', 'switch', 'look', 'look', 'drop', 'add'] as const);
    if (deed === 'add' || chosen === undefined) {
      this.#addRule(random);
      return;
    }
    const look = someLook(random);
    this.#rig.rules = rules.flatMap((one) => {
      if (one !== chosen) return [one];
      if (deed === 'drop') return rules.length > 1 ? [] : [one];
      return deed === 'switch'
        ? [{ ...one, enabled: !one.enabled }]
        : [ruleSchema.parse({ ...one, ...look })];
    });
  }

  access(random: () => number): void {
    const calendar = pick(random, this.#users.calendars());
    const change = pick(random, [
      { access: 'reader' as const },
      { deleted: true },
      { access: 'owner' as const, deleted: false },
    ]);
    // A name is given at the first listing; what was not listed then can't keep it.
    const unlisted = change?.deleted === true && calendar?.sharedWith !== undefined;
    if (calendar === undefined || change === undefined || unlisted) return;
    this.#rig.world.updateCalendar(calendar.id, change);
    if (change.deleted === true) this.#struck('calendar gone');
    if (change.access === 'reader') this.#struck('calendar read-only');
  }

  consent(random: () => number): void {
    const account = pick(random, this.#rig.world.accounts());
    if (account === undefined) return;
    this.#rig.world.setRevoked(account.email, !account.revoked);
    if (!account.revoked) this.#struck('consent withdrawn');
  }

  zone(random: () => number): void {
    const zone = pick(random, zones);
    if (zone === undefined || zone === this.#rig.zone) return;
    this.#rig.zone = zone;
    this.#struck('other zone');
  }

  window(random: () => number): void {
    const futureDays = pick(random, [45, 60, 90, 120]) ?? 90;
    if (futureDays === this.#rig.window.futureDays) return;
    this.#rig.window = { pastDays: 1, futureDays };
    this.#struck('window reconfigured');
  }

  #addRule(random: () => number): void {
    const { rules } = this.#rig;
    const refs = this.#refs();
    const [source, target] = [pick(random, refs), pick(random, refs)];
    if (rules.length > 6 || source === undefined || target === undefined) return;
    const id = `rule${between(random, 0, 99_999)}`;
    if (rules.some((one) => one.id === id)) return;
    this.#rig.rules = [
      ...rules,
      ruleSchema.parse({ id, sources: [source], targets: [target], ...someLook(random) }),
    ];
  }
}
