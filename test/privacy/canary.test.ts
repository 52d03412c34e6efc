import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorldFields } from '../../electron/simulator/world/types.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { MaskLevel } from '../../shared/model/mask-level.ts';
import { auditKey } from '../kit/event-builder.ts';
import { canaries, findCanary } from '../kit/canary.ts';
import { CloudRig, type Device } from '../kit/cloud-rig.ts';

const everybody = [
  { label: 'M', cloud: 'microsoft' },
  { label: 'G', cloud: 'google' },
  { label: 'N', cloud: 'microsoft' },
  { label: 'H', cloud: 'google' },
] as const;

type Field = 'title' | 'location' | 'description';

/** What each level may show. Everything else that an event holds must never leave its calendar. */
const shownAt: Readonly<Record<MaskLevel, readonly Field[]>> = {
  busy: [],
  labelled: [],
  title: ['title'],
  titleAndLocation: ['title', 'location'],
  details: ['title', 'location', 'description'],
};

let directory: string;
let rig: CloudRig;
let device: Device;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umbra-canary-'));
  rig = new CloudRig(everybody);
  device = rig.newDevice(openStore(join(directory, 'umbra.db'), 'stamp', auditKey));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const otherProgram = {
  microsoft: 'String {00020329-0000-0000-c000-000000000046} Name other',
  google: 'other',
} as const;

function cloudOf(ref: string): keyof typeof otherProgram {
  return everybody.find(({ label }) => ref.startsWith(`${label}/`))?.cloud ?? 'google';
}

/** An event of which every text is a canary, by field. */
function plant(
  ref: string,
  day: number,
  own: Partial<WorldFields> = {},
  rrule: string | null = null,
): Map<string, string> {
  const next = canaries();
  const words = new Map<string, string>();
  const word = (field: string): string => {
    const made = next(`${ref} ${day} ${field}`);
    words.set(field, made);
    return made;
  };
  rig.add(
    ref,
    `2026-05-${String(day).padStart(2, '0')}T09:00`,
    {
      title: word('title'),
      location: word('location'),
      description: `See https://${word('link')}.example and ${word('description')}`,
      categories: [word('category')],
      organizer: {
        name: word('organizer'),
        email: `${word('organizerName')}@${word('domain')}.example`,
      },
      attendees: [
        {
          name: word('guest'),
          email: `${word('guestAddress')}@guest.example`,
          response: 'accepted',
        },
      ],
      onlineMeetingUrl: `https://meet.example/${word('meeting')}`,
      // Of another program: each cloud knows its own kind of name.
      properties: { [otherProgram[cloudOf(ref)]]: word('property') },
      ...own,
    },
    { uid: `${word('uid')}@source.example`, id: `e${word('id')}`, rrule },
  );
  return words;
}

async function live(days: number): Promise<string> {
  let sent = '';
  for (let day = 0; day < days; day++) {
    await rig.sync(device);
    sent += rig.seen
      .filter(({ call }) => !call.request.headers['authorization']?.endsWith(`token-${source}`))
      .map(
        ({ call: { request } }) =>
          `${request.url} ${JSON.stringify(request.headers)} ${request.body ?? ''}`,
      )
      .join('\n');
    rig.clock.advance(24 * 3_600_000);
  }
  return sent;
}

let source = '';

function kept(): string {
  return readdirSync(directory)
    .map((name) => readFileSync(join(directory, name)).toString('latin1'))
    .join('\n');
}

function leaks(
  haystack: string,
  words: ReadonlyMap<string, string>,
  allowed: readonly string[],
): string[] {
  return [...words].flatMap(([field, word]) => {
    if (allowed.includes(field)) return [];
    const found = findCanary(haystack, word);
    return found === '' ? [] : [`${field} ${found}`];
  });
}

const cases = (['M', 'G'] as const).flatMap((label) =>
  (Object.keys(shownAt) as MaskLevel[]).map((level) => [level, label] as const),
);

describe('[security P1] [security I1] [trap 25] what a mask withholds', () => {
  it.each(cases)('at level %s from %s never leaves the machine', async (level, label) => {
    source = label;
    rig.setRules({
      id: 'mesh',
      sources: ['*'],
      targets: ['*'],
      mask: level === 'busy' ? { level } : { level, label: 'Client work' },
    });
    const open = plant(`${label}/Work`, 6);
    const secret = plant(`${label}/Work`, 7, { sensitivity: 'private' });
    const declined = plant(`${label}/Work`, 8, { response: 'declined' });
    const series = plant(`${label}/Work`, 9, {}, 'FREQ=WEEKLY;COUNT=3');
    const sent = await live(2);
    expect(rig.blocks('N/Work')).toHaveLength(5);
    const shown = shownAt[level];
    for (const words of [open, series])
      for (const field of shown) expect(findCanary(sent, words.get(field) ?? '')).not.toBe('');
    const allowed = [...shown, ...(shown.includes('description') ? ['link'] : [])];
    expect(leaks(sent, open, allowed)).toEqual([]);
    expect(leaks(sent, series, allowed)).toEqual([]);
    expect(leaks(sent, secret, [])).toEqual([]);
    expect(leaks(sent, declined, [])).toEqual([]);
  });

  it.each(['M', 'G'] as const)(
    '[security P8] is not even kept here where %s only casts "Busy"',
    async (label) => {
      source = label;
      const words = plant(`${label}/Work`, 6);
      await live(2);
      const audit = JSON.stringify([...device.store.auditEntries()]);
      device.store.close();
      // Ids are needed to ask the provider for the event again; they name nobody.
      expect(leaks(kept(), words, ['id'])).toEqual([]);
      expect(leaks(audit, words, [])).toEqual([]);
    },
  );

  it.each(['M', 'G'] as const)(
    '[security P8] [rules R18] is overwritten here, and not only given up, once rules show less of %s',
    async (label) => {
      source = label;
      rig.setRules({ id: 'mesh', sources: ['*'], targets: ['*'], mask: 'details' });
      const words = plant(`${label}/Work`, 6);
      await live(1);
      rig.setRules({ id: 'mesh', sources: ['*'], targets: ['*'], mask: 'busy' });
      await live(2);
      device.store.close();
      expect(leaks(kept(), words, ['id'])).toEqual([]);
    },
  );

  it('S8: is named neither in the audit log nor in progress, even where the mask shows it', async () => {
    source = 'M';
    rig.setRules({ id: 'mesh', sources: ['*'], targets: ['*'], mask: 'details' });
    const words = plant('M/Work', 6);
    await live(2);
    const audit = JSON.stringify([...device.store.auditEntries()]);
    expect(audit).toContain('create');
    expect(leaks(audit, words, [])).toEqual([]);
    expect(leaks(JSON.stringify(rig.told), words, [])).toEqual([]);
  });
});
