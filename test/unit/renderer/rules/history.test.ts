import { describe, expect, it } from 'vitest';
import { begin, everywhere, record, redo, undo } from '../../../../renderer/rules/history.ts';

describe('undo and redo', () => {
  it('walks back and forth through what was done', () => {
    const done = record(record(begin('a'), 'b'), 'c');
    expect(undo(done).present).toBe('b');
    expect(undo(undo(undo(done))).present).toBe('a');
    expect(redo(redo(undo(undo(done)))).present).toBe('c');
  });

  it('takes letters typed in one field as one step', () => {
    const typed = ['n', 'na', 'nam'].reduce((all, text) => record(all, text, 'name'), begin(''));
    expect(undo(typed).present).toBe('');
    expect(undo(record(typed, 'x', 'label')).present).toBe('nam');
  });

  it('forgets what was undone once something else is done', () => {
    const history = record(undo(record(begin('a'), 'b')), 'c');
    expect(redo(history).present).toBe('c');
    expect(undo(history).present).toBe('a');
  });

  it('does not count a step that changes nothing', () => {
    const history = begin('a');
    expect(record(history, 'a')).toBe(history);
    expect(undo(history)).toBe(history);
  });

  it('keeps what took effect at once in every state', () => {
    const history = everywhere(undo(record(begin('a'), 'b')), (text) => `${text}!`);
    expect([history.present, redo(history).present]).toEqual(['a!', 'b!']);
  });
});
