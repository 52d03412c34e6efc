import type { Fetch } from '../../electron/ports/fetch.ts';

/** Goes where a person would: follows redirects, and picks an account where it is asked to. */
export class ScriptedBrowser {
  /** Whom to pick; the address as the page shows it. */
  person = '';
  /** Every address that it was sent to, in order. */
  readonly visited: string[] = [];
  /** Text of the page on which it ended. */
  lastPage = '';
  readonly #fetch: Fetch;
  #trips: Promise<void>[] = [];

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  /** As the system does: comes back at once, the person goes on. */
  open = (url: string): Promise<void> => {
    this.#trips.push(this.#go(url));
    return Promise.resolve();
  };

  /** Resolves when the person has seen the last page. */
  async settled(): Promise<void> {
    await Promise.all(this.#trips);
    this.#trips = [];
  }

  async #go(start: string): Promise<void> {
    let url = start;
    for (let hops = 0; hops < 20; hops++) {
      this.visited.push(url);
      const response = await this.#fetch(url, { redirect: 'manual' });
      const location = response.headers.get('location');
      this.lastPage = await response.text();
      const next = location ?? (response.ok ? this.#link(this.lastPage) : null);
      if (next === null) return;
      url = new URL(next, url).href;
    }
    throw new Error('The browser goes round in circles');
  }

  #link(page: string): string | null {
    for (const [, href = '', words = ''] of page.matchAll(/<a href="([^"]+)">([^<]*)</g))
      if (words.includes(`(${this.person})`)) return href.replaceAll('&amp;', '&');
    return null;
  }
}
