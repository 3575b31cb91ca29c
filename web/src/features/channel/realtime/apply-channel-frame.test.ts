import { describe, expect, it } from 'vitest';
import type { Channel } from '@/gateway/contract/server';
import { applyChannelFrame } from './apply-channel-frame';

const channel: Channel = {
  id: 'c',
  serverId: 's',
  name: 'general',
  type: 'text',
  private: false,
  order: 0,
  place: '1',
  slowMode: 0,
  permissions: ['VIEW_CHANNEL'],
};
const page = { items: [channel], position: 1 };

describe('the channels of a server', () => {
  it('stand where they were placed', () => {
    expect(applyChannelFrame(page, { type: 'channel.placed', position: 2, channelId: 'c', place: '0i' }, 's').items).toEqual([
      { ...channel, place: '0i' },
    ]);
  });

  it('become slow and quick again', () => {
    const slow = applyChannelFrame(page, { type: 'channel.slow-mode-set', position: 2, channelId: 'c', seconds: 30 }, 's');
    expect(slow.items[0]?.slowMode).toBe(30);
    expect(
      applyChannelFrame(slow, { type: 'channel.slow-mode-set', position: 3, channelId: 'c', seconds: 0 }, 's').items,
    ).toEqual([channel]);
  });

  it('are the same object when a frame is about others, or does not say enough', () => {
    expect(applyChannelFrame(page, { type: 'channel.placed', position: 2, channelId: 'd', place: '0' }, 's')).toBe(page);
    expect(applyChannelFrame(page, { type: 'channel.moved', position: 2, serverId: 's', channelId: 'c' }, 's')).toBe(page);
  });
});
