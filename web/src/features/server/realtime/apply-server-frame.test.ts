import { expect, test } from 'vitest';
import type { EventFrame } from '@/gateway/contract/frame';
import type { ServerPage } from '@/gateway/contract/server';
import { applyServerFrame } from './apply-server-frame';

const page: ServerPage = {
  items: [
    {
      id: 'here',
      name: 'Here',
      visibility: 'public',
      ownerId: 'ada',
      tags: [],
  memberCount: 3,
      member: true,
      permissions: [],
      channels: [],
      position: 7,
    },
  ],
  position: 7,
};
const at = { position: 8, serverId: 'here' };
const after = (frame: EventFrame) => applyServerFrame(page, frame, 'me');

test('who leaves or is put out is counted no more, and loses the server when that is oneself', () => {
  for (const type of ['member.left', 'member.kicked'] as const) {
    expect(after({ ...at, type, userId: 'bob' }).items[0]?.memberCount).toBe(2);
    expect(after({ ...at, type, userId: 'me' }).items).toEqual([]);
  }
  expect(after({ ...at, type: 'member.banned', userId: 'bob', wasMember: true }).items[0]?.memberCount).toBe(2);
  expect(after({ ...at, type: 'member.banned', userId: 'me', wasMember: true }).items).toEqual([]);
});

test('a ban of a stranger and its end change nothing here', () => {
  expect(after({ ...at, type: 'member.banned', userId: 'bob', wasMember: false })).toBe(page);
  expect(after({ ...at, type: 'member.unbanned', userId: 'bob' })).toBe(page);
});

test('a time-out counts when it is one’s own, until it is lifted', () => {
  const until = '2026-03-01T12:00:00Z';
  expect(after({ ...at, type: 'member.timed-out', userId: 'bob', until })).toBe(page);
  const silent = after({ ...at, type: 'member.timed-out', userId: 'me', until });
  expect(silent.items[0]?.timedOutUntil).toBe(until);
  const lifted = applyServerFrame(silent, { ...at, type: 'member.timeout-lifted', userId: 'me' }, 'me');
  expect(lifted.items[0]?.timedOutUntil).toBeUndefined();
});

test('a picture and a banner come and go', () => {
  const url = '/api/pictures/5f2b8c0d9a7e41d6b3c2a1908f7e6d5c/256';
  const pictured = after({ ...at, type: 'server.picture-set', pictureUrl: url });
  expect(pictured.items[0]?.pictureUrl).toBe(url);
  expect(applyServerFrame(pictured, { ...at, type: 'server.picture-set' }, 'me').items[0]?.pictureUrl).toBeUndefined();
  expect(after({ ...at, type: 'server.banner-set', bannerUrl: url }).items[0]?.bannerUrl).toBe(url);
});

test('a server that is opened or closed says so', () => {
  expect(after({ ...at, type: 'server.visibility-set', visibility: 'private' }).items[0]?.visibility).toBe('private');
});
