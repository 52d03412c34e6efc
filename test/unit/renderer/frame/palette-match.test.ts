import { expect, it } from 'vitest';
import { fitOf } from '../../../../renderer/frame/palette-match.ts';

it('finds an action by the beginnings of its words, in any order', () => {
  expect(fitOf('pause for 1', 'Pause for 1 hour')).toBeGreaterThan(0);
  expect(fitOf('hour pau', 'Pause for 1 hour')).toBeGreaterThan(0);
  expect(fitOf('mesh', 'New rule…', ['template', 'mesh'])).toBeGreaterThan(0);
});

it('finds nothing by letters that are only scattered over a name', () => {
  expect(fitOf('new rule', 'See Solstice Ventures / Deal flow with a rather long name')).toBe(0);
  expect(fitOf('licences', 'Sign in to Solstice Ventures again')).toBe(0);
});

it('puts what begins as typed before what merely has it inside', () => {
  expect(fitOf('new', 'New rule…')).toBeGreaterThan(fitOf('new', 'Show the new rule'));
  expect(fitOf('rule', 'Edit the rule')).toBeGreaterThan(fitOf('rule', 'Overruled'));
});
