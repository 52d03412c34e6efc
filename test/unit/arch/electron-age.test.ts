import { describe, expect, it } from 'vitest';
import { judgeAge } from '../../arch/electron-age.ts';

const answer = (own: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({ latest: '45.4.1', '44-x-y': '44.9.3', beta: '46.0.0-beta.2', ...own });

describe('16: our Electron', () => {
  it.each([
    ['45.4.1', answer()],
    ['45.4.0', answer()],
    ['45.3.7', answer({ latest: '45.4.0' })],
    ['44.9.3', answer()],
    ['44.9.2', answer()],
    // Newer than what the registry tells: a mirror lags.
    ['45.5.0', answer()],
  ])('%s is young enough', (ours, told) => {
    expect(judgeAge(ours, told)).toEqual({ kind: 'judged', lines: [] });
  });

  it.each([
    ['45.3.9', answer(), 'more than one release behind 45.4.1'],
    ['45.4.1', answer({ latest: '45.4.3' }), 'more than one release behind 45.4.3'],
    ['44.9.1', answer(), 'more than one release behind 44.9.3'],
    ['43.0.0', answer(), '2 majors behind 45.4.1'],
  ])('%s is too old: it is %s', (ours, told, reason) => {
    const age = judgeAge(ours, told);
    expect(age.kind === 'judged' && age.lines.join()).toContain(reason);
  });

  it.each(['', '<html>', '{"error":"x"}', '{"latest":"next"}'])('is not judged by "%s"', (told) => {
    expect(judgeAge('45.4.1', told)).toEqual({ kind: 'unknown' });
  });
});
