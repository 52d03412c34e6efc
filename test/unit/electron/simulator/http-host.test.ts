import { afterEach, describe, expect, it } from 'vitest';
import type { SimulatedCloud } from '../../../../electron/simulator/cloud.ts';
import { serveCloud, type ServedCloud } from '../../../../electron/simulator/http-host.ts';
import { okBody, testCloud } from './cloud-builder.ts';

const now = Date.parse('2026-03-23T12:00:00Z');
let served: ServedCloud | null = null;
const errors: unknown[] = [];

async function serve(cloud: SimulatedCloud): Promise<string> {
  served = await serveCloud(cloud, { now: () => now, onError: (error) => errors.push(error) });
  return served.url;
}

afterEach(async () => {
  await served?.close();
  served = null;
  errors.length = 0;
});

describe('a cloud on a socket', () => {
  it('listens on this machine only and passes requests and answers on', async () => {
    const { cloud, heard } = testCloud();
    const url = await serve(cloud);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${url}/v1.0/me?$top=5`, { method: 'PATCH', body: 'ä' });
    expect(await response.text()).toBe(okBody);
    expect(heard[0]?.call.request).toMatchObject({
      method: 'PATCH',
      url: `${url}/v1.0/me?$top=5`,
      body: 'ä',
    });
  });

  it('shows the world’s date, so that a client can see its own clock go wrong', async () => {
    const response = await fetch(await serve(testCloud().cloud));
    expect(response.headers.get('date')).toBe('Mon, 23 Mar 2026 12:00:00 GMT');
  });

  it('breaks the connection where the cloud drops it', async () => {
    const url = await serve(testCloud(() => ({ kind: 'dropBefore' })).cloud);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('answers 500 and tells of it where the cloud itself fails', async () => {
    const failure = new Error('a bug');
    const url = await serve({ kind: 'google', handle: () => Promise.reject(failure) });
    expect((await fetch(url)).status).toBe(500);
    expect(errors).toEqual([failure]);
  });

  it('closes although a call hangs', async () => {
    const { cloud, heard } = testCloud(() => ({ kind: 'hang' }));
    const call = fetch(await serve(cloud)).catch(() => 'ended');
    await expect.poll(() => heard.length).toBe(1);
    await served?.close();
    served = null;
    expect(await call).toBe('ended');
  });
});
