import { describe, expect, it } from 'vitest';
import {
  excluding,
  leftAtFirst,
  readingWords,
  stepProblem,
} from '../../../../shared/view/first-start.ts';
import { templateWords } from '../../../../renderer/rules/template-words.ts';
import { templates } from '../../../../shared/rules/rule-templates.ts';
import { accountView, calendarView } from '../../renderer/account-view.ts';
import { draft } from '../rules/choices.ts';

const acme = accountView(
  'Acme',
  calendarView('Acme/Work', { lastReadAt: 1 }),
  calendarView('Acme/Holidays', { lastReadAt: 1, canWrite: false }),
);
const none = new Set<string>();

describe('the first start', () => {
  it('goes on from a step only with what the next one needs', () => {
    expect(stepProblem('connect', [], none)).toMatch(/Connect an account/);
    expect(stepProblem('connect', [accountView('Acme')], none)).toMatch(/being read/);
    expect(stepProblem('connect', [acme], none)).toBeNull();
    expect(stepProblem('calendars', [acme], none)).toBeNull();
    expect(stepProblem('calendars', [acme], new Set(['key:Acme/Work']))).toMatch(/writable/);
    expect(stepProblem('calendars', [acme], new Set(['key:Acme/Holidays']))).toMatch(/two/);
  });

  it('leaves calendars that only hold other people’s days out at first', () => {
    expect([...leftAtFirst([acme])]).toEqual(['key:Acme/Holidays']);
  });

  it('says how much is still being read, so that nobody takes a first number for the last', () => {
    const unread = accountView('Beta', calendarView('Beta/Work', { lastReadAt: null }));
    expect(readingWords([acme, unread])).toBe('Reading your calendars: 2 of 3 so far.');
    expect(readingWords([acme, accountView('Empty')])).toMatch(/Reading/);
    expect(readingWords([acme])).toBeNull();
    expect(readingWords([{ ...unread, state: 'needsSignIn' }])).toBeNull();
  });

  it('explains every template', () => {
    expect(Object.keys(templateWords).sort()).toEqual(Object.keys(templates).sort());
  });

  it('takes out of the rules what was not picked', () => {
    const [rule] = excluding([draft('mesh', {})], [acme], leftAtFirst([acme]));
    expect(rule?.exclude).toEqual(['Acme/Holidays']);
  });
});
