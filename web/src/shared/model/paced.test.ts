import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from './paced';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('what is asked for in a crowd runs at once and once more', () => {
  const run = vi.fn();
  const ask = paced(1_000, run);
  ask('a');
  expect(run).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 50; i++) ask('a');
  vi.advanceTimersByTime(999);
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(run).toHaveBeenCalledTimes(2);
  ask('a');
  expect(run).toHaveBeenCalledTimes(3);
});

test('one does not wait for another', () => {
  const run = vi.fn();
  const ask = paced(1_000, run);
  ask('a');
  ask('b');
  expect(run.mock.calls).toEqual([['a'], ['b']]);
});
