import { expect, test } from 'vitest';
import { idBefore } from './id-before';

test('the id before another ends one lower, also over a border', () => {
  expect(idBefore('0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b')).toBe('0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5a');
  expect(idBefore('0190a1b2-c3d4-7e5f-8000-000000000000')).toBe('0190a1b2-c3d4-7e5f-7fff-ffffffffffff');
});
