import type { Kept, SecretRead, Secrets } from './secrets.ts';

/**
 * One account's secret. A newer text that could not be written yet is not lost and not used: the provider may already
 * have ended the older one, so it is written first thing next time (security.md S7).
 */
export class KeptSecret {
  readonly #secrets: Secrets;
  readonly #name: string;
  #unwritten: string | null = null;
  #paused = false;

  constructor(secrets: Secrets, name: string) {
    this.#secrets = secrets;
    this.#name = name;
  }

  /** From now on nothing of this one is written: a newer sign-in, or a sign-out, has the word. */
  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
  }

  async read(): Promise<SecretRead | Extract<Kept, { kind: 'notKept' }>> {
    if (this.#unwritten !== null) {
      const kept = await this.write(this.#unwritten);
      if (kept.kind === 'notKept') return kept;
    }
    return this.#secrets.read(this.#name);
  }

  async write(text: string): Promise<Kept> {
    this.#unwritten = text;
    if (this.#paused) return { kind: 'notKept', code: 'replaced' };
    const kept = await this.#secrets.write(this.#name, text);
    if (kept.kind === 'kept' && this.#unwritten === text) this.#unwritten = null;
    return kept;
  }
}
