import { expect, test } from 'vitest';
import { moved } from './use-sortable';

test('one goes up, down or nowhere', () => {
  const ids = ['a', 'b', 'c', 'd'];
  expect(moved(ids, 2, 0)).toEqual(['c', 'a', 'b', 'd']);
  expect(moved(ids, 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(ids, 1, 3)).toEqual(['a', 'c', 'd', 'b']);
  expect(moved(ids, 1, 1)).toEqual(ids);
});
