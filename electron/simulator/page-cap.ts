import type { CloudRequest } from './cloud.ts';

const namesSize = /[?&](\$|%24)top=|[?&]maxResults=|odata\.maxpagesize=/i;

/** Providers may put fewer items on a page than they are asked for; this makes a request ask for no more than `most`. */
export function askingForAtMost(request: CloudRequest, most: number | undefined): CloudRequest {
  if (most === undefined || request.method !== 'GET') return request;
  // Most requests name no size, and an address is dear to take apart.
  if (!namesSize.test(`${request.url} ${request.headers['prefer'] ?? ''}`)) return request;
  const url = new URL(request.url);
  for (const name of ['$top', 'maxResults']) {
    const asked = url.searchParams.get(name);
    if (asked !== null) url.searchParams.set(name, String(Math.min(Number(asked), most)));
  }
  const prefer = (request.headers['prefer'] ?? '').replace(
    /odata\.maxpagesize=(\d+)/i,
    (_, asked: string) => `odata.maxpagesize=${Math.min(Number(asked), most)}`,
  );
  return {
    ...request,
    url: url.href,
    headers: prefer === '' ? request.headers : { ...request.headers, prefer },
  };
}
