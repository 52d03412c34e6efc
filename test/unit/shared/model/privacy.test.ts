import { expect, it } from 'vitest';
import { visibilityValues } from '../../../../shared/model/event.ts';
import { isMarkedPrivate } from '../../../../shared/model/privacy.ts';

it('holds for private whatever its owner marked so, under any name', () => {
  expect(visibilityValues.filter((visibility) => isMarkedPrivate({ visibility }))).toEqual([
    'personal',
    'private',
    'confidential',
  ]);
});
