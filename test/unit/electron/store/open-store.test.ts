import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../../electron/store/open-store.ts';
import { StoreError, type StoreErrorCode } from '../../../../electron/store/store-error.ts';
import { openVault, VaultError } from '../../../../electron/store/vault-file.ts';
import { at, auditKey, calendarId } from '../../../kit/event-builder.ts';

let directory: string;
let file: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umbra-open-'));
  file = join(directory, 'umbra.db');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function failure(): StoreError {
  try {
    openStore(file, 'stamp', auditKey).close();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('It opened');
}

function filled(): void {
  const store = openStore(file, 'stamp', auditKey);
  for (let index = 0; index < 2_000; index++)
    store.appendAudit({
      at: at('2026-05-04T08:00Z'),
      action: 'create',
      rule: null,
      target: calendarId('c'),
      key: null,
      outcome: `outcome ${index}`,
    });
  store.close();
}

describe('[security T9] [security F15] a database', () => {
  it('is made where there is none, for its owner only, and found again', () => {
    openStore(file, 'stamp', auditKey).close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = openStore(file, 'stamp', auditKey);
    again.setNote('n', { kept: true });
    again.close();
    const third = openStore(file, 'stamp', auditKey);
    expect(third.note('n')).toEqual({ kept: true });
    third.close();
    expect(readdirSync(directory)).toEqual(['umbra.db']);
  });

  it('of a later version is left as it is, byte for byte', () => {
    openStore(file, 'stamp', auditKey).close();
    const later = new DatabaseSync(file);
    later.exec('PRAGMA user_version = 99');
    later.close();
    const before = readFileSync(file);
    expect(failure().code).toBe<StoreErrorCode>('newer');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([
    [
      'is no database',
      () => writeFileSync(file, 'Dear diary, this is not a database at all. '.repeat(200)),
    ],
    [
      'has flipped bytes in its middle',
      () => {
        filled();
        const bytes = readFileSync(file);
        bytes.fill(0x5a, 4_096, bytes.length - 4_096);
        writeFileSync(file, bytes);
      },
    ],
    [
      'was cut short',
      () => {
        filled();
        truncateSync(file, 10_000);
      },
    ],
  ])('that %s is put aside whole, and nothing is made in its place', (_how, spoil) => {
    spoil();
    const before = readFileSync(file);
    const error = failure();
    expect(error.code).toBe<StoreErrorCode>('corrupt');
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(error.quarantined ?? '').equals(before)).toBe(true);
  });

  it('that somebody else is using is not touched', () => {
    const first = openStore(file, 'stamp', auditKey);
    expect(failure().code).toBe<StoreErrorCode>('busy');
    first.setNote('still', 'mine');
    first.close();
  });

  it('[security F14] that finds no more room undoes its last step completely', () => {
    const store = openStore(file, 'stamp', auditKey);
    store.setNote('before', 1);
    store.close();
    const small = new DatabaseSync(file);
    const pages = Number(small.prepare('PRAGMA page_count').get()?.['page_count']);
    small.exec(`PRAGMA max_page_count = ${pages + 2}`);
    expect(() => {
      small.exec('BEGIN');
      const insert = small.prepare('INSERT INTO note VALUES (?, \'"x"\')');
      for (let index = 0; index < 5_000; index++) insert.run(`n${index} ${'x'.repeat(200)}`);
      small.exec('COMMIT');
    }).toThrow('full');
    small.close();
    const again = openStore(file, 'stamp', auditKey);
    expect(again.note('before')).toBe(1);
    expect(again.note(`n0 ${'x'.repeat(200)}`)).toBeNull();
    again.close();
  });
});

describe('the vault of a headless profile', () => {
  const random = { next: () => 0.5, bytes: (length: number) => new Uint8Array(length).fill(7) };

  it('is made once and then stays the same', () => {
    const first = openVault(directory, random);
    const second = openVault(directory, { ...random, bytes: (length) => new Uint8Array(length) });
    expect(second).toEqual(first);
    expect(statSync(join(directory, 'vault.json')).mode & 0o777).toBe(0o600);
  });

  it('is never made anew over a file that can’t be read', () => {
    const vault = join(directory, 'vault.json');
    writeFileSync(vault, '{"version":1,"id":"tor');
    expect(() => openVault(directory, random)).toThrow(VaultError);
    expect(readFileSync(vault, 'utf8')).toBe('{"version":1,"id":"tor');
    chmodSync(vault, 0o600);
  });
});
