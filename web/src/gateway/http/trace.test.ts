import { expect, test } from 'vitest';
import { newTrace } from './trace';

test('a trace has the form of its standard', () => {
  expect(newTrace()).toMatch(/^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-00$/);
});

test('no two are the same', () => {
  expect(new Set(Array.from({ length: 100 }, newTrace)).size).toBe(100);
});
