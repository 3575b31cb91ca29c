import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { followFeed, followWith } from './cache-follower';
import { frameLog } from './feed';

interface Counted {
  readonly position: number;
  readonly names: readonly string[];
  readonly inner: { readonly kept: string };
}

const joined = (position: number, name: string) => ({
  type: 'member.joined' as const,
  position,
  at: '2026-01-01T00:00:00Z',
  serverId: 's',
  member: { userId: name, username: name, displayName: name, roles: [], joinedAt: '2026-01-01T00:00:00Z' },
});

describe('a cache that follows the feed', () => {
  const client = new QueryClient();
  const stop = followWith(client);
  afterEach(() => client.clear());

  it('takes every frame after its snapshot once, and none before', () => {
    const apply = vi.fn((cached: Counted, frame: { position: number }) => ({
      ...cached,
      names: [...cached.names, String(frame.position)],
    }));
    followFeed<Counted>('counted', apply);
    frameLog.begin(10);
    for (const position of [11, 12, 13]) frameLog.add(joined(position, `n${position}`));

    client.setQueryData(['counted'], { position: 11, names: [], inner: { kept: 'yes' } });
    expect(client.getQueryData<Counted>(['counted'])?.names).toEqual(['12', '13']);
    client.setQueryData(['other'], { position: 1 });
    expect(apply).toHaveBeenCalledTimes(2);
    stop();
  });
});
