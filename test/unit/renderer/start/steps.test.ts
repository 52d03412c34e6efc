import { describe, expect, it } from 'vitest';
import { excluding, leftAtFirst, stepProblem } from '../../../../renderer/start/steps.ts';
import { templateWords } from '../../../../renderer/rules/template-words.ts';
import { templates } from '../../../../shared/rules/rule-templates.ts';
import { accountView, calendarView } from '../account-view.ts';
import { draft } from '../rules/choices.ts';

const acme = accountView(
  'Acme',
  calendarView('Acme/Work'),
  calendarView('Acme/Holidays', { canWrite: false }),
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

  it('explains every template', () => {
    expect(Object.keys(templateWords).sort()).toEqual(Object.keys(templates).sort());
  });

  it('takes out of the rules what was not picked', () => {
    const [rule] = excluding([draft('mesh', {})], [acme], leftAtFirst([acme]));
    expect(rule?.exclude).toEqual(['Acme/Holidays']);
  });
});
