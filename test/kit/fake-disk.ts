import type { Disk } from '../../electron/accounts/vault/disk.ts';

/** A disk in memory on which the power goes at a chosen step, before or after it took effect. */
export class FakeDisk implements Disk {
  readonly files = new Map<string, Uint8Array>();
  steps = 0;
  /** The step at which the power goes: `before` it took effect, or `after`. Null: never. */
  cut: { readonly step: number; readonly when: 'before' | 'after' } | null = null;
  full = false;

  read(file: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.files.get(file) ?? null);
  }

  replace(file: string, bytes: Uint8Array): Promise<void> {
    return this.#step(() => void this.files.set(file, bytes));
  }

  remove(file: string): Promise<void> {
    return this.#step(() => void this.files.delete(file));
  }

  #step(deed: () => void): Promise<void> {
    if (this.full) return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    this.steps += 1;
    const dark = this.cut !== null && this.steps >= this.cut.step;
    const last = this.cut?.when === 'after' && this.steps === this.cut.step;
    if (!dark || last) deed();
    return dark ? new Promise(() => undefined) : Promise.resolve();
  }
}
