import { beforeEach, describe, expect, it } from 'vitest';
import { aboutHandlers } from '../../../../electron/ipc/handlers/about.ts';
import type { RunningApp } from '../../../../electron/ipc/running-app.ts';
import { calls } from '../../../../shared/ipc/contract.ts';
import { RecordingDesktop } from '../../../kit/app-rig.ts';

const bill = JSON.stringify({
  bomFormat: 'CycloneDX',
  components: [
    { name: 'react', version: '19.3.1', licenses: [{ license: { id: 'MIT' } }] },
    {
      name: 'electron',
      version: '45.4.1',
      licenses: [{ expression: 'MIT AND BSD-3-Clause' }],
      components: [{ name: 'chromium', licenses: [{ license: { name: 'BSD' } }] }],
    },
    { name: 'orphan', version: '1.0.0' },
  ],
});

let desktop: RecordingDesktop;
let handlers: ReturnType<typeof aboutHandlers>;
beforeEach(() => {
  desktop = new RecordingDesktop();
  // They ask the program for nothing but its desktop.
  handlers = aboutHandlers({ options: { desktop } } as unknown as RunningApp);
});

describe('what this copy is made of', () => {
  it('names every component with its licence, those inside others as well', async () => {
    desktop.beside['bill-of-materials.cdx.json'] = bill;
    const { components } = calls.components.output.parse(await handlers.components({}));
    expect(components).toEqual([
      { name: 'react', version: '19.3.1', licence: 'MIT' },
      { name: 'electron', version: '45.4.1', licence: 'MIT AND BSD-3-Clause' },
      { name: 'chromium', version: '', licence: 'BSD' },
      { name: 'orphan', version: '1.0.0', licence: 'unknown' },
    ]);
  });

  it.each([
    ['no bill is there', null],
    ['it is no JSON', '{"components":'],
    ['it is no bill', '{"components":[{"version":"1"}]}'],
  ])('says that it does not know, where %s', async (_, text) => {
    if (text !== null) desktop.beside['bill-of-materials.cdx.json'] = text;
    expect(await handlers.components({})).toEqual({ components: null });
  });
});

describe('the notices of others', () => {
  it.each([
    ['bill', 'bill-of-materials.cdx.json'],
    ['licences', 'licences.txt'],
  ] as const)('are saved as they were shipped: %s', async (what, name) => {
    desktop.beside[name] = 'the very text';
    expect(await handlers.saveNotices({ what })).toEqual({ saved: true });
    expect(desktop.saved).toEqual([{ name: `umbra-${name}`, text: 'the very text' }]);
  });

  it('are not said to be saved where the person cancels', async () => {
    desktop.beside['licences.txt'] = 'the very text';
    desktop.cancels = true;
    expect(await handlers.saveNotices({ what: 'licences' })).toEqual({ saved: false });
  });

  it('are not said to be saved where this copy has none, and no empty file is written', async () => {
    expect(await handlers.saveNotices({ what: 'licences' })).toEqual({ saved: false });
    expect(desktop.saved).toEqual([]);
  });
});
