import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { Store } from '../../electron/ports/store.ts';
import type { WorldEvent } from '../../electron/simulator/world/types.ts';
import type { CloudRig, Seen } from '../kit/cloud-rig.ts';
import { Broken } from './broken.ts';
import { CycleChecks } from './cycle-checks.ts';
import { compare, isEdited, isTheirs, placeOf, placeText } from './compare-blocks.ts';
import { fits, wanted } from './oracle.ts';
import type { Users } from './users.ts';

const DAY = 86_400_000;

/** Watches over what must hold: after every step, and at rest. */
export class Watch {
  readonly #rig: CloudRig;
  readonly #users: Users;
  readonly #dismissals = new Set<string>();
  readonly #looked = new Map<string, Looked>();
  #owned: string;
  /** A read that lied about a calendar's content heals only with the daily complete read. */
  readsLied = false;
  /** A look at a single event said that it is not there. */
  looksLied = false;
  /** A read lagged after the database was lost: nobody but that read could have told of the youngest blocks. */
  lagAfterLoss = false;
  /** Two devices write, or one from an old backup: none knows all that was written. */
  severalWriters = false;
  /** Holds were approved: what a brake would keep may go. */
  removalsAllowed = false;
  readonly #checks: CycleChecks;
  #broken: string | null = null;
  /** Whether any rule ever let titles out. */
  #titlesAllowed = false;

  constructor(rig: CloudRig, users: Users) {
    this.#rig = rig;
    this.#users = users;
    this.#checks = new CycleChecks(rig, () => this.blocks());
    this.#owned = this.#ownedText();
    this.lookAtRules();
  }

  /** Notes a promise that was broken where nobody would hear of it; the cycle's end tells. */
  broke(promise: string): void {
    this.#broken ??= promise;
  }

  refs(): readonly string[] {
    return this.#calendars().map(({ ref }) => ref);
  }

  /** Blocks of our vault that lie on calendars now. */
  blocks(): readonly WorldEvent[] {
    return this.#users.calendars().flatMap(({ id }) => this.#eventsOf(id).ours);
  }

  /** Events that people made, live ones. */
  peoplesEvents(): readonly WorldEvent[] {
    return this.#users.events();
  }

  /** People do something: what they do is theirs, and nothing else may have touched their events meanwhile. */
  during(deed: () => void): void {
    this.#checkHandsOff();
    deed();
    this.#owned = this.#ownedText();
  }

  /** Somebody deleted a block: it may stay away for as long as its meeting stays where it was. */
  dismissed(block: WorldEvent): void {
    const { time } = block.fields;
    this.#checks.goneByHand(block);
    this.#dismissals.add(`${block.calendarId} ${placeText(placeOf(time))}`);
  }

  /** Somebody made a copy of a block. */
  copied({ uid }: WorldEvent): void {
    this.#checks.copiedByHand(uid);
  }

  /** What the ledger is unsure of, of blocks that plans still look at, in words: at rest, nothing. */
  doubts(store: Store): readonly string[] {
    const { clock, window } = this.#rig;
    const until = clock.now() + window.futureDays * DAY;
    const ahead = ({ content: { time } }: BlockRecord): boolean =>
      time.kind === 'timed' && time.start > clock.now() && time.start < until;
    const unsure = store
      .calendars()
      .flatMap(({ id }) => store.blocksOn(id))
      .filter(({ state }) => state === 'creating' || state === 'deleting')
      .filter(ahead)
      .map(({ state, key }) => `${state} ${key}`);
    const outstanding = store
      .openIntents()
      .filter(({ intended }) => ahead(intended))
      .map(({ kind, intended }) => `outstanding ${kind} ${intended.key}`);
    return [...unsure, ...outstanding];
  }

  before(): void {
    this.lookAtRules();
    this.#checkHandsOff();
    this.#checks.before();
  }

