/** Who there is and which calendars they have: accounts, shelves of calendars, and every event id ever taken. */
import type { WorldDump } from './dump.ts';
import { Shelf } from './shelf.ts';
import type { WorldAccount, WorldCalendar } from './types.ts';
import { WorldError } from './world-error.ts';

export class Directory {
  readonly #accounts = new Map<string, WorldAccount>();
  readonly #emailByToken = new Map<string, string>();
  readonly #shelves = new Map<string, Shelf>();
  readonly #takenIds = new Set<string>();

  /** Throws `badDump` where the parts of a dump do not fit each other. */
  constructor(dump?: WorldDump) {
    if (dump === undefined) return;
    for (const account of dump.accounts) this.addAccount(account);
    const logs = Map.groupBy(dump.changes, (change) => change.calendarId);
    dump.calendars.forEach((calendar, index) => {
      if (!this.#accounts.has(key(calendar.accountEmail)))
        throw new WorldError(
          'badDump',
          `The kept world is damaged at calendars[${index}].accountEmail`,
        );
      this.#shelves.set(calendar.id, new Shelf(calendar, logs.get(calendar.id)));
    });
    dump.events.forEach((event, index) => {
      const shelf = this.#shelves.get(event.calendarId);
      if (shelf === undefined || this.#takenIds.has(event.id))
        throw new WorldError('badDump', `The kept world is damaged at events[${index}]`);
      this.#takenIds.add(event.id);
      shelf.put(event);
    });
  }

  accounts(): readonly WorldAccount[] {
    return [...this.#accounts.values()];
  }

  account(email: string): WorldAccount | undefined {
    return this.#accounts.get(key(email));
  }

  accountByToken(token: string): WorldAccount | undefined {
    const email = this.#emailByToken.get(token);
    return email === undefined ? undefined : this.account(email);
  }

  addAccount(account: WorldAccount): WorldAccount {
    if (this.#accounts.has(key(account.email)) || this.#emailByToken.has(account.token))
      throw new WorldError('idTaken', 'An account has this address or token already');
    this.#accounts.set(key(account.email), account);
    this.#emailByToken.set(account.token, account.email);
    return account;
  }

  setRevoked(email: string, revoked: boolean): void {
    const account = this.account(email);
    if (account === undefined) throw new WorldError('notFound', 'No such account');
    this.#accounts.set(key(email), { ...account, revoked });
  }

  /** An account's calendars in the order they were added, then those shared with it; deleted ones left out. */
  calendars(accountEmail: string): readonly WorldCalendar[] {
    const all = [...this.#shelves.values()]
      .map((shelf) => shelf.calendar)
      .filter(({ deleted }) => !deleted);
    const shared = all.flatMap((one) => {
      const access = one.sharedWith?.[key(accountEmail)];
      return access === undefined ? [] : [{ ...one, access, isDefault: false }];
    });
    return [...all.filter((one) => key(one.accountEmail) === key(accountEmail)), ...shared];
  }

  addCalendar(calendar: WorldCalendar): WorldCalendar {
    if (this.account(calendar.accountEmail) === undefined)
      throw new WorldError('notFound', 'No such account');
    if (this.#shelves.has(calendar.id))
      throw new WorldError('idTaken', `Calendar ${calendar.id} exists already`);
    this.#shelves.set(calendar.id, new Shelf(calendar));
    return calendar;
  }

  find(calendarId: string): Shelf | undefined {
    return this.#shelves.get(calendarId);
  }

  /** As `find`; throws `notFound`. */
  shelf(calendarId: string): Shelf {
    const shelf = this.#shelves.get(calendarId);
    if (shelf === undefined) throw new WorldError('notFound', `No calendar ${calendarId}`);
    return shelf;
  }

  /** Reserves an event id for ever; throws `idTaken`. */
  takeId(id: string): string {
    if (this.#takenIds.has(id)) throw new WorldError('idTaken', `Event id ${id} is taken`);
    this.#takenIds.add(id);
    return id;
  }

  dump(): WorldDump {
    const shelves = [...this.#shelves.values()];
    return {
      format: 1,
      accounts: this.accounts(),
      calendars: shelves.map((shelf) => shelf.calendar),
      events: shelves.flatMap((shelf) => shelf.everything()),
      changes: shelves.flatMap((shelf) => shelf.changesSince(0)),
    };
  }
}

/** Mail addresses are compared without regard to case. */
function key(email: string): string {
  return email.toLowerCase();
}
