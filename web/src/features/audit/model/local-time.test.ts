import { expect, test } from 'vitest';
import { fromField, toField } from './local-time';

test('a field holds the time of the one who looks, to the minute', () => {
  const afternoon = new Date(2026, 2, 1, 14, 0, 30);
  expect(toField(afternoon)).toBe('2026-03-01T14:00');
  expect(fromField('2026-03-01T14:00')).toEqual(new Date(2026, 2, 1, 14, 0));
});

test('an empty field holds none', () => {
  expect(fromField('')).toBeUndefined();
  expect(fromField('soon')).toBeUndefined();
});