  after(seen: readonly Seen[], store: Store): void {
    this.lookAtRules();
    this.#checkHandsOff();
    if (this.#broken !== null) throw new Broken(this.#broken);
    this.#checks.after(
      store,
      this.removalsAllowed,
      this.readsLied || this.looksLied || this.lagAfterLoss || this.severalWriters,
    );
    if (this.#rig.microsoft.mailsSent() + this.#rig.google.mailsSent() > 0)
      throw new Broken('I15: a mail was sent');
    for (const { call } of seen) {
      if (call.request.method === 'GET') continue;
      if (!changesOf(call).every(isConditional))
        throw new Broken('I4: a change or a deletion was sent without a condition');
      const text = decodeURIComponent(call.request.url) + (call.request.body ?? '');
      if (/Place zq|Words zq/.test(text)) throw new Broken('I1: a place or a description left');
      if (!this.#titlesAllowed && text.includes('Title zq')) throw new Broken('I1: a title left');
    }
  }

  /** At rest, what lies on every calendar is what the rules ask for. Returns what is not, in words. */
  differences(): readonly string[] {
    const { world, clock, rules, window } = this.#rig;
    const now = clock.now();
    const until = now + window.futureDays * DAY;
    const calendars = this.#calendars();
    return calendars.flatMap((target) => {
      const asked = wanted(world, calendars, rules, target, now - DAY, until);
      const here = this.#eventsOf(target.id).ours;
      // A read that lied showed our blocks to be gone, and then no rule was left that would have it read again.
      const forgotten = this.readsLied && asked.length === 0 && !this.#isRead(target.ref);
      const known = here.filter(
        (event) => !(this.readsLied ? isEdited(event) : isTheirs(event, here)),
      );
      return forgotten ? [] : compare(target, asked, known, this.#dismissals, { now, until });
    });
  }

  #calendars(): readonly (ReturnType<Users['calendars']>[number] & { readonly ref: string })[] {
    return this.#rig.accounts.flatMap(({ email, label }) =>
      this.#rig.world
        .calendars(email)
        .filter(({ accountEmail }) => accountEmail === email)
        .map((calendar) => ({ ...calendar, ref: `${label}/${calendar.name}` })),
    );
  }

  #isRead(ref: string): boolean {
    return this.#rig.rules.some(
      ({ enabled, sources, targets }) => enabled && (fits(sources, ref) || fits(targets, ref)),
    );
  }

  /** Called after each change of theirs: a cycle on its way goes on with those it began with. */
  lookAtRules(): void {
    if (this.#rig.rules.some(({ mask }) => mask.level === 'title')) this.#titlesAllowed = true;
  }

  #checkHandsOff(): void {
    const now = this.#ownedText();
    if (now === this.#owned) return;
    const [before, after] = [this.#owned.split('\n'), now.split('\n')];
    const changed = after.find((line) => !before.includes(line));
    const gone = before.find((line) => !after.includes(line));
    throw new Broken(
      `I4: an event that is not ours was touched: now ${changed ?? 'nothing'}, before ${gone ?? 'nothing'}`,
    );
  }

  /** Every event that is not ours, foreign blocks included, as one text. */
  #ownedText(): string {
    return this.#users
      .calendars()
      .flatMap(({ id }) => this.#eventsOf(id).others)
      .join('\n');
  }

  /** By the calendar's change log: as long as it has not grown, each event is the very same object. */
  #eventsOf(id: string): Looked {
    const sequence = this.#rig.world.sequence(id);
    const before = this.#looked.get(id);
    if (before?.sequence === sequence) return before;
    const [ours, others]: [WorldEvent[], string[]] = [[], []];
    for (const event of this.#rig.world.events(id)) {
      if (isOurs(event, this.#rig)) ours.push(event);
      else others.push(textOf(event));
    }
    const looked = { sequence, ours, others };
    this.#looked.set(id, looked);
    return looked;
  }
}

/** What lay on a calendar at one step of its change log. */
interface Looked {
  readonly sequence: number;
  readonly ours: readonly WorldEvent[];
  /** Of events that are not ours, as texts. */
  readonly others: readonly string[];
}

/** By the event object: a changed event is a new one. */
const texts = new WeakMap<WorldEvent, string>();

function textOf(event: WorldEvent): string {
  const known = texts.get(event);
  if (known !== undefined) return known;
  const { id, fields, rrule, overrides, deletedOccurrences } = event;
  const text = JSON.stringify([id, fields, rrule, overrides, deletedOccurrences]);
  texts.set(event, text);
  return text;
}

function isOurs({ fields }: WorldEvent, { vault }: CloudRig): boolean {
  return Object.values(fields.properties).some((value) => value.includes(vault.id));
}

interface Change {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What a request changes: itself, or the parts of a batch. */
function changesOf({ operation, request }: Seen['call']): readonly Change[] {
  if (operation !== 'batch') return [request];
  return (JSON.parse(request.body ?? '{}') as { requests: readonly Change[] }).requests;
}

function isConditional({ method, headers = {} }: Change): boolean {
  if (method !== 'PATCH' && method !== 'DELETE') return true;
  const condition = Object.entries(headers).find(([name]) => name.toLowerCase() === 'if-match');
  return condition !== undefined && condition[1] !== '*';
}
