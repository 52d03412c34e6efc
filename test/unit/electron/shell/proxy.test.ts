import { describe, expect, it } from 'vitest';
import { obeyProxy } from '../../../../electron/shell/proxy.ts';
import type { PolicyValues } from '../../../../shared/policy/policies.ts';

describe('A3: the way out', () => {
  it.each<[PolicyValues, object | null]>([
    [{}, null],
    [{ ProxyMode: 'direct' }, { mode: 'direct' }],
    [{ ProxyMode: 'system', ProxyServer: 'x:1' }, { mode: 'system' }],
    [
      { ProxyMode: 'pac_script', ProxyPacUrl: 'https://a.example/p' },
      { mode: 'pac_script', pacScript: 'https://a.example/p' },
    ],
    [
      { ProxyMode: 'fixed_servers', ProxyServer: 'proxy:8080' },
      { mode: 'fixed_servers', proxyRules: 'proxy:8080' },
    ],
  ])('is as policy says it: %o', async (values, expected) => {
    const asked: unknown[] = [];
    await obeyProxy(
      () => ({
        setProxy: (config) => {
          asked.push(config);
          return Promise.resolve();
        },
      }),
      values,
    );
    expect(asked).toEqual(expected === null ? [] : [expected]);
  });
});
