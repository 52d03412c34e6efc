import type { Interval } from '../../../shared/time/interval.ts';
import type { World, WorldCalendar, WorldEvent } from '../../simulator/world/types.ts';
import type { SampleClouds } from '../../profile/sample-clouds.ts';
import type { CloudWatch } from './cloud-watch.ts';
import {
  allCalendars,
  expectedBlocks,
  isBlock,
  isWritable,
  placeOf,
  type ExpectedBlock,
  type Pairing,
} from './expected.ts';

export interface Verdict {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** The content of everything that is not ours, by calendar and event: versions change by the cloud's own doing. */
export type Snapshot = ReadonlyMap<string, string>;

export function snapshotOthers(world: World): Snapshot {
  const contents = new Map<string, string>();
  for (const { id } of allCalendars(world)) {
    for (const event of world.events(id))
      if (!isBlock(event.fields)) contents.set(`${id}/${event.id}`, contentOf(event));
  }
  return contents;
}

function contentOf({ fields, rrule, overrides, deletedOccurrences }: WorldEvent): string {
  return JSON.stringify([fields, rrule, overrides, deletedOccurrences]);
}

/** Every promise of the contract that can be seen from the clouds, each with what was looked at. */
export function checkInvariants(
  clouds: SampleClouds,
  watch: CloudWatch,
  pairing: Pairing,
  window: Interval,
  before: Snapshot,
): readonly Verdict[] {
  const { world } = clouds;
  const targets = allCalendars(world).filter(isWritable);
  const blocks = targets.flatMap(({ id }) =>
    world.events(id).filter(({ fields }) => isBlock(fields)),
  );
  return [
    asRulesAsk(world, targets, pairing, window),
    oneEach(blocks),
    nothingWithheld(world, watch, pairing),
    silent(blocks, clouds),
    handsOff(world, before),
    noBlockOnReadOnly(world),
  ];
}

function verdict(name: string, problems: number, detail: string): Verdict {
  return {
    name,
    ok: problems === 0,
    detail: problems === 0 ? detail : `${problems} problems; ${detail}`,
  };
}

/** Blocks equal what the rules ask for: the same spans and titles, no more and no less. */
function asRulesAsk(
  world: World,
  targets: readonly WorldCalendar[],
  pairing: Pairing,
  window: Interval,
): Verdict {
  let wrong = 0;
  let seen = 0;
  for (const target of targets) {
    const wanted = new Map<string, ExpectedBlock[]>();
    for (const block of expectedBlocks(world, target, pairing, window.start, window.end)) {
      const place = `${block.start} ${block.end}`;
      wanted.set(place, [...(wanted.get(place) ?? []), block]);
    }
    for (const occurrence of world.occurrences(target.id, window.start, window.end)) {
      if (!isBlock(occurrence.fields)) continue;
      seen += 1;
      const { start, end } = placeOf(occurrence);
      const there = wanted.get(`${start} ${end}`) ?? [];
      const match = there.findIndex(({ titles }) => titles.includes(occurrence.fields.title));
      if (match < 0) wrong += 1;
      else there.splice(match, 1);
    }
    wrong += [...wanted.values()].reduce((sum, missing) => sum + missing.length, 0);
  }
  return verdict(
    'Blocks are what the rules ask for',
    wrong,
    `${seen} blocks on ${targets.length} calendars compared`,
  );
}

function oneEach(blocks: readonly WorldEvent[]): Verdict {
  const seen = new Set(
    blocks.map(
      ({ calendarId, fields }) => `${calendarId} ${markerKey(Object.values(fields.properties))}`,
    ),
  );
  return verdict(
    'At most one block per key and target',
    blocks.length - seen.size,
    `${blocks.length} markers read`,
  );
}

function markerKey(values: readonly string[]): string {
  return (
    values
      .map((value) => /^1\|[0-9a-f]{32}\|([0-9a-f]{64})\|/.exec(value)?.[1])
      .find((key) => key !== undefined) ?? 'none'
  );
}

/** No text of any event went to another account, except the titles that one rule shows. */
function nothingWithheld(world: World, watch: CloudWatch, pairing: Pairing): Verdict {
  const family = world.calendar(pairing.family)?.accountEmail;
  let leaks = 0;
  for (const { email } of world.accounts()) {
    const sent = watch.writes
      .filter((write) => write.email === email)
      .map(({ body }) => body)
      .join('\n');
    const { secrets, allowed } = textsOf(world, email, email === family ? pairing.personal : null);
    // A short title may be a part of a longer one that may be shown.
    const rest = allowed.reduce((body, text) => body.replaceAll(quoted(text), ''), sent);
    leaks += secrets.filter((text) => rest.includes(quoted(text))).length;
  }
  const bytes = watch.writes.reduce((sum, { body }) => sum + body.length, 0);
  return verdict(
    'Nothing that a mask withholds leaves its account',
    leaks,
    `${watch.writes.length} writes, ${Math.round(bytes / 1024)} kB searched`,
  );
}

function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Titles, places, descriptions, links and addresses of other accounts, long enough to be told from chance. */
function textsOf(
  world: World,
  reader: string,
  shown: string | null,
): { readonly secrets: readonly string[]; readonly allowed: readonly string[] } {
  const secrets = new Set<string>();
  const own = new Set<string>();
  for (const calendar of allCalendars(world)) {
    for (const { fields, overrides } of world.events(calendar.id)) {
      if (isBlock(fields)) continue;
      for (const version of [fields, ...Object.values(overrides)]) {
        const texts = [
          version.title,
          version.location,
          version.description,
          version.onlineMeetingUrl,
          ...(version.attendees ?? []).map(({ email }) => email),
        ];
        const ours = calendar.accountEmail === reader;
        for (const text of texts)
          if (text != null && text.length >= 6) (ours ? own : secrets).add(text);
        if (calendar.id === shown && version.title !== undefined) own.add(version.title);
      }
    }
  }
  // Longest first, so that none is left in pieces.
  const allowed = [...own].sort((a, b) => b.length - a.length);
  return { secrets: [...secrets].filter((text) => !own.has(text)), allowed };
}

function silent(blocks: readonly WorldEvent[], clouds: SampleClouds): Verdict {
  const loud = blocks.filter(
    ({ fields }) =>
      fields.attendees.length > 0 ||
      fields.reminderMinutes !== null ||
      fields.sensitivity !== 'private' ||
      fields.onlineMeetingUrl !== null,
  );
  return verdict(
    'No mail, no reminder, no guest, always private',
    loud.length + clouds.mailsSent(),
    `${clouds.mailsSent()} mails sent`,
  );
}

/** An event without our marker is never changed or deleted. */
function handsOff(world: World, before: Snapshot): Verdict {
  const after = snapshotOthers(world);
  const touched = [...before].filter(([key, content]) => after.get(key) !== content);
  return verdict(
    'Events without our marker are untouched',
    touched.length,
    `${before.size} events compared`,
  );
}

function noBlockOnReadOnly(world: World): Verdict {
  const found = allCalendars(world)
    .filter((calendar) => !isWritable(calendar))
    .flatMap(({ id }) => world.events(id).filter(({ fields }) => isBlock(fields)));
  return verdict('Read-only calendars are left alone', found.length, 'none written to');
}
