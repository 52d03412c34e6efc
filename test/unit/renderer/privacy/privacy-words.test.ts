import { describe, expect, it } from 'vitest';
import { hostLines } from '../../../../renderer/privacy/host-lines.ts';
import { forwardingWords, retentionChoices } from '../../../../renderer/privacy/log-words.ts';
import { networkAllowlist } from '../../../../electron/profile/network-allowlist.ts';

describe('the data-protection page', () => {
  it('says so where the log can’t be forwarded, and that nothing is lost', () => {
    const failing = { waiting: 12, failingSince: 1, code: 'EACCES' };
    expect(forwardingWords(failing)).toMatchObject({
      tone: 'bad',
      state: 'Can’t be written (EACCES)',
    });
    expect(forwardingWords(failing).hint).toContain('12 entries wait; none is lost');
    expect(forwardingWords({ ...failing, code: null }).state).toBe('On');
    expect(forwardingWords(null).state).toBe('Off');
  });

  it('offers the span that holds, also where a policy chose an unusual one', () => {
    expect(retentionChoices(365).map(({ value }) => value)).toEqual([
      '30',
      '90',
      '180',
      '365',
      '400',
    ]);
    expect(retentionChoices(200).map(({ value }) => value)).toContain('200');
  });

  it('[A7] copies one host a line', () => {
    const lines = hostLines(networkAllowlist.map((host) => ({ ...host }))).split('\n');
    expect(lines).toHaveLength(networkAllowlist.length);
    expect(lines[0]).toMatch(/^login\.microsoftonline\.com:443\t/);
  });
});
