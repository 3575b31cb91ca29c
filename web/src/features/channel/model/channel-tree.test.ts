import { describe, expect, it } from 'vitest';
import type { Channel } from '@/gateway/contract/server';
import { sectionsOf } from './channel-tree';

const channel = (id: string, more: Partial<Channel>): Channel => ({
  id,
  serverId: 's',
  name: id,
  type: 'text',
  private: false,
  order: 0,
  place: '',
  slowMode: 0,
  permissions: ['VIEW_CHANNEL'],
  ...more,
});

const shown = (channels: readonly Channel[]) =>
  sectionsOf(channels).map(({ folder, channels: within }) => [folder?.id, ...within.map((one) => one.id)]);

describe('the channels of a server', () => {
  it('stand by their places, whose capital letters and digits are no words', () => {
    expect(shown([channel('b', { place: '1a' }), channel('a', { place: '1z' }), channel('c', { place: '10' })])).toEqual([
      [undefined, 'c', 'b', 'a'],
    ]);
  });

  it('stand folder by folder, after those in none, voice after text', () => {
    expect(
      shown([
        channel('rooms', { type: 'folder', place: '2' }),
        channel('tower', { parentId: 'rooms' }),
        channel('lounge', { type: 'voice' }),
        channel('general', { place: '2' }),
      ]),
    ).toEqual([
      [undefined, 'general', 'lounge'],
      ['rooms', 'tower'],
    ]);
  });

  it('leave out a folder in which one sees nothing, unless one may put something into it', () => {
    const folder = channel('keepers', { type: 'folder' });
    expect(shown([folder])).toEqual([]);
    expect(shown([{ ...folder, permissions: ['VIEW_CHANNEL', 'MANAGE_CHANNELS'] }])).toEqual([['keepers']]);
  });
});
