import { describe, expect, it } from 'vitest';
import { eventIdFor } from '../../../../../electron/providers/google/event-id.ts';
import { digest, type BlockKey } from '../../../../../shared/model/ids.ts';

const key = (name: string): BlockKey => (digest(name) + digest('x', name)) as BlockKey;

describe('the id of a block', () => {
  it('is written with the characters that Google allows, in a length it allows', () => {
    for (let generation = 0; generation < 50; generation++)
      expect(eventIdFor({ key: key('a'), generation })).toMatch(/^[a-v0-9]{51}$/);
  });

  it('is the same on every device and after every restart', () => {
    expect(eventIdFor({ key: '0'.repeat(64) as BlockKey, generation: 0 })).toBe(
      eventIdFor({ key: '0'.repeat(64) as BlockKey, generation: 0 }),
    );
    expect(eventIdFor({ key: '0'.repeat(64) as BlockKey, generation: 0 })).toBe(
      '7hmitq9acem4vcfgba2f10qjuq78up1cpajh54q34eu4fsftm34',
    );
  });

  it('is another one for each block and for each generation', () => {
    const ids = ['a', 'b', 'c'].flatMap((name) =>
      [0, 1, 2, 10].map((generation) => eventIdFor({ key: key(name), generation })),
    );
    expect(new Set(ids).size).toBe(12);
  });

  it('does not show the key', () => {
    expect(eventIdFor({ key: key('a'), generation: 0 })).not.toContain(key('a').slice(0, 6));
  });
});
