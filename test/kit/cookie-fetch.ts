import type { Fetch } from '../../electron/ports/fetch.ts';

/** Keeps cookies as a browser does, as far as one host needs it. */
export function cookieFetch(fetch: Fetch): Fetch {
  const jars = new Map<string, Map<string, string>>();
  return async (url, init) => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}
