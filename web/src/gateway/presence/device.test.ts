import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followDevice, IDLE_AFTER_MS, watch } from './device';

const listeners = new Set<(opened: boolean) => void>();
vi.mock('../feed/feed', () => ({
  deviceId: 'device',
  onAlive: (listener: (opened: boolean) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
}));

const alive = (opened = false) => {
  for (const listener of listeners) listener(opened);
};

beforeEach(() => {
  vi.useFakeTimers();
  const target = new EventTarget();
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
  vi.stubGlobal('dispatchEvent', target.dispatchEvent.bind(target));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a device is idle five minutes after the last input, and used again with the next', () => {
  const send = vi.fn(() => Promise.resolve());
  const stop = followDevice(send);
  vi.advanceTimersByTime(IDLE_AFTER_MS - 30_000);
  dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(IDLE_AFTER_MS - 20_000);
  expect(send).not.toHaveBeenCalled();
  vi.advanceTimersByTime(40_000);
  expect(send).toHaveBeenLastCalledWith({ idle: true });
  dispatchEvent(new Event('pointermove'));
  expect(send).toHaveBeenLastCalledWith({ idle: false });
  expect(send).toHaveBeenCalledTimes(2);
  stop();
});

test('it answers every second sign of life of the feed, and every new line at once', () => {
  const send = vi.fn(() => Promise.resolve());
  const stop = followDevice(send);
  alive(true);
  expect(send).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 4; i++) {
    vi.advanceTimersByTime(15_000);
    alive();
  }
  expect(send).toHaveBeenCalledTimes(3);
  alive(true);
  expect(send).toHaveBeenCalledTimes(4);
  stop();
});

test('whom it shows is told when it changes and with every sign, and once when it is nobody any more', async () => {
  const send = vi.fn((_: unknown) => Promise.resolve());
  const stop = followDevice(send);
  watch(['ada']);
  watch(['ada', 'grace']);
  await vi.advanceTimersByTimeAsync(500);
  expect(send.mock.calls).toEqual([[{ idle: false, watching: ['ada', 'grace'] }]]);
  watch(['ada', 'grace']);
  await vi.advanceTimersByTimeAsync(25_000);
  expect(send).toHaveBeenCalledTimes(1);
  alive();
  expect(send).toHaveBeenLastCalledWith({ idle: false, watching: ['ada', 'grace'] });
  watch([]);
  await vi.advanceTimersByTimeAsync(500);
  expect(send).toHaveBeenLastCalledWith({ idle: false, watching: [] });
  alive(true);
  expect(send).toHaveBeenLastCalledWith({ idle: false });
  expect(send).toHaveBeenCalledTimes(4);
  stop();
});
