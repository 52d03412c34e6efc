import { describe, expect, it } from 'vitest';
import { stateOfRule } from '../../../../shared/view/rule-state.ts';
import { quietView } from '../rules/rule-view.ts';

const good = quietView;
const { rule } = good;

describe('the state of a rule', () => {
  it('is good where nothing is to be said', () => {
    expect(stateOfRule(good, rule)).toBe('upToDate');
  });

  it('is the most urgent one of several', () => {
    const all = {
      ...good,
      sources: [],
      targets: [],
      outstanding: 2,
      paused: 'A calendar is gone.',
      stopped: { whole: true, reasons: ['x'], blocksGo: false },
      held: 3,
    };
    expect(stateOfRule(all, rule)).toBe('held');
    expect(stateOfRule({ ...all, held: 0 }, rule)).toBe('stopped');
    expect(stateOfRule({ ...all, held: 0 }, { ...rule, enabled: false })).toBe('paused');
    expect(stateOfRule({ ...all, held: 0, stopped: null }, rule)).toBe('paused');
    expect(stateOfRule({ ...all, held: 0, stopped: null, paused: null }, rule)).toBe('writing');
    expect(stateOfRule({ ...good, sources: [], targets: [] }, rule)).toBe('noSource');
    expect(stateOfRule({ ...good, targets: [] }, rule)).toBe('noTarget');
  });

  it('does not call stopped what policy stops in part', () => {
    expect(
      stateOfRule({ ...good, stopped: { whole: false, reasons: ['x'], blocksGo: false } }, rule),
    ).toBe('upToDate');
  });

  it('follows the draft, which may differ from what the engine has', () => {
    expect(stateOfRule(good, { ...rule, enabled: false })).toBe('off');
    expect(stateOfRule(undefined, rule)).toBe('unsaved');
  });
});
