import { describe, expect, it } from 'vitest';
import { answerNetworkQuestions } from '../../../../electron/shell/certificates.ts';
import { engineNetwork } from '../../../../electron/shell/engine-network.ts';
import {
  guardNetwork,
  mayLoad,
  type GuardedSession,
} from '../../../../electron/shell/network-guard.ts';

describe('what the page may load', () => {
  it.each(['app://umbra/index.html', 'data:image/png;base64,AA=='])('1: loads %s', (url) => {
    expect(mayLoad(url)).toBe(true);
  });

  it.each([
    'https://fonts.example/x',
    'http://127.0.0.1/',
    'ws://x.example/',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://evil/',
    'chrome-extension://x/',
  ])('1: never loads %s', (url) => {
    expect(mayLoad(url)).toBe(false);
  });

  it('1 A8: cancels the rest, and fetches no dictionaries', () => {
    const calls: unknown[] = [];
    const session = {
      setSpellCheckerEnabled: (on: boolean) => calls.push(on),
      webRequest: {
        onBeforeRequest: (listener: (details: object, decide: (answer: object) => void) => void) =>
          listener({ url: 'https://x.example/' }, (answer) => calls.push(answer)),
      },
    };
    guardNetwork(session as unknown as GuardedSession);
    expect(calls).toEqual([false, { cancel: true }]);
  });
});

describe('the network of the engine', () => {
  it('E5: is Chromium’s, in memory only: no answer with a title is kept in a cache', async () => {
    const asked: unknown[] = [];
    const answer = new Response('{}');
    const fetch = engineNetwork((name, options) => {
      asked.push([name, options]);
      return { fetch: (url) => Promise.resolve(asked.push(url) > 0 ? answer : answer) };
    });
    await fetch('https://graph.example/1');
    expect(await fetch('https://graph.example/2')).toBe(answer);
    expect(asked).toEqual([
      ['engine', { cache: false }],
      'https://graph.example/1',
      'https://graph.example/2',
    ]);
    expect(String(asked[0])).not.toContain('persist:');
  });
});

describe('what the network asks', () => {
  type Listener = (...args: unknown[]) => void;
  const listeners = new Map<string, Listener>();
  const app = {
    on: (name: string, listener: unknown) => listeners.set(name, listener as Listener),
  };
  answerNetworkQuestions(app, () => ({ user: 'jo', password: 'word' }));
  const ask = (name: string, ...args: unknown[]): unknown[] => {
    const said: unknown[] = [];
    const event = { preventDefault: () => said.push('prevented') };
    listeners.get(name)?.(event, null, ...args, (...reply: unknown[]) => said.push(reply));
    return said;
  };

  it('E5: no certificate of the user is shown to anybody', () => {
    const certificates = [{ subjectName: 'Jo Doe' }];
    expect(ask('select-client-certificate', 'https://x.example/', certificates)).toEqual([
      'prevented',
      [],
    ]);
  });

  it('E5: a proxy gets the login, a server never', () => {
    expect(ask('login', {}, { isProxy: true })).toEqual(['prevented', ['jo', 'word']]);
    expect(ask('login', {}, { isProxy: false })).toEqual(['prevented', []]);
  });
});
