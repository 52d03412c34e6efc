import { describe, expect, it } from 'vitest';
import { errors, errorText, UserError, type ErrorCode } from '../../../../shared/errors/errors.ts';

const codes = Object.keys(errors) as ErrorCode[];
const namesIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

describe('what a user reads of an error', () => {
  it.each(codes)('%s says what happened, what was not lost and what mends it', (code) => {
    const names = Object.values(errors[code]).flatMap(namesIn);
    // The one sentence that the place where it happens writes as a whole.
    const valueOf = (name: string): string => (code === 'usage' ? 'It was wrong.' : `<${name}>`);
    const parameters = Object.fromEntries(names.map((name) => [name, valueOf(name)]));
    const filled = errorText(code, parameters);
    for (const part of [filled.sentence, filled.kept, filled.action]) {
      expect(part).toMatch(/^[A-Z<].{8,}[.]$/su);
      expect(part).not.toMatch(/[{}]|undefined|null/);
    }
    for (const value of Object.values(parameters)) expect(JSON.stringify(filled)).toContain(value);
  });

  it.each(codes)('%s leaves no brace behind where a parameter is missing', (code) => {
    expect(Object.values(errorText(code, {})).join(' ')).not.toMatch(/[{}]|undefined/);
  });

  it.each(codes)('%s takes names and codes only, never what an event says', (code) => {
    const safe = [
      'reason',
      'label',
      'variable',
      'code',
      'until',
      'calendar',
      'count',
      'file',
      'rule',
      'provider',
    ];
    const allowed = new Set([...safe, 'hold', 'quarantined', 'place', 'policy']);
    const used = Object.values(errors[code]).flatMap(namesIn);
    expect(used.filter((name) => !allowed.has(name))).toEqual([]);
  });

  it('takes a name with braces as it is', () => {
    const { sentence } = errorText('account.duplicate', { label: '{code} $& {label}' });
    expect(sentence).toBe('There is already an account "{code} $& {label}".');
  });

  it('carries a code and places, and no words that could hold a secret', () => {
    const error = new UserError('rules.invalid', { count: '1 problem' }, ['rules[0].id: x']);
    expect(error).toBeInstanceOf(Error);
    expect([error.code, error.message, error.details]).toEqual([
      'rules.invalid',
      'rules.invalid',
      ['rules[0].id: x'],
    ]);
  });
});
