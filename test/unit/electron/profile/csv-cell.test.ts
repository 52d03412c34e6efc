import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../../../electron/profile/csv-cell.ts';

describe('[A5] a cell of a CSV file', () => {
  it.each([
    ["=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"],
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['plain', 'plain'],
    [12, '12'],
    [null, ''],
  ])('%j reads %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('never begins like a formula, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inside = csvCell(text).replace(/^"/, '');
        return !/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(inside) || inside.startsWith("'");
      }),
    );
  });
});
