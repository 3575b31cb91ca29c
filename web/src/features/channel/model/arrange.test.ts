import { describe, expect, it } from 'vitest';
import type { Channel } from '@/gateway/contract/server';
import { arranged, dropOf, stepOf, type Placement } from './arrange';
import { sectionsOf } from './channel-tree';

const channel = (id: string, more: Partial<Channel> = {}): Channel => ({
  id,
  serverId: 's',
  name: id,
  type: 'text',
  private: false,
  order: 0,
  place: id,
  slowMode: 0,
  permissions: ['VIEW_CHANNEL', 'MANAGE_CHANNELS'],
  ...more,
});

const channels: readonly Channel[] = [
  channel('a'),
  channel('b'),
  channel('c', { type: 'voice' }),
  channel('f', { type: 'folder' }),
  channel('g', { parentId: 'f' }),
  channel('h', { parentId: 'f' }),
  channel('k', { type: 'folder' }),
  channel('m', { parentId: 'k' }),
];

const of = (id: string) => channels.find((one) => one.id === id) ?? channel(id);
const shown = (some: readonly Channel[]) =>
  sectionsOf(some).map(({ folder, channels: within }) => [folder?.id, ...within.map((one) => one.id)]);
const after = (id: string, placement: Placement | null) =>
  placement === null ? null : shown(arranged(channels, id, placement));

describe('a step', () => {
  it('goes over one neighbour of its kind', () => {
    expect(after('b', stepOf(channels, of('b'), 'up'))?.[0]).toEqual([undefined, 'b', 'a', 'c']);
    expect(after('g', stepOf(channels, of('g'), 'down'))?.[1]).toEqual(['f', 'h', 'g']);
  });

  it('goes from folder to folder', () => {
    expect(stepOf(channels, of('h'), 'down')).toEqual({ parentId: 'k', after: null });
    expect(stepOf(channels, of('m'), 'up')).toEqual({ parentId: 'f', after: 'h' });
    expect(stepOf(channels, of('g'), 'up')).toEqual({ parentId: null, after: 'c' });
  });

  it('ends where there is no further', () => {
    expect(stepOf(channels, of('a'), 'up')).toBeNull();
    expect(stepOf(channels, of('m'), 'down')).toBeNull();
    expect(stepOf(channels, of('f'), 'up')).toBeNull();
  });

  it('takes a folder over the next one with all that it holds', () => {
    expect(after('f', stepOf(channels, of('f'), 'down'))).toEqual([
      [undefined, 'a', 'b', 'c'],
      ['k', 'm'],
      ['f', 'g', 'h'],
    ]);
  });
});

describe('what is let go', () => {
  it('lands before or behind a channel, in its folder', () => {
    expect(after('a', dropOf(channels, of('a'), of('h'), 'before'))?.[1]).toEqual(['f', 'g', 'a', 'h']);
    expect(after('a', dropOf(channels, of('a'), of('h'), 'behind'))?.[1]).toEqual(['f', 'g', 'h', 'a']);
    expect(after('h', dropOf(channels, of('h'), of('a'), 'before'))?.[0]).toEqual([undefined, 'h', 'a', 'b', 'c']);
  });

  it('lands first in a folder that it is let go on', () => {
    expect(after('a', dropOf(channels, of('a'), of('k'), 'into'))?.[2]).toEqual(['k', 'a', 'm']);
  });

  it('changes nothing where it is already', () => {
    expect(dropOf(channels, of('a'), of('a'), 'behind')).toBeNull();
    expect(dropOf(channels, of('a'), of('b'), 'before')).toBeNull();
    expect(dropOf(channels, of('b'), of('a'), 'behind')).toBeNull();
    expect(dropOf(channels, of('f'), of('g'), 'behind')).toBeNull();
  });

  it('puts a folder among folders only', () => {
    expect(dropOf(channels, of('k'), of('g'), 'before')).toEqual({ parentId: null, after: null });
    expect(dropOf(channels, of('f'), of('m'), 'behind')).toEqual({ parentId: null, after: 'k' });
  });
});
