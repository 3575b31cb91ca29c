import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { at } from './timers';

const DAY = 86_400_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('runs once at its moment, also when that is further than a timer reaches', () => {
  const run = vi.fn();
  at(Date.now() + 28 * DAY, run);
  vi.advanceTimersByTime(28 * DAY - 1);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
});

test('runs at once for what is past, and never when called off', () => {
  const run = vi.fn();
  at(Date.now() - 1, run);
  const off = at(Date.now() + 28 * DAY, run);
  vi.advanceTimersByTime(26 * DAY);
  off();
  vi.advanceTimersByTime(28 * DAY);
  expect(run).toHaveBeenCalledTimes(1);
});
