import { describe, expect, it } from 'vitest';
import { authorize, type Authorized } from '../../../../electron/accounts/authorize.ts';
import { instant } from '../../../../shared/time/instant.ts';
import { VirtualClock } from '../../../kit/virtual-clock.ts';

const issuer = 'https://accounts.example';
const home = 'https://signin.example';
const way = { host: '127.0.0.1', path: '/x', state: 's', issuer, pages: [home] } as const;

function go(
  openBrowser: (url: string) => Promise<void>,
  signal = new AbortController().signal,
): Promise<Authorized> {
  const clock = new VirtualClock(instant(0));
  const url = (redirectUri: string): Promise<string> =>
    Promise.resolve(`${home}/authorize?back=${encodeURIComponent(redirectUri)}`);
  return authorize({ clock, openBrowser }, { ...way, url }, signal);
}

const visit =
  (query: string) =>
  async (url: string): Promise<void> => {
    await fetch(`${wayBack(url)}?state=s&${query}`);
  };

const wayBack = (url: string): string => new URL(url).searchParams.get('back') ?? '';

describe('the way through the browser', () => {
  it('brings a code', async () => {
    expect(await go(visit('code=c'))).toMatchObject({ kind: 'code', code: 'c' });
    expect(await go(visit(`code=c&iss=${issuer}`))).toMatchObject({ kind: 'code' });
  });

  it('S4: brings nothing from another issuer (mix-up)', async () => {
    expect(await go(visit('code=c&iss=https://evil.example'))).toEqual({
      kind: 'untrusted',
      code: 'issuer',
    });
    expect(await go(visit('code='))).toEqual({ kind: 'untrusted', code: 'code' });
  });

  it.each([
    'https://signin.example.evil/authorize',
    'https://evil.example/?https://signin.example',
    'https://signin.example@evil.example/',
    'http://signin.example/authorize',
    'signin.example/authorize',
  ])('15: leads to the provider’s own pages only, never to %s', async (page) => {
    const opened: string[] = [];
    const clock = new VirtualClock(instant(0));
    const openBrowser = (to: string): Promise<void> => Promise.resolve(void opened.push(to));
    const url = (): Promise<string> => Promise.resolve(page);
    const signal = new AbortController().signal;
    const outcome = await authorize({ clock, openBrowser }, { ...way, url }, signal);
    expect([outcome, opened]).toEqual([{ kind: 'untrusted', code: 'page' }, []]);
  });

  it('brings a refusal', async () => {
    expect(await go(visit('error=access_denied'))).toEqual({
      kind: 'refusal',
      error: 'access_denied',
      description: '',
    });
  });

  it('says when there is no browser, and leaves no port open', async () => {
    let redirect = '';
    const outcome = await go((url) => {
      redirect = wayBack(url);
      return Promise.reject(new Error('no browser'));
    });
    expect(outcome).toEqual({ kind: 'noBrowser' });
    await expect(fetch(redirect)).rejects.toThrow();
  });

  it('does not wait for a system that never says that it opened the browser', async () => {
    const outcome = go((url) => {
      void visit('code=c')(url);
      return new Promise(() => undefined);
    });
    expect(await outcome).toMatchObject({ kind: 'code' });
  });
});
