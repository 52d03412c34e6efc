import { afterEach, describe, expect, it } from 'vitest';
import { AppRig } from '../kit/app-rig.ts';
import { canaries, findCanary } from '../kit/canary.ts';

let rig: AppRig;
afterEach(() => rig.close());

const words: string[] = [];
const canary = canaries();
const secret = (field: string): string => {
  const word = canary(field);
  words.push(word);
  return word;
};

async function fullOfSecrets(): Promise<AppRig> {
  const [work, home, calendar] = [secret('work'), secret('home'), secret('calendar at work')];
  rig = new AppRig([
    { label: work, cloud: 'microsoft', calendars: [calendar] },
    { label: home, cloud: 'google', calendars: [secret('calendar at home')] },
  ]);
  for (const day of ['05', '06', '07'])
    rig.clouds.add(`${work}/${calendar}`, `2026-05-${day}T09:00`, {
      title: secret(`title ${day}`),
      location: secret(`place ${day}`),
      description: secret(`text ${day}`),
    });
  return rig.start({
    id: secret('rule id'),
    name: secret('rule name'),
    sources: ['*'],
    targets: ['*'],
    conditions: { none: [{ title: { contains: secret('condition') } }] },
    mask: { level: 'title', template: `${secret('template')} {title}` },
  });
}

describe('[A9] [S8] the support file', () => {
  it('holds nothing of anybody, however full of it the profile is', async () => {
    await fullOfSecrets();
    const { text } = await rig.call('supportBundle', {});
    for (const word of words) expect(findCanary(text, word)).toBe('');
    for (const { email } of rig.app.profile.settings.read().accounts)
      expect(text).not.toContain(email);
    expect(text).not.toMatch(/@|\/tmp|https?:/);
    const { vault } = rig.app.profile.engineDeps;
    expect(text).not.toContain(Buffer.from(vault.key).toString('hex'));
    expect(text).not.toContain(vault.id);
    expect(JSON.parse(text)).toMatchObject({
      version: '1.2.3',
      accounts: [{ account: 'account 1', provider: 'microsoft' }, { account: 'account 2' }],
      rules: [{ rule: 'rule 1', level: 'title', conditions: true }],
      log: { verdict: { fault: null } },
    });
  });

  it('is saved as it was shown, whatever happened meanwhile', async () => {
    await fullOfSecrets();
    const { text } = await rig.call('supportBundle', {});
    await rig.sync();
    expect(await rig.call('saveSupportBundle', {})).toEqual({ saved: true });
    expect(rig.desktop.saved).toEqual([{ name: 'umbra-support.json', text }]);
  });
});
