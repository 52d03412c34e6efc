import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallingFrame } from '../../../../electron/ipc/caller.ts';
import { openDoor, type Inbox } from '../../../../electron/ipc/door.ts';
import type { Handlers } from '../../../../electron/ipc/handlers/handler.ts';
import { isOurs } from '../../../../electron/shell/app-origin.ts';
import { UserError } from '../../../../shared/errors/errors.ts';
import { channels, topicNames, wireName } from '../../../../shared/ipc/channels.ts';
import { calls, topics, type Channel, type Reply } from '../../../../shared/ipc/contract.ts';

const ourFrame: CallingFrame = {
  url: 'app://umbra/index.html#/rules',
  origin: 'app://umbra',
  parent: null,
  detached: false,
};

/** A door whose handlers remember what reached them. */
function door(answers: Partial<Record<Channel, (input: unknown) => unknown>> = {}) {
  const open = new Map<string, Parameters<Inbox['handle']>[1]>();
  const reached: { channel: Channel; input: unknown }[] = [];
  const reported: string[] = [];
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      (input: unknown) => {
        reached.push({ channel, input });
        return Promise.resolve(answers[channel]?.(input) ?? {});
      },
    ]),
  ) as unknown as Handlers;
  openDoor({
    inbox: { handle: (name, listener) => void open.set(name, listener) },
    handlers,
    isOurs,
    report: (channel, what) => reported.push(`${channel} ${what}`),
  });
  const call = (
    name: string,
    args: unknown[],
    frame: CallingFrame | null = ourFrame,
  ): Promise<unknown> =>
    open.get(name)?.({ senderFrame: frame }, ...args) ??
    Promise.reject(new Error('no such channel'));
  return { call, open, reached, reported };
}

const secret = 'TITLE Board meeting in Vienna';
const unexpected = expect.objectContaining({ code: 'unexpected', details: [] }) as object;

describe('the door', () => {
  it('17: opens the channels of the contract and no other', () => {
    const { open } = door();
    expect([...open.keys()].sort()).toEqual(
      Object.keys(calls)
        .map((name) => `umbra:${name}`)
        .sort(),
    );
  });

  it('holds the contract and its list of names equal', () => {
    expect([...channels].sort()).toEqual(Object.keys(calls).sort());
    expect([...topicNames].sort()).toEqual([...topics].sort());
  });

  it.each<[string, CallingFrame | null]>([
    ['a frame that is gone', null],
    ['a frame in a frame', { ...ourFrame, parent: ourFrame }],
    ['a detached frame', { ...ourFrame, detached: true }],
    [
      'another origin',
      { ...ourFrame, url: 'https://evil.example/', origin: 'https://evil.example' },
    ],
    ['a likeness of ours', { ...ourFrame, url: 'app://umbra.evil/', origin: 'app://umbra.evil' }],
    ['a sandboxed frame of ours', { ...ourFrame, origin: 'null' }],
    ['an empty page', { ...ourFrame, url: 'about:blank' }],
    ['no address', { ...ourFrame, url: '', origin: '' }],
    ['a file', { ...ourFrame, url: 'file:///umbra/index.html', origin: 'file://' }],
  ])('17: lets nobody in but our top frame: %s', async (_who, frame) => {
    const { call, reached, reported } = door();
    await expect(call(wireName('state'), [{}], frame)).rejects.toThrow(/^refused$/);
    expect([reached, reported]).toEqual([[], ['state refused']]);
  });

  it('17: reads the frame while the call comes in, and not later', async () => {
    const { open, reached } = door();
    let reads = 0;
    const event = {
      get senderFrame() {
        reads += 1;
        return reads === 1 ? ourFrame : null;
      },
    };
    const answered = open.get(wireName('syncNow'))?.(event, {});
    expect(reads).toBe(1);
    await answered;
    expect([reads, reached.length]).toEqual([1, 1]);
  });

  it('17: 10,000 malformed calls reach no handler and are told nothing', async () => {
    const { call, reached } = door();
    const wrong = (channel: Channel) =>
      fc
        .oneof(
          fc.array(fc.anything({ maxDepth: 3 }), { maxLength: 3 }),
          fc.tuple(fc.anything({ withNullPrototype: true, withMap: true, withBigInt: true })),
          fc.tuple(fc.object({ maxDepth: 2 })),
          fc.constantFrom([{ __proto__: { zone: 'UTC' } }], [{ constructor: 1 }], [null], [[]], []),
        )
        .filter((args) => args.length !== 1 || !calls[channel].input.safeParse(args[0]).success)
        .map((args) => ({ channel, args }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...channels).chain(wrong), async ({ channel, args }) => {
        const reply = await call(wireName(channel), [...args]);
        expect(reply).toEqual({ ok: false, problem: unexpected });
      }),
      { numRuns: 10_000 },
    );
    expect(reached).toEqual([]);
  });

  it('17: gives a handler what its schema made of the input', async () => {
    const { call, reached } = door();
    await call(wireName('pause'), [{ length: '1h' }]);
    expect(reached).toEqual([{ channel: 'pause', input: { length: '1h' } }]);
  });

  it("tells a user's error in the table's words", async () => {
    const { call, reported } = door({
      renameAccount: () => {
        throw new UserError('account.duplicate', { label: 'Acme' }, ['accounts[1]: taken']);
      },
    });
    const reply = (await call(wireName('renameAccount'), [
      { id: '1', label: 'Acme' },
    ])) as Reply<'renameAccount'>;
    expect(reply).toEqual({
      ok: false,
      problem: {
        code: 'account.duplicate',
        sentence: 'There is already an account "Acme".',
        kept: 'Nothing was changed.',
        action: 'Choose another label, or remove that account first.',
        details: ['accounts[1]: taken'],
      },
    });
    expect(reported).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ['a bug', () => Promise.reject(new Error(secret))],
    [
      'something thrown that is no error',
      () => Promise.reject(Object.assign(new Error(), { secret })),
    ],
    ['a result that is not in the contract', () => ({ token: secret })],
  ])('E14: tells nothing of %s', async (_what, answer) => {
    const { call, reported } = door({ state: answer });
    const reply = await call(wireName('state'), [{}]);
    expect(reply).toEqual({ ok: false, problem: unexpected });
    expect(JSON.stringify(reply)).not.toContain('TITLE');
    expect(reported).toEqual(['state failed']);
  });

  it('E14: lets no key out that the contract does not name', async () => {
    const { call } = door({ exportData: () => ({ saved: true, path: '/home/jo/x' }) });
    expect(await call(wireName('exportData'), [{}])).toEqual({ ok: false, problem: unexpected });
  });
});
