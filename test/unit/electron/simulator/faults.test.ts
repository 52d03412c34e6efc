import { describe, expect, it } from 'vitest';
import { ConnectionDropped, type Fault } from '../../../../electron/simulator/cloud.ts';
import { callOf, okBody, testCloud } from './cloud-builder.ts';

const { request } = callOf();
const struck = (fault: Fault) => testCloud(() => fault);

describe('the fault gate', () => {
  it('lets a call through untouched where no fault strikes, after its latency', async () => {
    const { cloud, carriedOut, heard, slept } = testCloud(undefined, { latencyMs: () => 80 });
    expect(await cloud.handle(request)).toMatchObject({ status: 200, body: okBody });
    expect([carriedOut, heard.length, slept]).toEqual([[null], 1, [80]]);
  });

  it('refuses with status and headers, and carries nothing out', async () => {
    const { cloud, carriedOut } = struck({
      kind: 'status',
      status: 429,
      headers: { 'retry-after': '7' },
    });
    const answer = await cloud.handle(request);
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    expect(JSON.parse(answer.body)).toHaveProperty('error.code');
    expect(carriedOut).toEqual([]);
  });

  it('breaks the connection before anything happened', async () => {
    const { cloud, carriedOut, heard } = struck({ kind: 'dropBefore' });
    await expect(cloud.handle(request)).rejects.toBeInstanceOf(ConnectionDropped);
    expect([carriedOut, heard.length]).toEqual([[], 1]);
  });

  it('carries the write out and then breaks the connection', async () => {
    const { cloud, carriedOut, heard } = struck({ kind: 'dropAfter' });
    await expect(cloud.handle(request)).rejects.toBeInstanceOf(ConnectionDropped);
    expect(carriedOut).toEqual([null]);
    expect(heard[0]?.response.status).toBe(200);
  });

  it('answers with a portal page that is no JSON, as a hotel does', async () => {
    const { cloud, carriedOut } = struck({ kind: 'captivePortal' });
    const { status, body } = await cloud.handle(request);
    expect(status).toBe(200);
    expect(() => JSON.parse(body) as unknown).toThrow();
    expect(carriedOut).toEqual([]);
  });

  it('cuts the right answer so that it is no JSON any more', async () => {
    const { cloud, carriedOut } = struck({ kind: 'truncate' });
    const { body, headers } = await cloud.handle(request);
    expect(okBody.startsWith(body)).toBe(true);
    expect(() => JSON.parse(body) as unknown).toThrow();
    expect(headers).not.toHaveProperty('content-length');
    expect(carriedOut).toEqual([null]);
  });

  it.each([
    { kind: 'emptyRead' },
    { kind: 'stale', ms: 5_000 },
    { kind: 'expireCursor' },
    { kind: 'partialBatch', share: 0.5, status: 503 },
    { kind: 'repeatPage' },
    { kind: 'shuffle' },
  ] as const)('hands $kind on to the facade', async (fault) => {
    const { cloud, carriedOut } = struck(fault);
    await cloud.handle(request);
    expect(carriedOut).toEqual([fault]);
  });
});
