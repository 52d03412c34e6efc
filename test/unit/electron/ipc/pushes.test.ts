import { describe, expect, it } from 'vitest';
import { createPushes } from '../../../../electron/ipc/pushes.ts';

describe('what the program says unasked', () => {
  it('says that something changed and where to go, to the window of the moment', () => {
    const sent: unknown[] = [];
    const outbox = {
      send: (...args: unknown[]) => sent.push(args),
      isDestroyed: () => false,
    };
    let window: typeof outbox | null = null;
    const pushes = createPushes(() => window);
    pushes.changed(['app']);
    window = outbox;
    pushes.changed(['rules', 'events']);
    pushes.navigate('conflicts');
    window = { ...outbox, isDestroyed: () => true };
    pushes.navigate('rules');
    expect(sent).toEqual([
      ['umbra-changed', ['rules', 'events']],
      ['umbra-navigate', 'conflicts'],
    ]);
  });
});
