import type { CloudCall, CloudOptions } from '../../simulator/cloud.ts';

/** What the clouds saw: every write's body, and when it was answered. */
export class CloudWatch {
  /** Bodies of all writes since the last `next`, with the mailbox they went to. */
  #writes: { readonly email: string; readonly body: string; readonly at: number }[] = [];
  #requests = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  readonly options: Pick<CloudOptions, 'latencyMs' | 'onCall'> = {
    latencyMs: () => 0,
    onCall: (call) => this.#note(call),
  };

  get writes(): readonly { readonly email: string; readonly body: string; readonly at: number }[] {
    return this.#writes;
  }

  requestsOf(email: string): number {
    return this.#requests.get(email) ?? 0;
  }

  /** Begins a new round. */
  next(): void {
    this.#writes = [];
    this.#requests = new Map();
  }

  #note({ accountEmail, operation, request }: CloudCall): void {
    const email = accountEmail ?? '';
    this.#requests.set(email, this.#count(email) + 1);
    if (
      operation === 'batch' ||
      operation === 'create' ||
      operation === 'update' ||
      operation === 'delete'
    ) {
      this.#writes.push({ email, body: request.body ?? '', at: this.#now() });
    }
  }

  #count(email: string): number {
    return this.#requests.get(email) ?? 0;
  }
}
