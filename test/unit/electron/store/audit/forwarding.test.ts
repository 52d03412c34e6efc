import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../../electron/ports/store.ts';
import { verifyLines } from '../../../../../electron/store/audit/audit-line.ts';
import { AuditForwarding } from '../../../../../electron/store/audit/forwarding.ts';
import { openMemoryStore } from '../../../../../electron/store/open-store.ts';
import { instant } from '../../../../../shared/time/instant.ts';
import { at, calendarId } from '../../../../kit/event-builder.ts';

const now = at('2026-05-04T08:00Z');
let directory: string;
let file: string | null;
let store: Store;
let forwarding: AuditForwarding;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umbra-forward-'));
  file = join(directory, 'siem.ndjson');
  store = openMemoryStore();
  forwarding = create();
});
afterEach(() => {
  store.close();
  rmSync(directory, { recursive: true, force: true });
});

function create(of: Store = store): AuditForwarding {
  return new AuditForwarding({ store: of, now: () => now, file: () => file });
}

function append(count: number, to: Store = store): void {
  for (let index = 0; index < count; index++)
    to.appendAudit({
      at: instant(now + index),
      action: 'create',
      rule: null,
      target: calendarId('work'),
      key: null,
      outcome: 'written',
    });
}

function lines(): readonly string[] {
  return readFileSync(file ?? '', 'utf8')
    .split('\n')
    .slice(0, -1);
}

const sequences = (): readonly unknown[] =>
  lines().map((line) => (JSON.parse(line) as { sequence: unknown }).sequence);

describe('[A5] the forwarded audit log', () => {
  it('has every entry once, in order, and can be checked without the database', async () => {
    append(1_200);
    await forwarding.forward();
    append(3);
    await forwarding.forward();
    await create().forward();
    expect(sequences()).toEqual(Array.from({ length: 1_203 }, (_, index) => index + 1));
    expect(verifyLines(lines())).toEqual({ lines: 1_203, firstBad: null });
    expect(forwarding.state()).toEqual({ file, waiting: 0, failingSince: null, code: null });
  });

  it('loses nothing while its file can’t be written, and says so', async () => {
    file = join(directory, 'mount', 'siem.ndjson');
    append(3);
    await forwarding.forward();
    await forwarding.forward();
    expect(forwarding.state()).toEqual({ file, waiting: 3, failingSince: now, code: 'ENOENT' });
    expect(forwarding.through()).toBe(0);
    mkdirSync(join(directory, 'mount'));
    append(1);
    await forwarding.forward();
    expect(sequences()).toEqual([1, 2, 3, 4]);
    expect(forwarding.state()).toMatchObject({ waiting: 0, code: null });
    expect(forwarding.through()).toBe(4);
  });

  it('ends what a crash left half-written, and repeats no entry that is already there', async () => {
    append(2);
    await forwarding.forward();
    append(2);
    const before = store.note('audit.forwarded');
    await forwarding.forward();
    store.setNote('audit.forwarded', before);
    appendFileSync(file ?? '', '{"action":"cre');
    append(1);
    await create().forward();
    const whole = lines().filter((line) => line.endsWith('}'));
    expect(whole.map((line) => (JSON.parse(line) as { sequence: number }).sequence)).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it('goes into a new file from its beginning, and never takes another log’s lines for its own', async () => {
    append(5);
    await forwarding.forward();
    const other = openMemoryStore();
    append(2, other);
    other.appendAudit({
      ...{ at: now, action: 'purge', rule: null, target: null, key: null, outcome: 'removed 1' },
    });
    await create(other).forward();
    other.close();
    expect(sequences()).toEqual([1, 2, 3, 4, 5, 1, 2, 3]);
    file = join(directory, 'rotated.ndjson');
    await forwarding.forward();
    expect(sequences()).toEqual([1, 2, 3, 4, 5]);
  });

  it('is not asked of a store that has closed', async () => {
    append(1);
    const running = forwarding.forward();
    forwarding.end();
    await running;
    await forwarding.forward();
    expect(store.note('audit.forwarded')).toBeNull();
  });

  it('[F15] ends no program where the disk takes not even a note of it', async () => {
    append(1);
    mkdirSync(file ?? '');
    const full = new AuditForwarding({
      store: {
        auditAfter: (sequence, limit) => store.auditAfter(sequence, limit),
        auditBefore: (sequence, limit) => store.auditBefore(sequence, limit),
        note: (name) => store.note(name),
        setNote: () => {
          throw new Error('ENOSPC');
        },
      },
      now: () => now,
      file: () => file,
    });
    await expect(full.forward()).resolves.toBeUndefined();
    rmSync(file ?? '', { recursive: true });
    await forwarding.forward();
    expect(sequences()).toEqual([1]);
  });

  it('is nothing where no file is named', async () => {
    file = null;
    append(1);
    await forwarding.forward();
    expect([forwarding.state(), forwarding.through()]).toEqual([null, Number.MAX_SAFE_INTEGER]);
  });
});

describe('[A5] lines that somebody collected', () => {
  const collected = async (): Promise<string[]> => {
    append(6);
    await forwarding.forward();
    return [...lines()];
  };

  it.each<[string, (all: string[]) => string[], { line: number; sequence: number | null }]>([
    [
      'a change',
      (all) => all.map((line, index) => (index === 2 ? line.replace('written', 'removed') : line)),
      { line: 3, sequence: 3 },
    ],
    ['a gap', (all) => all.filter((_, index) => index !== 2), { line: 3, sequence: 4 }],
    [
      'another order',
      ([a, b, c, ...rest]) => [a, c, b, ...rest].map(String),
      { line: 2, sequence: 3 },
    ],
    ['something else', (all) => [...all.slice(0, 2), 'Dear diary'], { line: 3, sequence: null }],
  ])('show %s', async (_what, spoil, firstBad) => {
    expect(verifyLines(spoil(await collected())).firstBad).toEqual(firstBad);
  });

  it('may begin in the middle and repeat a line', async () => {
    const all = await collected();
    const [, , third] = all;
    expect(verifyLines([...all.slice(1, 3), String(third), ...all.slice(3)]).firstBad).toBeNull();
  });

  it('are bare of everything but ids and outcomes', async () => {
    writeFileSync(file ?? '', '');
    const [line] = await collected();
    expect(Object.keys(JSON.parse(String(line)) as object)).toEqual([
      ...['action', 'at', 'by', 'correlation', 'hash', 'key', 'outcome', 'phase', 'rule'],
      ...['sequence', 'target', 'time'],
    ]);
  });
});
