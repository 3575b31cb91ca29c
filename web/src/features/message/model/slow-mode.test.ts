import { describe, expect, it } from 'vitest';
import type { Channel } from '@/gateway/contract/server';
import { isSlow, slowMode } from './slow-mode';

const channel = (seconds: number, ...permissions: string[]): Channel => ({
  id: 'c',
  serverId: 's',
  name: 'general',
  type: 'text',
  private: false,
  order: 0,
  place: '',
  slowMode: seconds,
  permissions,
});

describe('slow mode', () => {
  it('holds for who looks after neither messages nor channels', () => {
    expect(isSlow(channel(30, 'SEND_MESSAGES'))).toBe(true);
    expect(isSlow(channel(0, 'SEND_MESSAGES'))).toBe(false);
    expect(isSlow(channel(30, 'MANAGE_MESSAGES'))).toBe(false);
    expect(isSlow(channel(30, 'MANAGE_CHANNELS'))).toBe(false);
  });

  it('counts down by channel', () => {
    slowMode.wait('c', 30_000, 1_000);
    expect(slowMode.secondsLeft('c', 1_000)).toBe(30);
    expect(slowMode.secondsLeft('c', 30_001)).toBe(1);
    expect(slowMode.secondsLeft('c', 31_000)).toBe(0);
    expect(slowMode.secondsLeft('d', 1_000)).toBe(0);
  });

  it('is forgotten when nothing was written after all', () => {
    slowMode.wait('c', 30_000, 1_000);
    slowMode.forget('c');
    expect(slowMode.secondsLeft('c', 1_000)).toBe(0);
  });
});
