import { wireName } from '../../shared/ipc/channels.ts';
import { calls, type Channel, type Reply } from '../../shared/ipc/contract.ts';
import type { Handlers } from './handlers/handler.ts';
import { mayCall, type CallingFrame } from './caller.ts';
import { problemOf } from './problem.ts';

/** The part of Electron's `ipcMain` that the door stands on. */
export interface Inbox {
  handle(
    name: string,
    listener: (
      event: { readonly senderFrame: CallingFrame | null },
      ...args: unknown[]
    ) => Promise<unknown>,
  ): void;
}

export interface DoorDeps {
  readonly inbox: Inbox;
  readonly handlers: Handlers;
  readonly isOurs: (url: string, origin: string) => boolean;
  /** Told of bugs and of calls that no page of ours makes; gets no input and no result. */
  readonly report: (
    channel: Channel,
    what: 'refused' | 'malformed' | 'failed',
    error?: unknown,
  ) => void;
}

/** The caller is not our page; it learns nothing else. */
class Refused extends Error {
  override readonly name = 'Refused';
  constructor() {
    super('refused');
  }
}

/**
 * The only door between the window and the program. Every call passes the same four checks (known channel, our top
 * frame, input by its schema, result by its schema), and no channel is open that the contract does not name.
 */
export function openDoor(deps: DoorDeps): void {
  for (const channel of Object.keys(calls) as Channel[]) openChannel(channel, deps);
}

function openChannel(channel: Channel, deps: DoorDeps): void {
  deps.inbox.handle(wireName(channel), (event, ...args) => {
    // Read before anything is awaited: afterwards the frame may have gone elsewhere.
    const frame = event.senderFrame;
    if (mayCall(frame, deps.isOurs)) return answer(channel, args, deps);
    deps.report(channel, 'refused');
    return Promise.reject(new Refused());
  });
}

async function answer<C extends Channel>(
  channel: C,
  args: readonly unknown[],
  deps: DoorDeps,
): Promise<Reply<C>> {
  const { input, output } = calls[channel];
  const asked = args.length === 1 ? input.safeParse(args[0]) : null;
  if (asked?.success !== true) {
    deps.report(channel, 'malformed');
    return { ok: false, problem: problemOf(null) };
  }
  try {
    const result = await deps.handlers[channel](asked.data as never);
    return { ok: true, value: output.parse(result) as never };
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'unexpected') deps.report(channel, 'failed', error);
    return { ok: false, problem };
  }
}
