import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startRunningApp,
  type RunningProgram,
} from '../../../../electron/ipc/start-running-app.ts';
import { unmanaged } from '../../../../electron/ports/policy-source.ts';
import { systemClock, systemRandom } from '../../../../electron/profile/system-ports.ts';
import { calls } from '../../../../shared/ipc/contract.ts';
import { rule } from '../../../../shared/model/rule.ts';
import { RecordingDesktop } from '../../../kit/app-rig.ts';

const DAY = 86_400_000;
let directory: string;
let program: RunningProgram;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umbra-sample-'));
});
afterEach(async () => {
  await program.close();
  rmSync(directory, { recursive: true, force: true });
});

async function start(sample: boolean): Promise<void> {
  program = await startRunningApp({
    directory,
    surroundings: {
      environment: {},
      clock: systemClock,
      random: systemRandom,
      fetch: (url, init) => fetch(url, init),
      systemZone: () => 'Europe/Berlin',
      policy: unmanaged,
    },
    version: '1.2.3',
    desktop: new RecordingDesktop(),
    signIn: null,
    presence: () => ({ userActive: true, onBattery: false }),
    onMistake: () => undefined,
    sample,
  });
}

/** Waits until a whole cycle has ended after the one that was the last. */
async function cycle(after: number | null): Promise<number> {
  for (;;) {
    const { sync } = await program.handlers.state({});
    if (sync.lastCycleAt !== after && sync.lastCycleAt !== null && sync.progress === null)
      return sync.lastCycleAt;
    await systemClock.sleep(50);
  }
}

describe('the sample calendars', () => {
  it('bring a person’s calendars and no rule; one that the user chooses works; they are there again after a restart', async () => {
    await start(false);
    const empty = await cycle(null);
    await program.handlers.startSample({});
    const first = await cycle(empty);
    const { handlers } = program;
    expect((await handlers.state({})).mode).toBe('sample');
    expect(await handlers.accounts({})).toHaveLength(9);
    expect(await handlers.rules({})).toEqual([]);
    const now = Date.now();
    const items = calls.items.output.parse(await handlers.items({ from: now, to: now + 14 * DAY }));
    expect(items.length).toBeGreaterThan(50);
    expect(items.every(({ kind }) => kind === 'event')).toBe(true);

    await handlers.saveRules({
      rules: [rule.parse({ id: 'to-family', sources: ['Private/*'], targets: ['Family/*'] })],
    });
    const second = await cycle(first);
    expect((await handlers.rules({}))[0]?.blocks).toBeGreaterThan(0);

    await program.close();
    await start(true);
    await cycle(second);
    expect((await program.handlers.accounts({})).map(({ state }) => state)).not.toContain(
      'unreachable',
    );
    expect((await program.handlers.rules({}))[0]?.dismissed).toBe(0);
  });

  it('are never mixed with a real account', async () => {
    await start(true);
    const { handlers } = program;
    const mine = { provider: 'google', label: 'Mine', cloud: 'global', readOnly: false } as const;
    await expect(handlers.addAccount(mine)).rejects.toThrow('sample.running');
  });

  it('are gone, with all that they hold, when everything is erased', async () => {
    await start(true);
    await cycle(null);
    expect(await program.handlers.eraseEverything({ removeBlocks: true })).toEqual({ left: 0 });
    expect((await program.handlers.state({})).mode).toBe('empty');
    await program.handlers.startSample({});
    expect(await program.handlers.accounts({})).toHaveLength(9);
  });
});
