import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelProblem } from '../../../../shared/accounts/label-problem.ts';
import { account } from '../../../../shared/model/account.ts';

it('lets through only names that the program takes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 70, unit: 'binary' }), (text) => {
      if (labelProblem(text, []) === null)
        expect(account.shape.label.safeParse(text.trim()).success).toBe(true);
    }),
  );
});
