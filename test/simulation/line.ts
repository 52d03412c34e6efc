import type { Fetch } from '../../electron/ports/fetch.ts';
import { pick, seededRandom } from '../../electron/simulator/sample/chance.ts';

/** What lies between a device and its clouds, and what is wrong with it: the name under which it is counted. */
const troubles = {
  'host not found': 'ENOTFOUND',
  'connection refused': 'ECONNREFUSED',
  certificate: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  'proxy 407': null,
  'body stalls': null,
} as const;
type Trouble = keyof typeof troubles;

/** One device's way to the network: clear, or with one kind of trouble for a while. */
export class Line {
  readonly #struck: (trouble: Trouble, url: string) => void;
  #trouble: Trouble | undefined;
  #random: () => number = () => 1;

  constructor(struck: (trouble: Trouble, url: string) => void) {
    this.#struck = struck;
  }

  clear(): void {
    this.#trouble = undefined;
  }

  trouble(seed: number): void {
    this.#random = seededRandom(seed);
    this.#trouble = pick(this.#random, [undefined, ...(Object.keys(troubles) as Trouble[])]);
  }

  fetch(real: Fetch): Fetch {
    return async (url, init) => {
      const trouble = this.#trouble;
      if (trouble === undefined || this.#random() > 0.3) return real(url, init);
      this.#struck(trouble, url);
      switch (trouble) {
        case 'proxy 407':
          return new Response('<html>Proxy authentication required</html>', { status: 407 });
        case 'body stalls':
          return stalled(await real(url, init));
        default:
          throw new TypeError('fetch failed', {
            cause: Object.assign(new Error(trouble), { code: troubles[trouble] }),
          });
      }
    };
  }
}

/** The head of an answer, the first bytes of its body, and nothing more for ever. */
function stalled({ status, headers }: Response): Response {
  if (status === 204) return new Response(null, { status, headers });
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{')),
  });
  return new Response(body, { status, headers });
}
