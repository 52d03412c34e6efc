/**
 * Keeps refresh tokens, encrypted by the system's keychain, in one file and a second copy of it. What is on disk is
 * replaced only by something that was read back first; what can't be read is put aside and never written over.
 */
import { join } from 'node:path';
import type { KeyStore } from '../../ports/key-store.ts';
import { codeOf, type Disk } from './disk.ts';
import { probeProtection } from './probe-protection.ts';
import { seal, unseal, type Entries } from './sealed-file.ts';
import type { Keeping, Kept, SecretRead, Secrets } from './secrets.ts';

export interface SecretsOptions {
  readonly directory: string;
  readonly keyStore: KeyStore;
  readonly disk: Disk;
  /** The person chose to keep tokens although this machine does not protect them. Both are asked anew where it matters. */
  readonly keepUnprotected: boolean;
  /** Policy `RequireOSKeychain`: that choice is not theirs. */
  readonly requireKeychain: boolean;
}

type State =
  | { readonly kind: 'open'; readonly entries: Entries }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' };

export async function openSecrets(options: SecretsOptions): Promise<Secrets> {
  const secrets = new SealedSecrets(options);
  await secrets.load();
  return secrets;
}

/** What this machine and the person's choice allow now. */
async function keepingOf(options: SecretsOptions): Promise<Keeping> {
  const { keyStore, keepUnprotected, requireKeychain } = options;
  const protection = await probeProtection(keyStore);
  if (protection === 'protected') return 'protected';
  const chosen = keepUnprotected && !requireKeychain;
  return chosen && (await keyStore.available()) ? 'unprotected' : 'session';
}

class SealedSecrets implements Secrets {
  readonly #options: SecretsOptions;
  readonly #file: string;
  readonly #copy: string;
  #keeping: Keeping = 'session';
  #state: State = { kind: 'locked' };
  /** One deed at a time: two writers would lose one of the two. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: SecretsOptions) {
    this.#options = options;
    this.#file = join(options.directory, 'secrets.json');
    this.#copy = join(options.directory, 'secrets.copy.json');
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  load(): Promise<void> {
    return this.#inTurn(() => this.#load());
  }

  read(name: string): Promise<SecretRead> {
    return this.#inTurn(async () => {
      if (this.#state.kind === 'locked') await this.#load();
      const state = this.#state;
      return state.kind === 'open'
        ? { kind: 'secret', text: state.entries[name] ?? null }
        : { kind: state.kind };
    });
  }

  write(name: string, text: string | null): Promise<Kept> {
    return this.#inTurn(async () => {
      if (this.#state.kind === 'locked') await this.#load();
      if (this.#state.kind === 'locked') return { kind: 'notKept', code: 'keychain-locked' };
      const entries = new Map(
        Object.entries(this.#state.kind === 'open' ? this.#state.entries : {}),
      );
      if (text === null) entries.delete(name);
      else entries.set(name, text);
      return this.#keep(Object.fromEntries(entries));
    });
  }

  names(prefix: string): Promise<readonly string[]> {
    return this.#inTurn(async () => {
      if (this.#state.kind === 'locked') await this.#load();
      const entries = this.#state.kind === 'open' ? this.#state.entries : {};
      return Object.keys(entries).filter((name) => name.startsWith(prefix));
    });
  }

  reconsider(): Promise<Kept> {
    return this.#inTurn(async () => {
      const before = this.#keeping;
      this.#keeping = await keepingOf(this.#options);
      if (this.#state.kind !== 'open') return { kind: 'kept' };
      // A keychain that is away for a moment is no reason to throw away what it protects.
      if (before === 'unprotected' && this.#keeping === 'session') await this.#forget();
      const moved = this.#keeping !== 'session' && before !== this.#keeping;
      return moved ? this.#keep(this.#state.entries) : { kind: 'kept' };
    });
  }

  async #load(): Promise<void> {
    this.#keeping = await keepingOf(this.#options);
    const [main, copy] = [await this.#bytes(this.#file), await this.#bytes(this.#copy)];
    if (main === null && copy === null) {
      this.#state = { kind: 'open', entries: {} };
      return;
    }
    const { keyStore } = this.#options;
    const first = await unseal(keyStore, main ?? new Uint8Array());
    const second =
      first.kind === 'unreadable' && copy !== null ? await unseal(keyStore, copy) : first;
    if (second.kind !== 'open') {
      this.#state = second;
      return;
    }
    this.#state = { kind: 'open', entries: second.entries };
    const same = main !== null && copy !== null && Buffer.from(main).equals(copy);
    const outlaw =
      this.keeping === 'session' && second.tag === 'v10' && keyStore.platform === 'linux';
    if (outlaw) await this.#forget();
    else if (second.stale || !same) await this.#keep(second.entries);
  }

  async #bytes(file: string): Promise<Uint8Array | null> {
    try {
      return await this.#options.disk.read(file);
    } catch {
      return new Uint8Array();
    }
  }

  /** On disk first, in memory afterwards: whoever reads it may rely on it. */
  async #keep(entries: Entries): Promise<Kept> {
    // A keychain that was locked at the start may have come.
    if (this.#keeping === 'session') this.#keeping = await keepingOf(this.#options);
    if (this.#keeping !== 'session') {
      const { disk, keyStore } = this.#options;
      try {
        const bytes = await seal(keyStore, entries);
        if (this.#state.kind === 'unreadable') await this.#putAside();
        await disk.replace(this.#file, bytes);
        // The copy is made good again at the next start.
        await disk.replace(this.#copy, bytes).catch(() => undefined);
      } catch (error) {
        return { kind: 'notKept', code: codeOf(error) };
      }
    }
    this.#state = { kind: 'open', entries };
    return { kind: 'kept' };
  }

  /** The old one may be readable again some day, with another keychain's help. */
  async #putAside(): Promise<void> {
    const main = (await this.#bytes(this.#file)) ?? new Uint8Array();
    const old = main.length > 0 ? main : ((await this.#bytes(this.#copy)) ?? main);
    if (old.length > 0) await this.#options.disk.replace(`${this.#file}.unreadable`, old);
  }

  /** What is protected by a key that everybody knows, and must not be, is gone from disk and lives on in memory. */
  async #forget(): Promise<void> {
    await this.#options.disk.remove(this.#file).catch(() => undefined);
    await this.#options.disk.remove(this.#copy).catch(() => undefined);
  }

  #inTurn<T>(deed: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(deed);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
