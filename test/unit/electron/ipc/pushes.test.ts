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

  it('E2 E10: does not suffer for a window whose process has just died, nor do others who listen', () => {
    const send = (): void => {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    };
    const pushes = createPushes(() => ({ send, isDestroyed: () => false }));
    expect(() => {
      pushes.changed(['app']);
      pushes.navigate('rules');
    }).not.toThrow();
  });
});
