import type { CloudRequest } from './cloud.ts';

/** Providers may put fewer items on a page than they are asked for; this makes a request ask for no more than `most`. */
export function askingForAtMost(request: CloudRequest, most: number | undefined): CloudRequest {
  if (most === undefined || request.method !== 'GET') return request;
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
