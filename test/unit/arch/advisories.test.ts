import { describe, expect, it } from 'vitest';
import { judgeAdvisories } from '../../arch/advisories.ts';

const advisory = (name: string, severity: string): object => ({
  [name]: {
    severity,
    range: '<2.0.0',
    via: [{ title: 'Prototype pollution', url: 'https://github.com/advisories/GHSA-x' }, 'other'],
  },
});
const audit = (...found: object[]): string =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities: Object.assign({}, ...found) as object });
const shipped = new Set(['zod', 'electron']);

describe('advisories about packages', () => {
  it.each([
    ['nothing is known of any', audit(), 0],
    ['R2: one of whatever severity is about what is shipped', audit(advisory('zod', 'low')), 1],
    ['16: one is about Electron', audit(advisory('electron', 'moderate')), 1],
    ['R2: one about a tool is moderate', audit(advisory('vite', 'moderate')), 0],
    ['R2: one about a tool is high', audit(advisory('vite', 'high')), 1],
  ])('%s', (_, text, count) => {
    const verdict = judgeAdvisories(text, shipped);
    expect(verdict).toMatchObject({ kind: 'judged' });
    expect(verdict.kind === 'judged' && verdict.lines.length).toBe(count);
  });

  it('R2: all count where it is not known what is shipped', () => {
    const verdict = judgeAdvisories(audit(advisory('vite', 'low')), null);
    expect(verdict).toMatchObject({
      lines: [
        'vite <2.0.0 (low): Prototype pollution https://github.com/advisories/GHSA-x; by other',
      ],
    });
  });

  it.each([
    ['no network', '{"message":"request to https://registry.example failed, reason: x\\nmore"}'],
    ['a mirror that has none', '{"message":"405 Method Not Allowed"}'],
    ['no npm', ''],
    ['a page in the way', '<html>'],
  ])('R2: are not known with %s, which is said in one line and is no failure', (_, text) => {
    const verdict = judgeAdvisories(text, shipped);
    expect(verdict).toMatchObject({ kind: 'unknown' });
    expect(verdict.kind === 'unknown' && verdict.reason).toMatch(/^[^\n]+$/);
  });
});
