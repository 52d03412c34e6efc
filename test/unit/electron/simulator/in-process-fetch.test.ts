import { describe, expect, it } from 'vitest';
import { inProcessFetch } from '../../../../electron/simulator/in-process-fetch.ts';
import { okBody, testCloud } from './cloud-builder.ts';

const origin = 'https://graph.example';

describe('fetching from a cloud in the same process', () => {
  it('hands over the whole request and gives back the whole answer', async () => {
    const { cloud, heard } = testCloud();
    const response = await inProcessFetch({ [origin]: cloud })(`${origin}/v1.0/me?$top=5`, {
      method: 'POST',
      headers: { Authorization: 'Bearer t' },
      body: '{"a":1}',
    });
    expect(await response.text()).toBe(okBody);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(heard[0]?.call.request).toMatchObject({
      method: 'POST',
      url: `${origin}/v1.0/me?$top=5`,
      headers: { authorization: 'Bearer t' },
      body: '{"a":1}',
    });
  });

  it('gives an answer without content where there is none', async () => {
    const { cloud } = testCloud(() => ({ kind: 'status', status: 204, body: '' }));
    const response = await inProcessFetch({ [origin]: cloud })(origin, { method: 'DELETE' });
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('fails as the platform does where the connection breaks or the host is unknown', async () => {
    const { cloud } = testCloud(() => ({ kind: 'dropAfter' }));
    const fetch = inProcessFetch({ [origin]: cloud });
    await expect(fetch(`${origin}/x`)).rejects.toThrow(new TypeError('fetch failed'));
    await expect(fetch('https://elsewhere.example/')).rejects.toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ENOTFOUND' },
    });
  });

  it('ends a call that hangs as soon as it is aborted', async () => {
    const { cloud } = testCloud(() => ({ kind: 'hang' }));
    const abort = new AbortController();
    const answer = inProcessFetch({ [origin]: cloud })(origin, { signal: abort.signal });
    abort.abort(new Error('timed out'));
    await expect(answer).rejects.toThrow('timed out');
  });

  it('never reaches the cloud with a call that was aborted before', async () => {
    const { cloud, heard } = testCloud();
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(inProcessFetch({ [origin]: cloud })(origin, { signal })).rejects.toThrow(
      'too late',
    );
    expect(heard).toEqual([]);
  });
});
